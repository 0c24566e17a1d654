internal import Archive
internal import Check
internal import Context
internal import Draft
internal import Markdown
package import Newsletter
internal import Settings
internal import Text

/// Makes an issue of the draft, and opens the next one.
package struct FinishedDraft {
    private let session: DraftSession
    private let draft: String?
    private let ignored: Set<String>
    private let opensNext: Bool
    private let allowsEmpty: Bool

    /// What came of it.
    package struct Outcome: Sendable {
        /// The new issue's path.
        package var issue: String
        /// The headings of sections that stayed empty.
        package var dropped: [String]
        /// How many comments were removed.
        package var comments: Int
        /// Titles of candidates that were chosen and are in no section.
        package var unplaced: [String]
        package var next: Next?
    }

    /// The draft after the one that is finished.
    package enum Next: Sendable {
        case made(path: String)
        case isThere(path: String)
    }

    /// - Parameters:
    ///   - draft: its file; by default the draft with the latest date.
    ///   - ignored: the checks whose findings don't count.
    ///   - opensNext: whether the next draft is made.
    ///   - allowsEmpty: whether a draft may be finished into which nothing was put.
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

    /// - Throws: a ``Diagnostic`` where the draft can't be finished, ``RefusedByChecks`` where checks find an error.
    package func finish() async throws -> Outcome {
        // Once more, it would finish the next draft.
        try await PublicationLock.take(session, repeats: false) {
            // Only now: whoever had the lock before may have finished an issue.
            try await finish(CheckSession(session, ignored: ignored))
        }
    }

    private func finish(_ checks: CheckSession) async throws -> Outcome {
        let draft = try session.draft(named: self.draft)
        let archive = checks.context.archive
        let finishing = Finishing(session.publication, boilerplate: try boilerplate(archive, of: draft))
        if !allowsEmpty, let fresh = try NewDraft(session).again(draft, archive),
            finishing.isUntouched(draft, since: fresh)
        {
            throw Diagnostic(
                "nothing has been added to this draft yet", remedy: "Fill it, or add --empty to publish it as it is",
                file: draft.file)
        }
        let outcome = try finishing.finished(draft)
        try refuse(checks, draft, outcome.issue)
        let name = draft.file.split(separator: "/").last.map(String.init) ?? draft.file
        let target = session.location.path("\(session.publication.folders.issues)/\(name)")
        // By a link both may be one file, which must not be taken away.
        if let status = session.files.status(target), status == session.files.status(draft.path) {
            throw Diagnostic("this is an issue already", remedy: "Name a draft with --draft", file: draft.file)
        }
        // The same issue is there already if an earlier run was stopped before it took the draft away.
        let old = try session.content(target)
        guard old == nil || old == outcome.issue.bytes else {
            throw Diagnostic(
                "this issue already exists", remedy: "Give the draft another name, or move that file away",
                file: target)
        }
        let chosen = try await session.decisions(on: draft).all.filter { $0.decision == .chosen }
        // The issue first: whatever happens in between, its text is there twice and never not at all.
        var changes = FileChanges()
        changes.write(target, outcome.issue.bytes, over: old)
        changes.remove(draft.path, draft.bytes)
        let next = opensNext ? try await nextDraft(after: draft) : nil
        if case .made(let next)? = next {
            changes.write(next.path, next.bytes, over: nil)
        }
        try session.apply(changes)
        return Outcome(
            issue: target, dropped: outcome.dropped, comments: outcome.comments, unplaced: chosen.map(\.title),
            next: next.map { next in
                switch next {
                case .made(let draft): .made(path: draft.path)
                case .isThere(let path): .isThere(path: path)
                }
            })
    }

    /// Errors that go with what is removed don't count. They are reported in the draft, which is the file that a person has open.
    private func refuse(_ checks: CheckSession, _ draft: WorkingDraft, _ issue: WorkingDraft) throws {
        let (before, after) = (
            try checks.judge(draft.bytes, file: draft.file), try checks.judge(issue.bytes, file: draft.file)
        )
        let errors = FindingDiff(
            before.findings, in: before.source, with: after.findings, in: after.source
        ).shared.filter { $0.severity == .error }
        guard errors.isEmpty else { throw RefusedByChecks(findings: Diagnostics(errors.map(\.diagnostic))) }
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

    /// A quarter of a year: long enough to have seen each section empty and filled.
    private static let issues = 13

    private enum NextDraft {
        case made(WorkingDraft)
        case isThere(path: String)
    }

    /// With the headings that the draft had before the empty ones went.
    private func nextDraft(after draft: WorkingDraft) async throws -> NextDraft {
        do throws(any Error) {
            return .made(try await NewDraft(session).make(date: nil, after: draft))
        } catch let fault as DraftIsThere {
            return .isThere(path: fault.path)
        }
    }
}

/// A draft has errors, so it isn't an issue yet.
package struct RefusedByChecks: Error, CustomStringConvertible {
    package let findings: Diagnostics

    package var description: String { findings.description }
}
