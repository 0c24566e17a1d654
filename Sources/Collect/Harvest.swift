package import Newsletter

/// What a source brought, and what it could not bring.
package struct Harvest: Hashable, Sendable {
    package var candidates: [Candidate]
    /// Events become candidates when those of all sources are there.
    package var events: [EventOccurrence]
    package var faults: [SourceFault]
    package var tallies: [Tally]
    package var endings: [Ending]

    package init(
        _ candidates: [Candidate] = [], events: [EventOccurrence] = [], faults: [SourceFault] = [],
        tallies: [Tally] = [], endings: [Ending] = []
    ) {
        (self.candidates, self.events, self.faults) = (candidates, events, faults)
        (self.tallies, self.endings) = (tallies, endings)
    }

    package static func += (left: inout Harvest, right: Harvest) {
        left.candidates += right.candidates
        left.events += right.events
        left.faults += right.faults
        left.tallies += right.tallies
        left.endings += right.endings
    }
}

/// How many there were of something, for sentences such as "297 pull requests were merged in the last week".
package struct Tally: Hashable, Sendable {
    /// The source's name in the settings.
    package var source: String
    package var count: Int
    /// Where readers see all of them.
    package var url: String

    package init(source: String, count: Int, url: String) {
        (self.source, self.count, self.url) = (source, count, url)
    }
}

/// Something that an issue lists and that has ended since, so that it need not be listed once more.
package struct Ending: Hashable, Sendable {
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
        (self.source, self.url, self.title) = (source, url, title)
        (self.outcome, self.time) = (outcome, time)
    }
}
