import ArgumentParser
internal import Newsroom
internal import Publish
internal import Text

struct PublishIssueCommand: PublishingCommand {
    static let configuration = CommandConfiguration(
        commandName: "issue",
        abstract: "Show what publishing an issue would do; with --yes, do it, or continue.",
        discussion: "Ctrl-C stops before the next step; the same command continues.")

    @OptionGroup var publication: PublicationOptions
    @OptionGroup var checks: IgnoredChecks

    @Argument(
        help:
            "The number or the file of an issue or a draft. (default: the issue that is being published, or the draft)")
    var issue: String?

    @Flag(help: "Publish; without this, only show the plan.")
    var yes = false

    @Option(help: ArgumentHelp("Leave out this step; may be repeated.", valueName: "step"))
    var skip: [String] = []

    @Option(
        help: ArgumentHelp("With --yes: wait until this time, such as 2026-12-02T09:00+01:00.", valueName: "time"))
    var at: String?

    @Flag(help: "Leave out the checks before sending that need the web and the DNS.")
    var skipChecks = false

    @Flag(help: "Continue what another person or machine has begun.")
    var takeOver = false

    @Flag(help: "Do everything in a copy of the publication, with the targets of 'publish.rehearsal'.")
    var rehearse = false

    @Flag(help: "Publish an issue although there is a newer one.")
    var older = false

    func validate() throws {
        guard at == nil || yes else { throw ValidationError("--at needs --yes.") }
        guard at.map({ Timestamp.rfc3339($0) != nil }) ?? true else {
            throw ValidationError("--at isn't a time with a zone. Write it like 2026-12-02T09:00:00+01:00.")
        }
    }

    func run(_ publishing: Publishing) async throws -> Outcome {
        var choice = IssuePublishing.Choice()
        choice.issue = issue
        choice.skipped = skip
        choice.notBefore = at.flatMap { Timestamp.rfc3339($0) } ?? 0
        choice.takesOver = takeOver
        choice.skipsPreFlight = skipChecks
        choice.acceptsOlder = older
        choice.ignored = checks.ignored
        guard yes else { return try await show(rehearsed(IssuePublishing(publishing, choice))) }
        let stop = StopRequest()
        // The second Ctrl-C doesn't wait for what is being done; the next run asks what became of it.
        let interrupts = Interruption {
            if stop.isRequested { Program.exit(withStatus: 130) }
            stop.request()
        }
        defer { interrupts.end() }
        let work = try await rehearsed(IssuePublishing(publishing, choice, isStopped: { stop.isRequested }))
        let journal: PublishJournal
        do {
            journal = try await work.run { record in
                if record.state != .started || record.reason != nil {
                    Terminal.print(PublishStatus.line(of: record, width: 14))
                }
            }
        } catch let refusal as RefusedPlan {
            return show(refusal.plan)
        }
        if stop.isRequested { Terminal.say("Stopped. The same command continues.") }
        let open = journal.open
        guard open.isEmpty else {
            for step in open where step.state == .uncertain {
                Terminal.say(
                    "Decide about '\(step.name)' first, with 'sennight publish skip \(step.name) --why …' or 'publish retry \(step.name)'."
                )
            }
            Terminal.say(
                "Not complete: \(open.map(\.name).joined(separator: ", ")). Run the same command again to continue.")
            return .findings
        }
        Terminal.say(rehearse ? "Rehearsed issue \(journal.issue)." : "Published issue \(journal.issue).")
        return .success
    }

    private func rehearsed(_ work: IssuePublishing) async throws -> IssuePublishing {
        rehearse ? try await work.rehearsal() : work
    }

    private func show(_ work: IssuePublishing) async throws -> Outcome { show(try await work.plan()) }

    private func show(_ plan: PublishPlan) -> Outcome {
        Terminal.print(plan.text)
        for problem in plan.problems { Terminal.say("error: \(problem)") }
        Terminal.say(
            plan.problems.isEmpty
                ? "Nothing was done. To publish, add --yes." : "Nothing was done. Fix these problems first.")
        return plan.problems.isEmpty ? .success : .findings
    }
}
