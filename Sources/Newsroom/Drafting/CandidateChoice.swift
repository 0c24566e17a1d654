internal import Archive
internal import Context
internal import Draft
package import Newsletter
internal import Settings

/// Lets an editor choose among the waiting candidates on a sheet with one line for each.
package struct CandidateChoice {
    private let session: DraftSession
    private let draftName: String?
    private let draft: WorkingDraft
    /// The decisions when the sheet was made.
    private let memory: DecisionLog
    private let sheet: ChoiceSheet

    /// The result of applying a sheet.
    package struct Outcome: Sendable {
        /// The draft's path.
        package var path: String
        package var placed: Int
        package var declined: Int
        /// Candidates that were chosen but couldn't be added to the draft.
        package var faults: [Diagnostic]
    }

    /// - Parameters:
    ///   - draft: the draft's file; by default, the draft with the latest date.
    ///   - sections: headings or kinds; empty for all.
    package init(_ session: DraftSession, draft name: String?, sections: [String]) async throws {
        self.session = session
        draftName = name
        draft = try session.draft(named: name)
        memory = try await session.decisions(on: draft)
        let waiting = try await WaitingCandidates(
            session, draft: draft, memory: memory, sections: SectionChoice(sections))
        sheet = ChoiceSheet(
            waiting.rows.map { row in
                ChoiceSheet.Line(word: row.isProposed ? .add : .no, candidate: row.candidate, reason: row.reason)
            })
        isEmpty = waiting.rows.isEmpty
    }

    /// Whether no candidate is waiting.
    package let isEmpty: Bool
    /// The sheet to be edited, with what was published before of each candidate.
    package func text() async throws -> String {
        let earlier = try await EarlierAppearances(session)
        return sheet.text { candidate in earlier.appearances(of: candidate).map(\.text) }
    }
    /// The sheet's file while a person edits it.
    package var file: String { session.location.cache("choose.txt", session.files) }

    /// Writes the sheet to ``file``.
    package func writeSheet() async throws {
        try session.files.write(file, Array(try await text().utf8))
    }

    /// Applies the decisions on a sheet.
    ///
    /// - Returns: nil for an empty sheet, which changes nothing.
    /// - Throws: ``SheetFaults``, in which case nothing is changed; errors of changing the draft.
    package func apply(sheet file: String) async throws -> Outcome? {
        let text = String(decoding: try session.files.read(file, atMost: Files.largestText), as: UTF8.self)
        let choices: [ChoiceSheet.Choice]
        do throws(Diagnostics) {
            choices = try sheet.choices(in: text, file: file, sections: SectionNames(draft, session.publication))
        } catch {
            throw SheetFaults(faults: error)
        }
        guard !choices.isEmpty else { return nil }
        return try await PublicationLock.take(session) { try await apply(choices) }
    }

    /// Applies decisions, except on candidates that others decided on after the sheet was written.
    private func apply(_ choices: [ChoiceSheet.Choice]) async throws -> Outcome {
        let draft = try session.draft(named: draftName)
        guard draft.path == self.draft.path else {
            throw Diagnostic(
                "the draft was finished or moved while you were choosing",
                remedy: "Run 'sennight choose' again for the next draft",
                file: self.draft.path)
        }
        let present = try await session.decisions(on: draft)
        let open = choices.filter { present[$0.identity] == memory[$0.identity] }
        if open.count < choices.count { session.notify(.decidedMeanwhile(choices.count - open.count)) }
        let outcome = try Choosing(session.publication).applying(open, to: draft, remembering: present)
        try await session.save(outcome.draft, over: draft, remembering: outcome.memory)
        return Outcome(
            path: draft.path, placed: outcome.placed, declined: outcome.declined, faults: outcome.faults)
    }
}

/// The error if lines of a sheet can't be understood.
package struct SheetFaults: Error {
    package let faults: Diagnostics
}
