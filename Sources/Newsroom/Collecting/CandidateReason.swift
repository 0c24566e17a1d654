internal import Newsletter

/// Writes the line that says why a candidate is worth choosing.
enum CandidateReason {
    /// - Parameters:
    ///   - often: its words that were often chosen before.
    ///   - hint: what else an editor should know.
    static func text(_ candidate: Candidate, often: [String], hint: String? = nil) -> String {
        let facts = candidate.facts.filter { weight(of: $0) != .none && $0.value.utf8.count < 80 }
        let weighty = facts.filter { weight(of: $0) == .always }
        let others = facts.filter { weight(of: $0) == .ifThereIsRoom }.prefix(max(0, 3 - weighty.count))
        let shown = (weighty + others).map { "\($0.name): \($0.value)" }
        return ((often.isEmpty ? [] : ["often chosen: \(often.joined(separator: ", "))"]) + shown)
            .joined(separator: "; ")
    }

    private enum Weight {
        case none, ifThereIsRoom
        /// A fact that is always shown, because the decision depends on it.
        case always
    }

    private static func weight(of fact: Candidate.Fact) -> Weight {
        switch fact {
        case .count(.score, _), .count(.likes, _): .always
        case .count(.comments, _), .note: .ifThereIsRoom
        case .signal(let signal, _):
            switch signal {
            case .change, .rank, .selfNomination, .status, .foundBy, .wonBefore: .always
            case .author, .commentsEach, .component, .description, .discussion, .nominatedBy, .scores, .thanks:
                .ifThereIsRoom
            case .counted, .end, .eventID, .link, .post, .start, .text: .none
            }
        }
    }
}
