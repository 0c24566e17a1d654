package import Newsletter

/// What a source brought, and what it could not bring.
package struct CollectionResult: Hashable, Sendable {
    package var candidates: [Candidate]
    /// Events become candidates when those of all sources are there.
    package var events: [EventOccurrence]
    package var faults: [SourceFault]
    package var tallies: [Total]
    package var endings: [Resolution]

    package init(
        _ candidates: [Candidate] = [], events: [EventOccurrence] = [], faults: [SourceFault] = [],
        tallies: [Total] = [], endings: [Resolution] = []
    ) {
        (self.candidates, self.events, self.faults) = (candidates, events, faults)
        (self.tallies, self.endings) = (tallies, endings)
    }

    package static func += (left: inout CollectionResult, right: CollectionResult) {
        left.candidates += right.candidates
        left.events += right.events
        left.faults += right.faults
        left.tallies += right.tallies
        left.endings += right.endings
    }
}
