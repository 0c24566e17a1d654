internal import Archive
internal import Draft
internal import Newsletter
internal import Text

/// Fills the draft with what was collected, and tells what came of it.
struct FilledDraft {
    private let session: DraftSession

    init(_ session: DraftSession) {
        self.session = session
    }

    /// Whether something that was to go into the draft could not.
    ///
    /// - Parameters:
    ///   - isNew: whether the draft has no file yet.
    ///   - sections: headings or kinds; all where empty.
    /// - Throws: as ``DraftFilling/filling(_:remembering:with:sections:)`` and ``DraftSession/save(_:over:remembering:)``.
    func fill(_ draft: WorkingDraft, isNew: Bool, _ sections: [String]) async throws -> Bool {
        let memory = try session.decisions(on: draft)
        let archive = try await session.archive()
        let choice = SectionChoice(sections)
        let waiting = try WaitingCandidates(session, draft: draft, memory: memory, archive: archive, sections: choice)
        let outcome = try DraftFilling(session.publication, archive: archive).filling(
            draft, remembering: memory, with: waiting.material, sections: choice)
        try session.save(
            outcome.draft, over: isNew ? nil : draft,
            remembering: outcome.memory.bytes == memory.bytes ? nil : outcome.memory)
        for update in outcome.updates { Terminal.say("\(update.summary)") }
        for fault in outcome.faults { Terminal.say("\(fault)") }
        let placed = Set(outcome.placed.map(\.identity))
        let left = waiting.rows.count { !placed.contains($0.candidate.identity) }
        Terminal.say("\(placed.count) placed; \(left) wait for 'sennight choose'.")
        return !outcome.faults.isEmpty
    }
}
