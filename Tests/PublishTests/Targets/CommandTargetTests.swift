import Context
import Foundation
import Live
import Synchronization
import TestKit
import Testing

@testable import Publish

@Suite struct CommandTargetTests {
    private static let allModes = "modes: [preview, presence, verify]"

    private func weekly(_ keys: String = Self.allModes) throws -> (DeployedWeekly, any PublishTarget) {
        let weekly = try DeployedWeekly(deploy: "    - { target: command, run: [./deploy, --fast], \(keys) }\n")
        try weekly.build(["index.html": "home"])
        return (weekly, try #require(weekly.targets.first))
    }

    private func request(
        _ weekly: DeployedWeekly, _ run: @escaping @Sendable (ProgramCommand) throws(ProgramError) -> ProgramOutput
    ) -> PublishRequest {
        var context = weekly.context
        context.programs = Programs { command throws(ProgramError) in try run(command) }
        return weekly.request(context)
    }

    @Test func passesWhatTheGuidePromises() async throws {
        let (weekly, target) = try weekly()
        let commands = Mutex<[ProgramCommand]>([])
        let request = request(weekly) { command throws(ProgramError) in
            commands.withLock { $0.append(command) }
            return ProgramOutput(
                status: 0, output: Array("copied\nmore\nrelease=5\nurl=https://weekly.example/\n".utf8))
        }
        let attempt = try await weekly.attempt(target)
        #expect(await target.preview(request).changes == ["copied", "more"])
        let result = StepResult(
            "more", url: "https://weekly.example/", facts: ["release": "5", "url": "https://weekly.example/"])
        #expect(try await target.presence(request, attempt) == .present(result))
        #expect(try await target.perform(request, attempt) == result)
        try await target.verify(request, attempt, result)
        let calls = commands.withLock { $0 }
        #expect(calls.map(\.program) == Array(repeating: "./deploy", count: 4))
        #expect(
            calls.allSatisfy { $0.arguments == ["--fast"] && $0.folder == weekly.scratch.path && $0.timeout == 600 })
        #expect(calls.map { $0.environment["SENNIGHT_MODE"] } == ["preview", "presence", "perform", "verify"])
        #expect(
            calls.last?.environment == [
                "SENNIGHT_MODE": "verify", "SENNIGHT_SITE": weekly.site, "SENNIGHT_ISSUE": "7",
                "SENNIGHT_URL": "https://weekly.example/7/", "SENNIGHT_KEY": "key-1",
                "SENNIGHT_DIGEST": attempt.payload,
            ])
    }

    @Test func runsProgramOnlyToDeployIfItKnowsNoOtherModes() async throws {
        let (weekly, target) = try weekly("time-limit: 5")
        let modes = Mutex<[String?]>([])
        let request = request(weekly) { command throws(ProgramError) in
            modes.withLock { $0.append(command.environment["SENNIGHT_MODE"]) }
            return ProgramOutput(status: 0)
        }
        #expect(await target.preview(request) == StepPreview(changes: ["run ./deploy --fast"]))
        let attempt = try await weekly.attempt(target)
        #expect(try await target.presence(request, attempt) == .absent)
        #expect(try await target.presence(request, try await weekly.attempt(target, count: 2)) == .unknown)
        let result = try await target.perform(request, attempt)
        #expect(result == StepResult("./deploy has deployed the site"))
        try await target.verify(request, attempt, result)
        #expect(modes.withLock { $0 } == ["perform"])
    }

    @Test(arguments: [
        (3, "absent", "possible"), (4, "unknown", "possible"), (75, "fault", "none"), (1, "fault", "possible"),
        (137, "fault", "possible"),
    ])
    func readsExitStatus(status: Int, presence: String, effect: String) async throws {
        let (weekly, target) = try weekly()
        let request = request(weekly) { _ throws(ProgramError) in
            ProgramOutput(status: status, standardError: "half\nno space\n\n")
        }
        let attempt = try await weekly.attempt(target)
        do throws(StepFault) {
            let found = try await target.presence(request, attempt)
            #expect("\(found)" == presence)
        } catch {
            #expect(presence == "fault" && error.effect == .none)
        }
        let fault = await #expect(throws: StepFault.self) { try await target.perform(request, attempt) }
        #expect(fault?.problem == "./deploy failed with exit status \(status): no space")
        #expect(fault.map { "\($0.effect)" } == effect)
        #expect((fault?.retryAfter != nil) == (status == 75))
        #expect(await target.preview(request).problems == ["./deploy failed with exit status \(status): no space"])
    }

    @Test(arguments: [
        (ProgramError.Reason.notInstalled, "the program ./deploy wasn't found", StepFault.Effect.none),
        (.notRun("Permission denied"), "./deploy can't be run: Permission denied", .none),
        (.timedOut(600), "./deploy was ended because it ran for more than 600 seconds", .possible),
    ])
    func reportsProgramThatHasNoResult(reason: ProgramError.Reason, problem: String, effect: StepFault.Effect)
        async throws
    {
        let (weekly, target) = try weekly()
        let request = request(weekly) { command throws(ProgramError) in
            throw ProgramError(program: command.program, reason: reason)
        }
        let attempt = try await weekly.attempt(target)
        let fault = await #expect(throws: StepFault.self) { try await target.perform(request, attempt) }
        #expect(fault?.problem == problem)
        #expect(fault?.effect == effect)
    }

    @Test func runsRealProgram() async throws {
        let (weekly, target) = try weekly()
        try weekly.scratch.write(
            "deploy", "#!/bin/sh\nmkdir -p www && cp -R \"$SENNIGHT_SITE/.\" www/ && echo url=x:$1\n")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: weekly.scratch.path("deploy"))
        let result = try await target.perform(weekly.request(), try await weekly.attempt(target))
        #expect(result.url == "x:--fast")
        #expect(try weekly.scratch.text("www/index.html") == "home")
    }
}
