internal import Archive
internal import Check
internal import Context
internal import Draft
internal import Markdown
package import Newsletter
internal import Settings
internal import Text

/// Turns the draft into an issue, and creates the next draft.
package struct FinishedDraft {
    private let session: DraftSession
    private let draft: String?
    private let ignored: Set<String>
    private let opensNext: Bool
    private let allowsEmpty: Bool

    /// The result of finishing a draft.
    package struct Outcome: Sendable {
        /// The new issue's path.
        package var issue: String
        /// The headings of empty sections, which were removed.
        package var dropped: [String]
        /// How many comments were removed.
        package var comments: Int
        /// Titles of candidates that were chosen but aren't in any section.
        package var unplaced: [String]
        package var next: Next?
    }

    /// Whether the next draft was created.
    package enum Next: Sendable {
        case made(path: String)
        case exists(path: String)
    }

    /// - Parameters:
    ///   - draft: the draft's file; by default, the draft with the latest date.
    ///   - ignored: the checks whose findings don't count.
    ///   - opensNext: whether to create the next draft.
    ///   - allowsEmpty: whether to finish a draft to which nothing was added.
    package init(
        _ session: DraftSession, draft: String? = nil, ignoring ignored: Set<String> = [], opensNext: Bool = true,
        allowsEmpty: Bool = false
    ) {
        self.session = session
        self.draft = draft
        self.ignored = ignored
        self.opensNext = opensNext
        self.allowsEmpty = allowsEmpty
    }

    /// - Throws: a ``Diagnostic`` if the draft can't be finished; ``RefusedByChecks`` if checks find an error.
    package func finish() async throws -> Outcome {
        // A second run would finish the next draft.
        try await PublicationLock.take(session, repeats: false) {
            // Only here: the command that had the lock before may have finished an issue.
            let (changes, outcome) = try await changes(CheckSession(session, ignored: ignored))
            try session.apply(changes)
            return outcome
        }
    }

    /// What finishing would do; nothing is written.
    ///
    /// - Throws: the errors of ``finish()``.
    package func preview() async throws -> Outcome {
        try await changes(CheckSession(session, ignored: ignored)).outcome
    }

    /// What finishing would change, and its outcome.
    private func changes(_ checks: CheckSession) async throws -> (changes: FileChanges, outcome: Outcome) {
        let draft = try session.draft(named: self.draft)
        let archive = checks.context.archive
        let finishing = Finishing(session.publication, boilerplate: try boilerplate(archive, of: draft))
        if !allowsEmpty, let fresh = try NewDraft(session).again(draft, archive),
            finishing.isUntouched(draft, since: fresh)
        {
            throw Diagnostic(
                "nothing has been added to this draft yet",
                remedy: "Fill the draft, or pass --empty to publish the draft as it is",
                file: draft.file)
        }
        let outcome = try finishing.finished(draft)
        try refuse(checks, draft, outcome.issue)
        let name = draft.file.split(separator: "/").last.map(String.init) ?? draft.file
        let target = session.location.path("\(session.publication.folders.issues)/\(name)")
        // Both paths may lead to one file by a link; it must not be removed.
        if let status = session.files.status(target), status == session.files.status(draft.path) {
            throw Diagnostic("this file is already an issue", remedy: "Name a draft with --draft", file: draft.file)
        }
        // If an earlier run was stopped before it removed the draft, the same issue exists already.
        let old = try session.content(target)
        guard old == nil || old == outcome.issue.bytes else {
            throw Diagnostic(
                "this issue already exists", remedy: "Give the draft another name, or move the issue out of the folder",
                file: target)
        }
        let chosen = try await session.decisions(on: draft).all.filter { $0.decision == .chosen }
        // The issue first: if this is interrupted, the text exists twice rather than not at all.
        var changes = FileChanges()
        changes.write(target, outcome.issue.bytes, over: old)
        changes.remove(draft.path, draft.bytes)
        let next = opensNext ? try await nextDraft(after: draft) : nil
        if case .made(let next)? = next {
            changes.write(next.path, next.bytes, over: nil)
        }
        let finished = Outcome(
            issue: target, dropped: outcome.dropped, comments: outcome.comments, unplaced: chosen.map(\.title),
            next: next.map { next in
                switch next {
                case .made(let draft): .made(path: draft.path)
                case .exists(let path): .exists(path: path)
                }
            })
        return (changes, finished)
    }

    /// Refuses a draft with errors, except errors in parts that finishing removes. The errors are reported with their
    /// locations in the draft, which is the file that the editor has open. A greeting of the last issue is reported, too,
    /// because `undo` can still take the issue back.
    private func refuse(_ checks: CheckSession, _ draft: WorkingDraft, _ issue: WorkingDraft) throws {
        let (before, after) = (
            try checks.judge(draft.bytes, file: draft.file), try checks.judge(issue.bytes, file: draft.file)
        )
        let errors = FindingDiff(
            before.findings, in: before.source, with: after.findings, in: after.source
        ).shared.filter { $0.severity == .error }
        guard errors.isEmpty else { throw RefusedByChecks(findings: Diagnostics(errors.map(\.diagnostic))) }
        for greeting in before.findings where greeting.id == CheckNames.unchangedGreeting {
            session.notify(.fault(greeting.diagnostic))
        }
    }

    private func boilerplate(_ archive: ArchiveIndex, of draft: WorkingDraft) throws
        -> Boilerplate
    {
        var boilerplate = Boilerplate()
        if let template = try NewDraft(session).template() { boilerplate.learn(Array(template.utf8)) }
        for issue in archive.issues[archive.issues(before: draft.issue.header.date, last: Self.issues)] {
            boilerplate.learn(try session.files.read(session.location.path(issue.file)))
        }
        return boilerplate
    }

    /// The number of issues to learn from, a quarter of a year, so that each section was probably empty in one and
    /// filled in another.
    private static let issues = 13

    private enum NextDraft {
        case made(WorkingDraft)
        case exists(path: String)
    }

    /// The next draft, with the headings that this draft had before the empty ones were removed.
    private func nextDraft(after draft: WorkingDraft) async throws -> NextDraft {
        do throws(any Error) {
            return .made(try await NewDraft(session).make(date: nil, after: draft))
        } catch let fault as DraftIsThere {
            return .exists(path: fault.path)
        }
    }
}

/// The error if checks find errors in a draft, so that it isn't finished.
package struct RefusedByChecks: Error, CustomStringConvertible {
    package let findings: Diagnostics

    package var description: String { findings.description }
}
