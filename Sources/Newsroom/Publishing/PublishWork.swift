internal import Context
internal import Draft
internal import Newsletter
internal import Publish
internal import Repository
internal import Settings
internal import Text

/// One run of publishing: its issue, its steps, and its journal.
struct PublishWork {
    let steps: [any PublishStep]
    let request: PublishRequest
    let store: JournalStore
    private let publishing: Publishing
    private let choice: IssuePublishing.Choice
    private let key: String
    private let newer: Int?
    private let holder: PublishJournal.Holder

    init(_ publishing: Publishing, _ choice: IssuePublishing.Choice, isStopped: @escaping @Sendable () -> Bool)
        async throws
    {
        let session = try publishing.session()
        var name = choice.issue
        if name == nil { name = try await Self.open(publishing).map { String($0.issue) } }
        let selection = try await IssueSelection(session, named: name)
        let made = try await PublishingSteps(publishing, selection, choice, isStopped: isStopped)
        steps = made.steps
        let issue = selection.issue
        request = PublishRequest(
            context: session.context, http: try session.http(), publication: session.publication,
            root: session.location.root, site: publishing.site(of: issue.number),
            state: "\(publishing.folder)/\(issue.number)", issue: issue, isRehearsal: publishing.isRehearsal)
        key = Self.key(session.publication, issue: issue.number, isRehearsal: publishing.isRehearsal)
        let remote = made.remote.flatMap { remote in
            made.clone.map { RemoteJournal($0.repository, remote: remote, name: String(issue.number)) }
        }
        store = JournalStore(publishing, remote: remote)
        let root = session.files.realPath(session.location.root) ?? session.location.root
        let user = await made.clone?.user()
        holder = PublishJournal.Holder(
            name: user ?? publishing.context.environment.variable("USER") ?? "somebody", host: publishing.host,
            clone: Fingerprint(.text(publishing.host), .text(root)).description)
        newer = selection.newer
        self.publishing = publishing
        self.choice = choice
    }

    static func key(_ publication: Publication, issue: Int, isRehearsal: Bool) -> String {
        Fingerprint(.text(isRehearsal ? "rehearse" : "publish"), .text(publication.address), .number(issue)).description
    }

    /// The stored journal with open steps; nil if there is none.
    private static func open(_ publishing: Publishing) async throws -> PublishJournal? {
        try await PublishStatus.journals(publishing).last { $0.ending == nil }
    }

    /// - Throws: a ``Diagnostic`` if this clone's publisher is another process.
    func lock() throws -> HeldLock {
        do throws(any Error) {
            return try publishing.context.locks.take(publishing.folder, 0)
        } catch is FolderBusy {
            throw Diagnostic(
                "another 'sennight publish' is running in this clone", remedy: "Wait until it is done",
                file: publishing.folder)
        }
    }

    /// The journal as it is in the store and on the remote; nil if there is none.
    func journal() async throws -> PublishJournal? { try await store.read(key) }

    /// The journal to continue, or a new one with revision 0.
    ///
    /// - Throws: a ``Diagnostic`` if another publisher holds the issue, it is published already, or a step to skip is
    ///   unknown.
    func plan(continuing known: PublishJournal?) throws -> PublishJournal {
        if var known, known.ending != .abandoned {
            guard known.ending == nil else {
                throw Diagnostic(
                    "issue \(known.issue) was published by \(known.holder.description), and nothing is left to do",
                    remedy: "To change it, edit the issue and run 'sennight correct \(known.issue)'")
            }
            let changed = known.steps.map(\.changed).max() ?? 0
            guard changed <= publishing.context.clock.seconds + Self.tolerance else {
                throw Diagnostic(
                    "the plan was changed at \(Timestamp.text(changed)), which is in the future for this machine",
                    remedy: "Correct this machine's clock")
            }
            if known.holder != holder {
                guard choice.takesOver else { throw JournalStore.fault(known) }
                known.holder = holder
            }
            try skip(&known)
            return known
        }
        if let newer, !choice.acceptsOlder {
            throw Diagnostic(
                "issue \(request.issue.number) is older than issue \(newer), and was probably published by other means",
                remedy: "If it never was, add --older")
        }
        let now = publishing.context.clock.seconds
        var journal = PublishJournal(
            issue: request.issue.number, key: key, isRehearsal: request.isRehearsal, holder: holder, created: now,
            notBefore: choice.notBefore,
            steps: steps.map { StepRecord(name: $0.name, target: $0.target, changed: now) })
        journal.revision = known?.revision ?? 0
        try skip(&journal)
        return journal
    }

    /// How far the clocks of two machines may differ, in seconds.
    private static let tolerance = 300

    private func skip(_ journal: inout PublishJournal) throws {
        // Without an approval, there is nothing to send.
        let implied = choice.skipped.contains(StepName.mail) && journal[StepName.send] != nil ? [StepName.send] : []
        for name in choice.skipped + implied {
            guard var record = journal[name] else {
                throw Diagnostic(
                    "the plan has no step '\(name)'",
                    remedy: "The steps are: \(journal.steps.map(\.name).joined(separator: ", "))")
            }
            guard ![StepName.finish, StepName.build].contains(name) else {
                throw Diagnostic(
                    "the step '\(name)' can't be left out", remedy: "Nothing can be published without it")
            }
            guard record.isOpen else { continue }
            record.state = .skipped
            record.reason = "left out with --skip"
            journal[name] = record
        }
    }
}
