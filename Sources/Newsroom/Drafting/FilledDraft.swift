internal import Archive
internal import Draft
package import Newsletter
package import Text

/// Fills the draft with collected candidates.
package struct FilledDraft {
    private let session: DraftSession

    /// The result of filling a draft.
    package struct Outcome: Sendable {
        /// The draft's path.
        package var path: String
        /// A sentence for each event of the draft that was updated.
        package var updates: [String]
        /// The reasons why some candidates couldn't be added to the draft.
        package var faults: [Diagnostic]
        package var placed: Int
        /// How many candidates are waiting for a decision.
        package var waiting: Int
    }

    package init(_ session: DraftSession) {
        self.session = session
    }

    /// Fills the open draft, or a new one if there is none.
    ///
    /// - Parameters:
    ///   - date: the issue's date; by default the next one in the calendar.
    ///   - sections: headings or kinds; empty for all.
    /// - Throws: a ``Diagnostic`` if the open draft has another date; errors of ``NewDraft/make(date:after:)``.
    package func fill(date: CalendarDate?, sections: [String]) async throws -> Outcome {
        try await PublicationLock.take(session) {
            let open = try session.openDraft(try await session.archive())
            if let open, let date, open.issue.header.date != date {
                throw Diagnostic(
                    "the draft has another date, \(open.issue.header.date)",
                    remedy: "Leave out --date, or finish the draft first", file: open.path)
            }
            let draft = if let open { open } else { try await NewDraft(session).make(date: date) }
            return try await fill(draft, isNew: open == nil, sections)
        }
    }

    /// - Parameters:
    ///   - isNew: whether the draft has no file yet.
    ///   - sections: headings or kinds; empty for all.
    /// - Throws: errors of ``DraftFilling/filling(_:remembering:with:sections:)`` and
    ///   ``DraftSession/save(_:over:remembering:)``.
    private func fill(_ draft: WorkingDraft, isNew: Bool, _ sections: [String]) async throws -> Outcome {
        let memory = try await session.decisions(on: draft)
        let choice = SectionChoice(sections)
        let waiting = try await WaitingCandidates(session, draft: draft, memory: memory, sections: choice)
        let outcome = try DraftFilling(session.publication, archive: try await session.archive()).filling(
            draft, remembering: memory, with: waiting.pool, sections: choice)
        try await session.save(
            outcome.draft, over: isNew ? nil : draft,
            remembering: outcome.memory.bytes == memory.bytes ? nil : outcome.memory)
        let placed = Set(outcome.placed.map(\.identity))
        return Outcome(
            path: draft.path, updates: outcome.updates.map(\.summary), faults: outcome.faults, placed: placed.count,
            waiting: waiting.rows.count { !placed.contains($0.candidate.identity) })
    }
}
