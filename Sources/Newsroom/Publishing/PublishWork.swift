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
    let record: PlanRecord
    private let made: PublishingSteps
    private let publishing: Publishing
    private let choice: IssuePublishing.Choice
    private let selection: IssueSelection

    init(_ publishing: Publishing, _ choice: IssuePublishing.Choice, isStopped: @escaping @Sendable () -> Bool)
        async throws
    {
        let session = try publishing.session()
        var name = choice.issue
        if name == nil { name = try await PublishStatus.open(publishing).map { String($0.issue) } }
        selection = try await IssueSelection(session, named: name)
        made = try await PublishingSteps(publishing, selection, choice, isStopped: isStopped)
        steps = made.steps
        let issue = selection.issue
        func absolute(_ path: String) -> String {
            // Programs run in other folders than this one.
            path.hasPrefix("/") ? path : (session.files.realPath(".").map { $0 + "/" } ?? "") + path
        }
        request = PublishRequest(
            context: session.context, http: try session.http(), publication: session.publication,
            root: session.files.realPath(session.location.root) ?? session.location.root,
            site: absolute(publishing.site), state: absolute(publishing.workFolder),
            issue: issue, isRehearsal: publishing.isRehearsal)
        record = try await PlanRecord(publishing, issue: issue.number)
        self.publishing = publishing
        self.choice = choice
    }

    var deployments: [any PublishStep] { made.deployments }

    /// The error for a file that would be deployed, but isn't committed; nil if there is none, or no repository.
    func uncommitted() async throws -> Diagnostic? { try await made.clone?.strayFile(besides: made.files) }

    /// The journal to continue, or a new one.
    ///
    /// - Throws: a ``Diagnostic`` if another publisher holds the issue, it is published already, or a step to skip is
    ///   unknown.
    func plan(continuing known: PublishJournal?) async throws -> PublishJournal {
        // A rehearsal begins anew each time, although it may use the publication's own store.
        if let known, known.resolution != .abandoned, !publishing.isRehearsal {
            return try await continued(known)
        }
        if let newer = selection.newer, !choice.acceptsOlder {
            throw Diagnostic(
                "issue \(request.issue.number) is older than issue \(newer), and was probably published by other means",
                remedy: "If it never was, add --older")
        }
        let now = publishing.context.clock.seconds
        let final = Set(steps.filter(\.isFinal).map(\.name))
        var journal = PublishJournal(
            issue: request.issue.number, key: record.key, isRehearsal: request.isRehearsal, holder: record.holder,
            created: now, notBefore: choice.notBefore,
            steps: steps.map { step in
                // What can't be undone isn't done again because the rest was given up.
                if !publishing.isRehearsal, let old = known?[step.name], final.contains(step.name),
                    [.done, .started, .uncertain].contains(old.state)
                {
                    return old
                }
                return StepRecord(name: step.name, target: step.target, changed: now)
            })
        journal.revision = known?.revision ?? 0
        try skip(&journal)
        return journal
    }

    private func continued(_ known: PublishJournal) async throws -> PublishJournal {
        var known = known
        guard known.resolution == nil else {
            throw Diagnostic(
                "issue \(known.issue) was published by \(known.holder.description), and nothing is left to do",
                remedy: "To deploy what has changed since, run 'sennight publish deploy'")
        }
        if known.holder != record.holder {
            guard choice.takesOver else { throw JournalStore.fault(known) }
            try known.requirePast(publishing.context.clock.seconds)
            known.holder = record.holder
        }
        if choice.notBefore > 0 { known.notBefore = choice.notBefore }
        try await adapt(&known)
        try skip(&known)
        return known
    }

    /// Local steps that another machine did are only done if this clone has their commit.
    private func adapt(_ journal: inout PublishJournal) async throws {
        guard let clone = made.clone else { return }
        if let branch = journal.results[StepName.commit]?.facts["branch"], branch != clone.branch {
            throw Diagnostic(
                "the plan was made on the branch '\(branch)', but \(clone.branch.map { "'\($0)'" } ?? "none") is checked out",
                remedy: "Run 'git switch \(branch)'")
        }
        let isRedirecting = [.started, .failed, .uncertain].contains(journal[StepName.redirect]?.state)
        let files = isRedirecting ? made.files.adding(PublishingSteps.redirects) : made.files
        if let fault = try await clone.strayFile(besides: files) { throw fault }
        guard let commit = journal.results[StepName.commit]?.facts["commit"] else {
            if journal[StepName.finish]?.state == .done, selection.draft != nil { journal.reset([StepName.finish]) }
            return
        }
        if try await clone.has(commit) { return }
        if try await made.saving?.isPushed(commit) == true {
            throw Diagnostic(
                "this clone doesn't have the issue's commit", remedy: "Run 'git pull', then this command again")
        }
        journal.reset([StepName.finish, StepName.commit, StepName.tag, StepName.push])
    }

    private func skip(_ journal: inout PublishJournal) throws {
        // Without an approval, there is nothing to send.
        let implied = choice.skipped.contains(StepName.mail) ? [StepName.send] : []
        for name in choice.skipped + implied {
            guard var record = journal[name] else {
                // A step that this publication doesn't have needn't be left out.
                if PublishSettings.ownSteps.contains(name) { continue }
                throw Diagnostic(
                    "the plan has no step '\(name)'",
                    remedy: "The steps are: \(journal.steps.map(\.name).joined(separator: ", "))")
            }
            guard ![StepName.finish, StepName.build].contains(name) else {
                throw Diagnostic(
                    "the step '\(name)' can't be left out", remedy: "Nothing can be published without it")
            }
            guard [.planned, .failed].contains(record.state) else { continue }
            record.state = .skipped
            record.reason = "left out with --skip"
            journal[name] = record
        }
    }
}

extension PublishJournal {
    /// Makes sure that the plan wasn't changed in the future, as seen from this machine.
    ///
    /// - Parameter now: in seconds since 1970.
    func requirePast(_ now: Int) throws(Diagnostic) {
        let changed = steps.map(\.changed).max() ?? 0
        guard changed > now + Self.tolerance else { return }
        throw Diagnostic(
            "the plan was changed at \(Timestamp.text(changed)), which is in the future for this machine",
            remedy: "Set this machine's clock")
    }

    /// How far the clocks of two machines may differ, in seconds.
    private static let tolerance = 300

    /// Plans steps again that aren't done here.
    mutating func reset(_ names: [String]) {
        for name in names {
            guard var record = self[name], record.state != .skipped else { continue }
            record.state = .planned
            record.result = nil
            self[name] = record
        }
    }
}
