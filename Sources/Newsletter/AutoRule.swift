/// Which candidates go into a section without a person's word: those that fulfil all of it.
package struct AutoRule: Hashable, Sendable {
    /// Names of sources; empty for all.
    package var sources: [String]
    /// How many, of all that are ranked; nil for any number.
    package var best: Int?
    /// The least score, or likes, that a candidate must have; nil where it needs none.
    package var least: Int?

    package init(sources: [String] = [], best: Int? = nil, least: Int? = nil) {
        self.sources = sources
        self.best = best
        self.least = least
    }

    /// Whether a candidate may go in, as far as it alone tells.
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
