/// What a publication's requests need that another's don't.
package struct HTTPSettings: Hashable, Sendable {
    /// Where a server's owner reads about who sends the requests: the publication's URL.
    package var contact: String?
    /// The folder where answers are stored for validation; nil for nowhere.
    package var cache: String?
    /// How many requests are in flight at once at one host.
    package var requestsPerHost: Int
    /// Whether a host that took too long once is left alone from then on, so that it costs one timeout and not many.
    package var leavesSlowHosts: Bool

    package init(
        contact: String? = nil, cache: String? = nil, requestsPerHost: Int = 2, leavesSlowHosts: Bool = false
    ) {
        self.contact = contact
        self.cache = cache
        self.requestsPerHost = requestsPerHost
        self.leavesSlowHosts = leavesSlowHosts
    }
}
