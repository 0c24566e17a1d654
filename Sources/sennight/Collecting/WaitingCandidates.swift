internal import Archive
internal import Draft
internal import Newsletter

/// The candidates that nobody has decided on, ranked by what was chosen before.
struct WaitingCandidates {
    /// A candidate with its section and what speaks for it.
    struct Row {
        var candidate: Candidate
        var score: Double
        var reason: String
        /// Whether it is among as many as an issue usually has of its kind.
        var isProposed: Bool
    }

    let rows: [Row]

    /// - Parameter sections: headings or kinds; all where empty.
    init(
        _ session: DraftSession, draft: WorkingDraft, memory: DecisionMemory, archive: ArchiveIndex,
        sections: [String] = []
    ) throws {
        let publication = session.publication
        let duplicates = Duplicates(of: draft, archive: archive, last: publication.draft.duplicates)
        let all = try CandidatePools.all(ofIssue: draft.issue.header.number ?? 0, session)
        let keys = Set(sections.map { SectionName.key($0) })
        var waiting = all.filter { candidate in
            (memory[candidate.identity].map { $0.decision == .later } ?? true) && duplicates.fault(of: candidate) == nil
        }
        Self.suggestSections(for: &waiting, draft, archive, publication.draft)
        waiting.removeAll { candidate in
            !keys.isEmpty && !keys.contains(SectionName.key(candidate.section ?? ""))
                && !keys.contains(candidate.kind.rawValue)
        }
        let issues = archive.issues(before: draft.issue.header.date, last: Self.issues)
        let records = publication.draft.learns ? issues.flatMap { archive.records(of: $0) } : []
        var rows: [Row] = []
        for kind in SectionKind.allCases {
            let ofKind = waiting.filter { $0.kind == kind }
            guard !ofKind.isEmpty else { continue }
            let chosen = records.filter { $0.kind == kind }
            let ranking = ChoiceRanking(chosen: chosen, pool: ofKind)
            let usual = issues.isEmpty ? 0 : chosen.count / issues.count
            for (place, candidate) in (chosen.isEmpty ? ofKind : ranking.ranked(ofKind)).enumerated() {
                let reasons = ranking.reasons(candidate)
                rows.append(
                    Row(
                        candidate: candidate, score: ranking.score(candidate),
                        reason: Self.reason(candidate, often: reasons), isProposed: place < usual))
            }
        }
        self.rows = rows
    }

    private static func reason(_ candidate: Candidate, often: [String]) -> String {
        let facts = candidate.facts.filter {
            !["id", "text", "start", "end"].contains($0.name) && $0.value.utf8.count < 80
        }
        let told = facts.prefix(3).map { "\($0.name): \($0.value)" }
        return ((often.isEmpty ? [] : ["often chosen: \(often.joined(separator: ", "))"]) + told).joined(
            separator: "; ")
    }

    private static func suggestSections(
        for candidates: inout [Candidate], _ draft: WorkingDraft, _ archive: ArchiveIndex, _ rules: DraftRules
    ) {
        guard rules.learns, candidates.contains(where: { $0.kind == .links && $0.section == nil }) else { return }
        let present = draft.issue.sections.filter { $0.kind == .links && $0.level > 0 }.map(\.title)
        let examples = SectionModel.examples(
            from: archive, before: draft.issue.header.date,
            sections: rules.suggested.isEmpty ? present : rules.suggested, headings: rules.headings)
        guard Set(examples.map(\.section)).count > 1 else { return }
        let model = SectionModel(examples)
        for index in candidates.indices where candidates[index].kind == .links && candidates[index].section == nil {
            let candidate = candidates[index]
            let guesses = model.guesses(title: candidate.title, url: candidate.url ?? "", tags: candidate.tags)
            candidates[index].section = guesses.first { guess in
                present.contains { SectionName.key($0) == SectionName.key(guess) }
            }
        }
    }

    /// A year of a weekly.
    private static let issues = 52
}
