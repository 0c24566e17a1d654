internal import Context
package import Settings
internal import Text

/// Deploys with a program of the user's own, which `Guides/publishing/deploying.md` describes.
///
///     - target: command
///       run: [scripts/deploy]
package struct CommandTarget: PublishTarget {
    package static let kind = "command"
    package static let role = TargetRole.deploy
    package static let summary = "a program of your own"
    package static let keys = SettingsMapping([
        Setting(
            "run", .list(.text), "The program and its arguments, run in the publication's root without a shell.",
            required: true, example: ["scripts/deploy"]),
        Setting(
            "modes", .list(.choice(["preview", "presence", "verify"])),
            "What the program can do besides deploying; it is only run with these values of `SENNIGHT_MODE`, and `perform`.",
            example: ["presence"]),
        Setting(
            "time-limit", .number(1...86_400), "How many seconds the program may run, before it is ended.", default: 600
        ),
    ])
    package let name: String
    private let command: [String]
    private let modes: Set<String>
    private let timeLimit: Int

    package init(_ fields: SettingsFields, name: String) {
        self.name = name
        command = fields.texts("run")
        modes = Set(fields.texts("modes"))
        timeLimit = fields.number("time-limit")
        if command.isEmpty {
            fields.report(
                "run", "has no program", remedy: "Write the program and its arguments, such as [scripts/deploy]")
        }
    }

    package var target: String { command.first ?? "" }
    package let isFinal = false

    package func preview(_ request: PublishRequest) async -> StepPreview {
        let usual = "run \(command.joined(separator: " "))"
        guard modes.contains("preview") else { return StepPreview(changes: [usual]) }
        do throws(StepFault) {
            let report = try await run("preview", request, nil)
            guard report.status == 0 else { return StepPreview(changes: [usual], problems: [report.complaint]) }
            return StepPreview(changes: report.lines.isEmpty ? [usual] : report.lines)
        } catch {
            return StepPreview(changes: [usual], problems: ["\(error)"])
        }
    }

    package func payload(_ request: PublishRequest) async throws(StepFault) -> String {
        try await SiteContent(of: request).digest
    }

    package func presence(_ request: PublishRequest, _ attempt: StepAttempt) async throws(StepFault) -> StepPresence {
        guard modes.contains("presence") else { return attempt.count > 1 ? .unknown : .absent }
        let report = try await run("presence", request, attempt)
        switch report.status {
        case 0: return .present(report.result)
        case CommandReport.absent: return .absent
        case CommandReport.unknown: return .unknown
        default: throw report.fault(effect: .none)
        }
    }

    package func perform(_ request: PublishRequest, _ attempt: StepAttempt) async throws(StepFault) -> StepResult {
        _ = try await SiteContent(of: request, attempt)
        let report = try await run("perform", request, attempt)
        guard report.status == 0 else {
            throw report.fault(effect: report.status == CommandReport.tryAgain ? .none : .possible)
        }
        return report.result
    }

    package func verify(_ request: PublishRequest, _ attempt: StepAttempt, _ result: StepResult) async throws(StepFault)
    {
        guard modes.contains("verify") else { return }
        let report = try await run("verify", request, attempt)
        guard report.status == 0 else { throw report.fault(effect: .possible) }
    }

    private func run(_ mode: String, _ request: PublishRequest, _ attempt: StepAttempt?) async throws(StepFault)
        -> CommandReport
    {
        let call = ProgramCommand(
            command.first ?? "", Array(command.dropFirst()), folder: request.root,
            environment: [
                "SENNIGHT_MODE": mode, "SENNIGHT_SITE": request.site, "SENNIGHT_ISSUE": String(request.issue.number),
                "SENNIGHT_URL": request.issue.url, "SENNIGHT_KEY": attempt?.key ?? "",
                "SENNIGHT_DIGEST": attempt?.payload ?? "",
            ], timeout: timeLimit)
        do throws(ProgramError) {
            return CommandReport(program: target, try await request.context.programs.run(call))
        } catch {
            let remedy = "Check 'run:' of the target '\(name)'"
            switch error.reason {
            case .notInstalled: throw StepFault("the program \(target) wasn't found", remedy: remedy)
            case .notRun(let why): throw StepFault("\(target) can't be run: \(why)", remedy: remedy)
            case .timedOut(let seconds):
                throw StepFault(
                    "\(target) was ended because it ran for more than \(seconds.counted("second"))",
                    remedy: "Find out what it waits for, or increase 'time-limit:' of the target '\(name)'",
                    effect: mode == "perform" ? .possible : .none)
            }
        }
    }
}
