/// The settings of a publication's HTTP client.
package struct HTTPSettings: Hashable, Sendable {
    /// The URL where a server's operator can find out who sends the requests: the publication's URL.
    package var contact: String?
    /// The folder where responses are stored for validation; nil if they aren't stored.
    package var cache: String?
    /// How many requests to one host may run at once.
    package var requestsPerHost: Int
    /// Whether a host that has timed out once is skipped afterwards, so that it costs one timeout instead of many.
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
