import ArgumentParser
internal import Archive
internal import Check
internal import Context
internal import Draft
internal import Markdown
internal import Newsletter
internal import Settings
internal import Text

struct FinishCommand: AsyncParsableCommand, PublicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "finish",
        abstract: "Make an issue of the draft, and open the next one.",
        discussion: """
            Sections that stayed empty and the comments for contributors go; the rest keeps every byte. It is refused \
            while a check finds an error. 'sennight undo' brings the draft back.
            """)

    @OptionGroup var publication: PublicationOptions
    @OptionGroup var choice: DraftChoice
    @OptionGroup var checks: IgnoredChecks

    @Flag(inversion: .prefixedNo, help: "Open the next issue's draft.")
    var next = true

    @Flag(help: "Also if nothing was put into the draft.")
    var empty = false

    func run() async throws {
        try await run(try DraftSession(publication.location))
    }

    func run(_ session: DraftSession) async throws {
        let checks = try await CheckSession(session, ignored: checks.ignored)
        // Once more, it would finish the next draft.
        try await WritingTurn.take(session, repeats: false) { try await finish(session, checks) }
    }

    private func finish(_ session: DraftSession, _ checks: CheckSession) async throws {
        let draft = try session.draft(named: choice.draft)
        let archive = checks.surroundings.archive
        let finishing = Finishing(session.publication, boilerplate: try boilerplate(session, archive, of: draft))
        if !empty, let fresh = try NewDraft(session: session).again(draft, archive),
            finishing.isUntouched(draft, since: fresh)
        {
            throw Diagnostic(
                "nothing was put into this draft yet", remedy: "Fill it, or say --empty to publish it as it is",
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
                "this issue is there already", remedy: "Give the draft another name, or move that file away",
                file: target)
        }
        let chosen = try session.decisions(on: draft).all.filter { $0.decision == .chosen }
        // The issue first: whatever happens in between, its text is there twice and never not at all.
        var changes = FileChanges()
        changes.write(target, outcome.issue.bytes, over: old)
        changes.remove(draft.path, draft.bytes)
        let next = next ? try await NextDraft.make(session, after: draft) : nil
        if case .made(let next) = next {
            changes.write(next.path, next.bytes, over: nil)
        }
        try session.apply(changes)
        let dropped = outcome.dropped.isEmpty ? "no sections" : outcome.dropped.joined(separator: ", ")
        Terminal.say("Dropped: \(dropped); \(outcome.comments) comments. 'sennight undo' brings the draft back.")
        Terminal.print("\(target)")
        for decision in chosen {
            Terminal.say("Chosen, and in no section: \(decision.title). 'sennight add' puts it in.")
        }
        switch next {
        case .made(let next): Terminal.print("\(next.path)")
        case .isThere(let path): Terminal.say("The next draft is there already: \(path)")
        case nil: break
        }
    }

    /// Errors that go with what is taken out are none. They are told in the draft, which is the file that a person has open.
    private func refuse(_ checks: CheckSession, _ draft: WorkingDraft, _ issue: WorkingDraft) throws {
        let (before, after) = (
            try checks.judge(draft.bytes, file: draft.file), try checks.judge(issue.bytes, file: draft.file)
        )
        let errors = FindingComparison(
            before.findings, in: before.source, with: after.findings, in: after.source
        ).shared.filter { $0.severity == .error }
        guard errors.isEmpty else { throw Diagnostics(errors.map(\.diagnostic)) }
    }

    private func boilerplate(_ session: DraftSession, _ archive: ArchiveIndex, of draft: WorkingDraft) throws
        -> Boilerplate
    {
        var boilerplate = Boilerplate()
        if let template = try NewDraft(session: session).template() { boilerplate.learn(Array(template.utf8)) }
        for issue in archive.issues[archive.issues(before: draft.issue.header.date, last: Self.issues)] {
            boilerplate.learn(try session.files.read(session.location.path(issue.file)))
        }
        return boilerplate
    }

    /// A quarter of a year: long enough to have seen each section empty and filled.
    private static let issues = 13
}

/// The draft that comes after the one that is finished.
private enum NextDraft {
    case made(WorkingDraft)
    case isThere(path: String)

    /// With the headings that the draft had before the empty ones went.
    static func make(_ session: DraftSession, after draft: WorkingDraft) async throws -> NextDraft {
        do throws(any Error) {
            return .made(try await NewDraft(session: session).make(date: nil, after: draft))
        } catch let fault as DraftIsThere {
            return .isThere(path: fault.path)
        }
    }
}
