/// A task, call or proposal in an issue that has ended since, so that it needn't be listed again.
package struct Resolution: Hashable, Sendable {
    package enum Outcome: String, Sendable {
        case merged, closed
        /// The proposal's final comment period is over.
        case finished
        /// The task has been assigned to someone.
        case assigned
    }

    /// The source's name in the settings.
    package var source: String
    /// The item's URL as the issue has it.
    package var url: String
    package var title: String
    package var outcome: Outcome
    /// When the item ended, in seconds since 1970, if known.
    package var time: Int?

    package init(source: String, url: String, title: String, outcome: Outcome, time: Int?) {
        self.source = source
        self.url = url
        self.title = title
        self.outcome = outcome
        self.time = time
    }
}
