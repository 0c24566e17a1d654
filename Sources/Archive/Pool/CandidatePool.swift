package import Newsletter

/// All candidates that the sources returned for one issue; each candidate occurs once.
package struct CandidatePool: Sendable {
    /// The candidates. Links to the same article are combined, and tasks that have ended are left out.
    package var candidates: [Candidate] = []
    /// Events as they were before they were moved, changed or cancelled.
    package var superseded: [SupersededEvent] = []
    package var totals: [Total] = []
    package var resolutions: [Resolution] = []

    package init(candidates: [Candidate], superseded: [SupersededEvent] = [], totals: [Total] = []) {
        self.candidates = candidates
        self.superseded = superseded
        self.totals = totals
    }

    /// - Parameter files: the sources' files; if two files disagree about a candidate, the first file counts.
    package init(_ files: [CandidateFile]) {
        resolutions = files.flatMap(\.resolutions)
        totals = files.compactMap(\.total)
        let ended = Set(resolutions.map { EntryIdentity(link: $0.url).text })
        var places: [String: Int] = [:]
        for candidate in ArticleMerge.merged(files.flatMap(\.candidates)) {
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
        // An event that another source still has unchanged isn't superseded.
        superseded = files.flatMap(\.superseded).filter { superseded in
            guard let place = places[superseded.candidate.identity] else { return true }
            return candidates[place].eventID == superseded.candidate.eventID
        }
    }

    /// Of two candidates with the same URL, the one with more information counts: an approved proposal counts more than
    /// the same URL as a merged pull request.
    private static func precedence(_ kind: SectionKind) -> Int {
        switch kind {
        case .links: 0
        case .pullRequests: 1
        default: 2
        }
    }
}
