import ArgumentParser
internal import Check
internal import Context
internal import Draft
internal import Markdown
internal import Live
internal import Newsletter
internal import Settings
internal import Text

struct TakeInCommand: AsyncParsableCommand, PublicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Show the open pull requests and write the clean ones into the draft.",
        discussion: """
            What you delete, move or reword in the draft stays so, however often you run it. --commit then makes one \
            merge commit that closes the pull requests whose every entry is there. Exit 1: some of them need you.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable, Sendable {
        case text, json
    }

    @OptionGroup var publication: PublicationOptions
    @OptionGroup var choice: DraftChoice
    @OptionGroup var origin: PullRequestChoice

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

    @Option(help: ArgumentHelp("Merge main into the branch of this one, entry by entry.", valueName: "pull"))
    var update: String?

    @Flag(help: "Do what leaves this machine, and not only say it.")
    var yes = false

    @Option(help: "How to show it.")
    var format = Format.text

    func validate() throws {
        if push, !commit { throw ValidationError("--push goes with --commit.") }
        if yes, !push, update == nil { throw ValidationError("--yes goes with --push or --update.") }
        if commit, dryRun || again != nil || update != nil {
            throw ValidationError("--commit takes nothing in and updates nothing; leave the rest out.")
        }
        if update != nil, dryRun || again != nil || only != nil || except != nil {
            throw ValidationError("--update works on one pull request; leave the rest out.")
        }
    }

    func run() async throws {
        let place = try await IntakePlace(publication.location, draft: choice.draft, context: .live)
        let source = try origin.source(place)
        if let update { return try await self.update(PullRequestName(update), source, place) }
        let all = try await source.list()
        try await place.checkIsCurrent(with: try await source.main())
        let selection = CommitPlan.Selection(only: names(only), except: names(except))
        for name in selection.only.union(selection.except).union(names(again)).sorted()
        where !all.contains(where: { $0.name == name }) {
            throw Diagnostic(
                "there is no open pull request '\(name.key)'", remedy: "Name one that 'sennight intake' lists")
        }
        if commit {
            let committing = try DraftCommitting(place, pulls: all, selection: selection)
            return try await push ? committing.push(isMeant: yes) : committing.putOnBranch()
        }
        try await takeIn(all.filter { selection.contains($0.name) }, place)
    }

    private func takeIn(_ pulls: [OpenPullRequest], _ place: IntakePlace) async throws {
        let check = try await check(place)
        let session = try DraftSession(place.location, context: place.context)
        let rows = try await WritingTurn.take(session) {
            var intake = Intake(
                files: place.context.files, reader: place.reader, draftFile: place.draftFile,
                memory: try place.memory(of: try place.draft()), check: check,
                save: { changes in try session.apply(changes) })
            return try await intake.run(pulls, again: names(again), isDry: dryRun)
        }
        switch format {
        case .text: Terminal.print(IntakeTable.text(rows), endsLine: false)
        case .json: Terminal.print(PrintableText(IntakeTable.json(rows)))
        }
        let taken = rows.count { $0.state == .takenIn }
        Terminal.say("\(place.draftFile): \(taken) \(dryRun ? "would be taken in" : "taken in").")
        if rows.contains(where: \.kind.needsPerson) { throw ExitCode(1) }
    }

    /// What checks find in what a pull request adds.
    private func check(_ place: IntakePlace) async throws -> Intake.Check {
        let checks = try await CheckSession(try DraftSession(place.location, context: place.context))
        let file = place.draftFile
        return { before, after in
            do throws(Diagnostics) {
                let (old, new) = (try checks.judge(before, file: file), try checks.judge(after, file: file))
                return FindingComparison(
                    new.findings, in: new.source, with: old.findings, in: old.source
                ).new.filter { $0.severity != .hint }.map { $0.note(in: new.source) }
            } catch {
                return error.all.map { "could not be checked: \($0.summary)" }
            }
        }
    }

    private func update(_ name: PullRequestName, _ source: PullRequestSource, _ place: IntakePlace) async throws {
        let pull = try await source.find(name)
        let reader = PullRequestReader(
            repository: place.repository, folders: place.folders, main: try await source.main())
        let update = BranchUpdate(reader)
        guard let commit = try await update.make(pull) else { return Terminal.say("\(name) has all of main.") }
        guard yes else {
            Terminal.say("Would bring \(commit) to the branch of \(name). Look at it with 'git show --first-parent'.")
            return Terminal.say("Say --yes to do it.")
        }
        try await update.push(commit, to: pull)
        Terminal.say("\(name) has main in it now.")
        Terminal.print("\(commit)")
    }

    private func names(_ text: String?) -> Set<PullRequestName> {
        let parts = (text ?? "").split { $0 == "," || $0 == " " }
        return Set(parts.map { PullRequestName(String($0)) })
    }
}
