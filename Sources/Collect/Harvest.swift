package import Newsletter

/// What a source brought, and what it could not bring.
package struct Harvest: Hashable, Sendable {
    package var candidates: [Candidate]
    package var faults: [SourceFault]

    package init(_ candidates: [Candidate] = [], faults: [SourceFault] = []) {
        (self.candidates, self.faults) = (candidates, faults)
    }

    package static func += (left: inout Harvest, right: Harvest) {
        left.candidates += right.candidates
        left.faults += right.faults
    }
}
