package import Newsletter

/// What a source brought, and what it could not bring.
package struct Harvest: Hashable, Sendable {
    package var candidates: [Candidate]
    /// Events become candidates when those of all sources are there.
    package var events: [EventOccurrence]
    package var faults: [SourceFault]

    package init(_ candidates: [Candidate] = [], events: [EventOccurrence] = [], faults: [SourceFault] = []) {
        (self.candidates, self.events, self.faults) = (candidates, events, faults)
    }

    package static func += (left: inout Harvest, right: Harvest) {
        left.candidates += right.candidates
        left.events += right.events
        left.faults += right.faults
    }
}
