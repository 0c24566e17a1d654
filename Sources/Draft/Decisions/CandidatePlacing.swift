package import Archive
package import Newsletter

/// Adds candidates to a draft that people work on. Each is added only once: editors' changes to added entries stay, and
/// removed entries aren't added again.
package struct CandidatePlacing {
    private let publication: Publication
    private let archive: ArchiveIndex

    package init(_ publication: Publication, archive: ArchiveIndex) {
        self.publication = publication
        self.archive = archive
    }

    /// The result of adding candidates.
    package struct Outcome: Sendable {
        package var draft: WorkingDraft
        package var memory: DecisionLog
        package var placed: [Candidate] = []
        /// Candidates that were neither added nor decided on, with the reason why they could not be added.
        package var waiting: [(candidate: Candidate, reason: Diagnostic?)] = []
    }

    /// - Parameter admits: whether to add a candidate without an editor's decision. Candidates that an editor chose are
    ///   always added.
    /// - Throws: ``Diagnostics`` if the result isn't an issue.
    package func placing(
        _ candidates: [Candidate], into draft: WorkingDraft, remembering memory: DecisionLog,
        where admits: (Candidate) -> Bool = { _ in true }
    ) throws -> Outcome {
        var outcome = Outcome(draft: draft, memory: memory)
        try PlacementBatch.run(candidates[...], on: &outcome, draft: \.draft, publication: publication) {
            try place($0, remembering: &$1, into: &$2, where: admits)
        }
        if !outcome.placed.isEmpty {
            outcome.draft = try EmptySectionTexts(publication).reconciled(
                outcome.draft, after: draft)
        }
        return outcome
    }

    private func place(
        _ candidates: ArraySlice<Candidate>, remembering outcome: inout Outcome, into batch: inout PlacementBatch,
        where admits: (Candidate) -> Bool
    ) throws {
        var (readings, duplicates) = (batch.readings, duplicates(of: batch.draft))
        for candidate in candidates {
            let identity = candidate.identity
            let known = outcome.memory[identity]
            guard known?.decision.isOpen ?? true else { continue }
            let isChosen = known?.decision == .chosen
            var candidate = candidate
            if let known, isChosen {
                (candidate.title, candidate.section) = (known.title, known.section ?? candidate.section)
            }
            if batch.mayHold(candidate.identityInIssue) { try batch.settle() }
            if readings != batch.readings {
                (readings, duplicates) = (batch.readings, self.duplicates(of: batch.draft))
            }
            if duplicates.faultInDraft(of: candidate) != nil {
                // Someone added it by hand, so there is nothing left to decide.
                remember(candidate, as: identity, by: .editor, in: &outcome.memory)
                continue
            }
            // The editor who chose it knew that it had been in an earlier issue.
            if !isChosen, let fault = duplicates.faultInArchive(of: candidate) {
                outcome.waiting.append((candidate, fault))
                continue
            }
            guard isChosen || admits(candidate) else {
                outcome.waiting.append((candidate, nil))
                continue
            }
            do throws(any Error) {
                try batch.place(candidate)
                remember(candidate, as: identity, by: isChosen ? .editor : .program, in: &outcome.memory)
                outcome.placed.append(candidate)
            } catch let fault as Diagnostic {
                outcome.waiting.append((candidate, fault))
            }
        }
    }

    private func duplicates(of draft: WorkingDraft) -> Duplicates {
        Duplicates(of: draft, archive: archive, last: publication.lookBack)
    }

    /// Records a decision. If the candidate's section was edited, the decision is recorded under both identities,
    /// because an event in another region is a different event.
    private func remember(
        _ candidate: Candidate, as identity: String, by decider: Decision.Decider, in memory: inout DecisionLog
    ) {
        for identity in Set([identity, candidate.identity]) {
            memory.remember(
                Decision(
                    identity: identity, decision: .placed, by: decider, title: candidate.title,
                    section: candidate.section, source: candidate.source))
        }
    }
}
