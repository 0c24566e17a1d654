/// The conditions that candidates must meet to be added to a section without an editor's decision.
package struct AutoRule: Hashable, Sendable {
    /// The names of the sources whose candidates are added; empty for all sources.
    package var sources: [String]
    /// How many of the highest ranked candidates are added; nil for any number.
    package var best: Int?
    /// The minimum score or number of likes; nil if there is no minimum.
    package var least: Int?

    package init(sources: [String] = [], best: Int? = nil, least: Int? = nil) {
        self.sources = sources
        self.best = best
        self.least = least
    }

    /// Whether a candidate meets the conditions that don't depend on other candidates.
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
