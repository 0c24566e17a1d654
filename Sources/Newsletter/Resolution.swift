/// An item of an issue that has ended since, and needn't be listed again.
package struct Resolution: Hashable, Sendable {
    package enum Outcome: String, Sendable {
        case merged, closed
        /// Its final comment period is over.
        case finished
        /// It has been assigned to someone.
        case assigned
    }

    /// The source's name in the settings.
    package var source: String
    /// As in the issue.
    package var url: String
    package var title: String
    package var outcome: Outcome
    /// In seconds since 1970, if known.
    package var time: Int?

    package init(source: String, url: String, title: String, outcome: Outcome, time: Int?) {
        self.source = source
        self.url = url
        self.title = title
        self.outcome = outcome
        self.time = time
    }
}
