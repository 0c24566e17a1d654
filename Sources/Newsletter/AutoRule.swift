/// Which candidates are added to a section without an editor's decision: those that meet all conditions.
package struct AutoRule: Hashable, Sendable {
    /// Names of sources; empty for all.
    package var sources: [String]
    /// How many of the highest ranked candidates; nil for any number.
    package var best: Int?
    /// The minimum score, or number of likes; nil for none.
    package var least: Int?

    package init(sources: [String] = [], best: Int? = nil, least: Int? = nil) {
        self.sources = sources
        self.best = best
        self.least = least
    }

    /// Whether a candidate meets the conditions that don't depend on others.
    package func admits(_ candidate: Candidate) -> Bool {
        if !sources.isEmpty, !sources.contains(candidate.source) { return false }
        guard let least else { return true }
        return candidate.facts.contains { fact in
            switch fact {
            case .count(.score, let count), .count(.likes, let count): count >= least
            default: false
            }
        }
    }
}
