import ArgumentParser
internal import Context
internal import Draft
internal import Live
internal import Newsletter
internal import Settings

struct TakeInCommand: AsyncParsableCommand, PublicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Show the open pull requests and write the clean ones into the working draft (the default).",
        discussion: """
            What you delete, move or reword in the draft stays so, however often you run it. --commit then makes one \
            merge commit that closes the pull requests whose every entry is there. Exit 1: some of them need you.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable, Sendable {
        case text, json
    }

    @OptionGroup var publication: PublicationOptions

    @OptionGroup var choice: DraftChoice

    @Option(help: ArgumentHelp("Take branches of this clone for pull requests: 'pr/*'.", valueName: "pattern"))
    var branches: String?

    @Option(help: ArgumentHelp("Only these, separated by commas.", valueName: "pulls"))
    var only: String?

    @Option(help: ArgumentHelp("All but these.", valueName: "pulls"))
    var except: String?

    @Option(help: ArgumentHelp("Take these in as if for the first time, with what was deleted.", valueName: "pulls"))
    var again: String?

    @Flag(help: "Show what would happen and write nothing.")
    var dryRun = false

    @Flag(help: "Commit the draft, with the pull requests that are whole in it as parents, to a branch of its own.")
    var commit = false

    @Flag(help: "With --commit: push to where the current branch goes, instead of making a branch.")
    var push = false

    @Flag(help: "Do what leaves this machine, and not only say it.")
    var yes = false

    @Option(help: "How to show it.")
    var format = Format.text

    func validate() throws {
        if push, !commit { throw ValidationError("--push goes with --commit.") }
        if yes, !push { throw ValidationError("--yes is for what leaves this machine; say --commit --push --yes.") }
        if commit, dryRun || again != nil { throw ValidationError("--commit takes nothing in; leave the rest out.") }
        if branches == nil { throw ValidationError("Say which branches are pull requests, as in --branches 'pr/*'.") }
    }

    func run() async throws {
        let place = try await IntakePlace(publication.location, draft: choice.draft, context: .live)
        let all = try await LocalPullRequests(repository: place.repository, pattern: branches ?? "").list()
        let selection = CommitPlan.Selection(only: names(only), except: names(except))
        for name in selection.only.union(selection.except).union(names(again)).sorted()
        where !all.contains(where: { $0.name == name }) {
            throw ValidationError("There is no open pull request '\(name.key)'.")
        }
        if commit { return try await commit(all, selection, place) }
        let bytes = try place.draft()
        var intake = Intake(
            files: place.context.files, reader: place.reader, draftFile: place.draftFile,
            memory: try place.memory(of: bytes))
        let rows = try await intake.run(
            all.filter { selection.contains($0.name) }, again: names(again), isDry: dryRun)
        switch format {
        case .text: Terminal.print(Array(IntakeTable.text(rows).utf8))
        case .json: Terminal.print(IntakeTable.json(rows).indentedBytes + [0x0A])
        }
        let taken = rows.count { $0.state == .takenIn }
        Terminal.say("\(place.draftFile): \(taken) taken in\(dryRun ? " if this were no dry run" : "").")
        if rows.contains(where: \.kind.needsPerson) { throw ExitCode(1) }
    }

    private func names(_ text: String?) -> Set<PullRequestName> {
        Set((text ?? "").split(separator: ",").map { PullRequestName($0.trimmingBlanks) })
    }

    private func commit(
        _ pulls: [OpenPullRequest], _ selection: CommitPlan.Selection, _ place: IntakePlace
    ) async throws {
        let bytes = try place.draft()
        let memory = try place.memory(of: bytes)
        let files = try await place.committedFiles(draft: bytes, memory: memory)
        try await CommitGuard(place.repository, files: place.context.files).check(draft: files[0], main: place.main)
        let plan = try await CommitPlan(
            pulls, memory: memory.present, draft: bytes, selection: selection, reader: place.reader)
        for (pull, reasons) in plan.open {
            Terminal.say(TerminalText.plain("\(pull.name) stays open: \(reasons.joined(separator: "; "))."))
        }
        let commits = DraftCommit(place.repository)
        let target = push ? try await commits.pushTarget() : nil
        guard let made = try await commits.make(plan, main: place.main, files: files) else {
            return Terminal.say("There is nothing to commit.")
        }
        let closes = plan.closed.map(\.name.description).joined(separator: ", ")
        let effect = closes.isEmpty ? "closes no pull request" : "closes \(closes)"
        if let target {
            guard yes else {
                Terminal.say("Would push \(made.commit) to \(target.remote) \(target.reference); it \(effect).")
                return Terminal.say("Say --yes to do it.")
            }
            try await commits.push(made, to: target, from: place.main)
            Terminal.say("Pushed to \(target.remote) \(target.reference); it \(effect).")
            return Terminal.print(made.commit)
        }
        let branch = try await commits.putOnBranch(made, named: memory.branchName)
        Terminal.say("Once it is merged with a merge commit, it \(effect). Push it: git push origin \(branch)")
        Terminal.print(branch)
    }
}

extension Substring {
    fileprivate var trimmingBlanks: String { String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
}
