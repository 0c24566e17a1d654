package import Newsletter

/// The candidates and events that a source returned, and the faults of those that it couldn't.
package struct CollectionResult: Hashable, Sendable {
    package var candidates: [Candidate]
    /// The events, which become candidates after the events of all sources have been merged.
    package var events: [EventOccurrence]
    package var faults: [SourceFault]
    package var totals: [Total]
    package var resolutions: [Resolution]

    package init(
        _ candidates: [Candidate] = [], events: [EventOccurrence] = [], faults: [SourceFault] = [],
        totals: [Total] = [], resolutions: [Resolution] = []
    ) {
        (self.candidates, self.events, self.faults) = (candidates, events, faults)
        (self.totals, self.resolutions) = (totals, resolutions)
    }

    package static func += (left: inout CollectionResult, right: CollectionResult) {
        left.candidates += right.candidates
        left.events += right.events
        left.faults += right.faults
        left.totals += right.totals
        left.resolutions += right.resolutions
    }
}
