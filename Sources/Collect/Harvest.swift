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
