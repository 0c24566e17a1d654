package import Archive
package import Newsletter

/// Fills a draft with the candidates that editors chose or the sections' `auto:` rules admit, and updates its events.
/// The editors' own changes stay, and a second run changes nothing.
package struct DraftFilling {
    private let publication: Publication
    private let archive: ArchiveIndex

    package init(_ publication: Publication, archive: ArchiveIndex) {
        self.publication = publication
        self.archive = archive
    }

    /// The result of filling a draft.
    package struct Outcome: Sendable {
        package var draft: WorkingDraft
        package var memory: DecisionLog
        package var placed: [Candidate] = []
        /// Events that were changed because their sources changed.
        package var updates: [EventUpdate] = []
        /// The reasons why some candidates couldn't be added.
        package var faults: [Diagnostic] = []
    }

    /// - Parameters:
    ///   - pool: the likeliest candidates first, including those with a decision, because a rule for the best ones
    ///     counts them, too.
    ///   - sections: headings or kinds, including the sections below them; empty for all.
    /// - Throws: ``Diagnostics`` if the result isn't an issue.
    package func filling(
        _ draft: WorkingDraft, remembering memory: DecisionLog, with pool: CandidatePool, sections: SectionChoice
    ) throws -> Outcome {
        let events = EventUpdates(pool.superseded, now: pool.candidates, publication: publication)
        let followed = try events.applied(to: draft, remembering: memory) { sections.includes($0.before, in: draft) }
        let filled = try TotalSentences(publication).written(
            pool.totals, in: followed.draft, remembering: followed.memory
        ) { sections.includes($0, in: draft) }
        let settled = events.settled(in: filled.draft, filled.memory)
        let meant = pool.candidates.filter { candidate in
            sections.includes(candidate, in: filled.draft) && !settled.contains(candidate)
        }
        let admitted = admitted(pool.candidates, to: filled.draft)
        let placing = try CandidatePlacing(publication, archive: archive).placing(
            meant, into: filled.draft, remembering: filled.memory
        ) { admitted.contains($0.identity) }
        return Outcome(
            draft: placing.draft, memory: placing.memory, placed: placing.placed, updates: followed.updates,
            faults: placing.waiting.compactMap { waiting in
                let isMeant =
                    admitted.contains(waiting.candidate.identity)
                    || filled.memory[waiting.candidate.identity]?.decision == .chosen
                // What was in an earlier issue is left out without a message.
                return isMeant && waiting.reason?.file == draft.file ? waiting.reason : nil
            })
    }

    /// The identities of the candidates that the rules admit: in each section, as many of the best ones as its rule
    /// says.
    private func admitted(_ ranked: [Candidate], to draft: WorkingDraft) -> Set<String> {
        var counts: [String: Int] = [:]
        var admitted: Set<String> = []
        for candidate in ranked {
            guard let section = draft.place(of: candidate).first, let rule = draft.rule(of: section)?.auto,
                rule.admits(candidate)
            else { continue }
            let key = SectionName.key(candidate.section ?? section.title)
            counts[key, default: 0] += 1
            if let best = rule.best, counts[key, default: 0] > best { continue }
            admitted.insert(candidate.identity)
        }
        return admitted
    }
}
