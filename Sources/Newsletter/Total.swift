/// The total number of something, for sentences such as "297 pull requests were merged in the last week".
package struct Total: Hashable, Sendable {
    /// The source's name in the settings.
    package var source: String
    package var count: Int
    /// The URL of a page that lists everything that was counted.
    package var url: String

    package init(source: String, count: Int, url: String) {
        self.source = source
        self.count = count
        self.url = url
    }
}
