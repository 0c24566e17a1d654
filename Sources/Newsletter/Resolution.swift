/// Something that an issue lists and that has ended since, so that it need not be listed once more.
package struct Resolution: Hashable, Sendable {
    package enum Outcome: String, Sendable {
        case merged, closed
        /// Its final comment period is over.
        case finished
        /// Somebody does it now.
        case assigned
    }

    /// The source's name in the settings.
    package var source: String
    /// As listed.
    package var url: String
    package var title: String
    package var outcome: Outcome
    /// In seconds since 1970, where it is told.
    package var time: Int?

    package init(source: String, url: String, title: String, outcome: Outcome, time: Int?) {
        self.source = source
        self.url = url
        self.title = title
        self.outcome = outcome
        self.time = time
    }
}
