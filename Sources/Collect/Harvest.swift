package import Newsletter

/// What a source brought, and what it could not bring.
package struct Harvest: Hashable, Sendable {
    package var candidates: [Candidate]
    /// Events become candidates when those of all sources are there.
    package var events: [EventOccurrence]
    package var faults: [SourceFault]
    package var tallies: [Tally]

    package init(
        _ candidates: [Candidate] = [], events: [EventOccurrence] = [], faults: [SourceFault] = [],
        tallies: [Tally] = []
    ) {
        (self.candidates, self.events, self.faults, self.tallies) = (candidates, events, faults, tallies)
    }

    package static func += (left: inout Harvest, right: Harvest) {
        left.candidates += right.candidates
        left.events += right.events
        left.faults += right.faults
        left.tallies += right.tallies
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
