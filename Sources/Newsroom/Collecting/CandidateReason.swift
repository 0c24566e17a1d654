internal import Newsletter

/// What speaks for a candidate, in a line.
enum CandidateReason {
    /// - Parameter often: the words that were often chosen before.
    static func text(_ candidate: Candidate, often: [String]) -> String {
        let facts = candidate.facts.filter { !hidden.contains($0.name) && $0.value.utf8.count < 80 }
        let weighty = facts.filter { self.weighty.contains($0.name) }
        let others = facts.filter { !self.weighty.contains($0.name) }.prefix(max(0, 3 - weighty.count))
        let told = (weighty + others).map { "\($0.name): \($0.value)" }
        return ((often.isEmpty ? [] : ["often chosen: \(often.joined(separator: ", "))"]) + told)
            .joined(separator: "; ")
    }

    /// What a person must not choose without.
    private static let weighty: Set<String> = [
        "rank", "likes", "score", "self-nomination", "won before", "told by", "change", "status",
    ]
    private static let hidden: Set<String> = ["id", "text", "start", "end", "counted", "post", "link"]
}
