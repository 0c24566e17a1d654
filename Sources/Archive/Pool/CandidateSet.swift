internal import Address
package import Newsletter

/// What all sources brought for one issue, each thing once.
package struct CandidateSet: Sendable {
    /// Articles that several places point to are one; tasks that have ended are left out.
    package var candidates: [Candidate] = []
    /// Events as they were before they were moved, changed or cancelled.
    package var superseded: [SupersededEvent] = []
    package var totals: [Total] = []
    package var resolutions: [Resolution] = []

    /// - Parameter pools: of each source, in the order in which they are believed.
    package init(_ pools: [CandidatePool] = []) {
        resolutions = pools.flatMap(\.resolutions)
        totals = pools.compactMap(\.total)
        let ended = Set(resolutions.map { CanonicalURL($0.url).description })
        var places: [String: Int] = [:]
        for candidate in ArticleMerge.merged(pools.flatMap(\.candidates)) {
            let identity = candidate.identity
            if candidate.kind == .participation, ended.contains(identity) { continue }
            if let place = places[identity] {
                if Self.precedence(candidate.kind) > Self.precedence(candidates[place].kind) {
                    candidates[place] = candidate
                }
            } else {
                places[identity] = candidates.count
                candidates.append(candidate)
            }
        }
        // What another source still tells as it was has not departed.
        superseded = pools.flatMap(\.superseded).filter { superseded in
            guard let place = places[superseded.candidate.identity] else { return true }
            return candidates[place].eventID == superseded.candidate.eventID
        }
    }

    /// Of two candidates with one address that counts which knows more of it: an approved proposal is a merged pull
    /// request, too.
    private static func precedence(_ kind: SectionKind) -> Int {
        switch kind {
        case .links: 0
        case .pullRequests: 1
        default: 2
        }
    }
}
