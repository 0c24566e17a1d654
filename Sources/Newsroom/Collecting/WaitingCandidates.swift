internal import Archive
internal import Draft
package import Newsletter

/// The candidates of a draft, ranked by what earlier issues chose, and those of them that are waiting for a decision.
package struct WaitingCandidates: Sendable {
    /// A candidate with its section and the reason to choose it.
    package struct Row: Sendable {
        package var candidate: Candidate
        package var reason: String
        /// Whether Sennight suggests the candidate: as many of the best are suggested as an issue usually has of this
        /// kind.
        package var isProposed: Bool
    }

    /// The candidates without a decision, in the requested sections.
    package let rows: [Row]
    /// All candidates for the draft, the likeliest first.
    let pool: CandidatePool
    /// Items of the draft and the last issue that have ended.
    package var resolutions: [Resolution] { pool.resolutions }

    /// - Parameters:
    ///   - draft: the draft's file; by default, the draft with the latest date.
    ///   - sections: headings or kinds; empty for all.
    package init(_ session: DraftSession, draft name: String?, sections: [String]) async throws {
        let draft = try session.draft(named: name)
        try await self.init(
            session, draft: draft, memory: try await session.decisions(on: draft), sections: SectionChoice(sections))
    }

    /// - Parameters:
    ///   - memory: the decisions on candidates of this draft.
    ///   - sections: the requested sections, by heading or kind.
    init(
        _ session: DraftSession, draft: WorkingDraft, memory: DecisionLog, sections: SectionChoice = SectionChoice()
    ) async throws {
        let archive = try await session.archive()
        let publication = session.publication
        var pool = try session.candidates(ofIssue: try await session.number(of: draft)).pool()
        if publication.hasEventTimes { pool.candidates = pool.candidates.map(\.withTimes) }
        let duplicates = Duplicates(of: draft, archive: archive, last: publication.lookBack)
        let settled = EventUpdates(pool.superseded, now: pool.candidates, publication: publication)
            .settled(in: draft, memory)
        var candidates = pool.candidates.filter { duplicates.faultInArchive(of: $0) == nil }
        Self.suggestSections(for: &candidates, draft, archive, publication.draft)
        try sections.check(draft, candidates)
        let issues = archive.issues(before: draft.issue.header.date, last: Self.issues)
        let records = publication.draft.learns ? issues.flatMap { archive.records(of: $0) } : []
        var (rows, ranked): ([Row], [Candidate]) = ([], [])
        for kind in SectionKind.allCases {
            let ofKind = candidates.filter { $0.kind == kind }
            guard !ofKind.isEmpty else { continue }
            let chosen = records.filter { $0.kind == kind }
            let ranking = ChoiceRanking(chosen: chosen, pool: ofKind)
            let usual = issues.isEmpty ? 0 : chosen.count / issues.count
            for (place, candidate) in (chosen.isEmpty ? ofKind : ranking.ranked(ofKind)).enumerated() {
                ranked.append(candidate)
                guard memory[candidate.identity].map({ $0.decision == .later }) ?? true,
                    duplicates.faultInDraft(of: candidate) == nil, sections.includes(candidate, in: draft),
                    !settled.contains(candidate)
                else { continue }
                let often = chosen.isEmpty ? [] : ranking.reasons(candidate)
                rows.append(
                    Row(
                        candidate: candidate,
                        reason: CandidateReason.text(
                            candidate, often: often, hint: duplicates.hint(on: candidate)?.summary),
                        isProposed: place < usual))
            }
        }
        self.rows = rows
        pool.candidates = ranked
        self.pool = pool
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

    /// The number of issues to learn from: one year of a weekly.
    private static let issues = 52
}
