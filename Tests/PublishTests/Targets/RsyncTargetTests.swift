import Context
import Foundation
import Live
import Synchronization
import TestKit
import Testing

@testable import Publish

/// With a real ssh server and rsync on this machine.
@Suite(.startsProcesses, .enabled(if: SSHServer.isAvailable, "\(SSHServer.hint)"))
struct RsyncServerTests {
    @Test func deploysReleases() async throws {
        let server = try SSHServer()
        let trial = try RsyncTrial(server)
        let weekly = trial.weekly
        try weekly.build(["index.html": "1", "a/b.html": "b", "style.aaaaaaa1.css": "one", ".sennight-manifest": "m"])
        let attempt = try await weekly.attempt(trial.target)
        #expect(try await trial.target.presence(weekly.request(), attempt) == .absent)
        #expect(await trial.target.preview(weekly.request()).problems == [])
        #expect(try await weekly.deploy(trial.target).summary.hasPrefix("3 files changed on 127.0.0.1:") == true)
        #expect(try trial.text("index.html") == "1")
        #expect(!trial.remote.exists("srv/current/.sennight-manifest"))
        let first = try inode(trial, "a/b.html")

        // An identical site, written again, changes nothing; a changed page alone travels.
        try weekly.build(["index.html": "1", "a/b.html": "b", "style.aaaaaaa1.css": "one"])
        guard case .present(let there) = try await trial.target.presence(weekly.request(), attempt) else {
            Issue.record("the same site isn't recognized")
            return
        }
        #expect(trial.remote.exists("srv/\(there.facts["release"] ?? "")/index.html"))
        weekly.wait(days: 7)
        try weekly.build(["index.html": "2", "a/b.html": "b", "style.aaaaaaa2.css": "two"])
        #expect(try await weekly.deploy(trial.target).summary.hasPrefix("2 files changed on ") == true)
        #expect(try inode(trial, "a/b.html") == first)
        #expect(try trial.text("style.aaaaaaa1.css") == "one")
        #expect(await trial.target.preview(weekly.request()).changes.first?.contains(", instead of releases/") == true)

        // Old releases are removed, files with a hash after 30 days.
        for version in 3...7 {
            weekly.wait(days: 7)
            try weekly.build(["index.html": "\(version)", "a/b.html": "b", "style.aaaaaaa2.css": "two"])
            try await weekly.deploy(trial.target)
            #expect(trial.remote.exists("srv/current/style.aaaaaaa1.css") == (version < 7), "\(version)")
        }
        #expect(try trial.releases().count == 3)
        #expect(try trial.text("index.html") == "7")
    }

    @Test func survivesStopsAtEveryStep() async throws {
        let server = try SSHServer()
        let trial = try RsyncTrial(server)
        let weekly = trial.weekly
        try weekly.build(version: 0, pages: 5)
        try await weekly.deploy(trial.target)
        let reader = ReaderLoop(folder: trial.current, pages: 5)
        let stops = [
            "mkdir", "while", "cat >", "ln -sfn", "mv -fT", "[ \"$(readlink", "cd releases", "rsync", "lost", "end",
        ]
        for (number, stop) in stops.enumerated() {
            weekly.wait(days: 1)
            try weekly.build(version: number + 1, pages: 5)
            let attempt = try await weekly.attempt(trial.target)
            let request = trial.request { command throws(ProgramError) in try await Self.stopped(command, at: stop) }
            let fault = await #expect(throws: StepFault.self, "\(stop)") {
                try await trial.target.perform(request, attempt)
            }
            let presence = try await trial.target.presence(weekly.request(), attempt)
            let isThere = ["[ \"$(readlink", "cd releases", "end"].contains(stop)
            if case .present = presence { #expect(isThere, "\(stop)") } else { #expect(!isThere, "\(stop)") }
            // Where there may have been an effect, it isn't reported as none.
            if isThere { #expect(fault?.effect == .possible, "\(stop)") }
            _ = try await trial.target.perform(weekly.request(), attempt)
            #expect(try trial.text("0/index.html").hasSuffix("version \(number + 1)"))
        }
        let (faults, rounds) = reader.stop()
        #expect(faults == [])
        #expect(rounds > 2)
        #expect(try trial.releases().count == 3)
    }

    /// Runs a command that stops before a line of the server's script, in the middle of copying, or whose connection is
    /// lost.
    private static func stopped(_ command: ProgramCommand, at stop: String) async throws(ProgramError) -> ProgramOutput
    {
        var command = command
        let script = String(decoding: command.input, as: UTF8.self)
        let isActivation = script.contains("set -e")
        let broken = ProgramOutput(status: 255, standardError: "client_loop: send disconnect: Broken pipe\n")
        switch stop {
        case "rsync" where command.program == "rsync":
            // What was copied before it was killed.
            command.arguments.insert("--include=/[0-2]/***", at: 0)
            command.arguments.insert("--exclude=*", at: 1)
            _ = try await Programs.live.run(command)
            return ProgramOutput(status: 137)
        case "mkdir" where script.contains("\nmkdir"), "lost" where isActivation:
            // Only a part of the script arrives.
            command.input = Array(script.prefix(script.count * 4 / 5).utf8)
            _ = try await Programs.live.run(command)
            return broken
        case "end" where isActivation:
            _ = try await Programs.live.run(command)
            throw ProgramError(program: "ssh", reason: .timedOut(120))
        case _ where isActivation && script.contains("\n\(stop)"):
            command.input = Array(script.replacing("\n\(stop)", with: "\nkill -9 $$\n\(stop)").utf8)
            return try await Programs.live.run(command)
        default: return try await Programs.live.run(command)
        }
    }

    @Test func readersSeeWholeSites() async throws {
        let server = try SSHServer()
        let trial = try RsyncTrial(server)
        try trial.weekly.build(version: 0)
        try await trial.weekly.deploy(trial.target)
        let reader = ReaderLoop(folder: trial.current, pages: 30)
        for version in 1...5 {
            trial.weekly.wait(days: 1)
            try trial.weekly.build(version: version)
            try await trial.weekly.deploy(trial.target)
        }
        let (faults, rounds) = reader.stop()
        #expect(faults == [])
        #expect(rounds > 2)

        // The same server: a host whose key isn't known, a folder in place of the link, and a file in place of the path.
        let empty = try trial.weekly.scratch.write("empty", "")
        let stranger = try RsyncTrial(server, knownHosts: empty)
        try stranger.weekly.build(["index.html": "1"])
        let fault = await fault(stranger)
        #expect(fault?.problem == "the host key of 127.0.0.1 is unknown or has changed")
        #expect(fault?.effect == StepFault.Effect.none)
        #expect(try stranger.remote.files() == [])

        let blocked = try RsyncTrial(server)
        try blocked.weekly.build(["index.html": "1"])
        try blocked.remote.write("srv/current/index.html", "by hand")
        #expect(
            await self.fault(blocked)?.problem.hasSuffix(
                "/current on 127.0.0.1 is a folder or a file instead of a link") == true)
        let attempt = try await blocked.weekly.attempt(blocked.target)
        guard case .conflict = try await blocked.target.presence(blocked.weekly.request(), attempt) else {
            Issue.record("a folder in place of the link isn't a conflict")
            return
        }
        try FileManager.default.removeItem(atPath: blocked.remote.path("srv"))
        try blocked.remote.write("srv", "a file")
        #expect(await self.fault(blocked)?.problem.hasPrefix("ssh failed for 127.0.0.1 with exit status ") == true)
    }

    private func fault(_ trial: RsyncTrial) async -> StepFault? {
        await #expect(throws: StepFault.self) {
            try await trial.target.perform(trial.weekly.request(), try await trial.weekly.attempt(trial.target))
        }
    }

    private func inode(_ trial: RsyncTrial, _ path: String) throws -> UInt64 {
        try #require(Files.live.status("\(trial.current)/\(path)")).inode
    }
}

/// With scripted programs.
@Suite struct RsyncTargetTests {
    private func weekly(_ keys: String = "host: deploy@www.example, path: /srv/weekly") throws
        -> (DeployedWeekly, any PublishTarget)
    {
        let weekly = try DeployedWeekly(deploy: "    - { target: rsync, \(keys) }\n")
        try weekly.build(["index.html": "1"])
        return (weekly, try #require(weekly.targets.first))
    }

    private func request(
        _ weekly: DeployedWeekly, _ run: @escaping @Sendable (ProgramCommand) throws(ProgramError) -> ProgramOutput
    ) -> PublishRequest {
        var context = weekly.context
        context.programs = Programs { command throws(ProgramError) in try run(command) }
        return weekly.request(context)
    }

    @Test func checksHostKeysAndComparesContents() async throws {
        let (weekly, target) = try weekly(
            "host: deploy@www.example, path: /srv/weekly, port: 2222, identity: /run/my key, known-hosts: hosts")
        let commands = Mutex<[ProgramCommand]>([])
        let request = request(weekly) { command throws(ProgramError) in
            commands.withLock { $0.append(command) }
            if command.program == "rsync" {
                return ProgramOutput(status: 0, output: Array("<f+++++++++\ncd+++++++++\n".utf8))
            }
            return ProgramOutput(
                status: 0, output: Array("Welcome!\nsennight:=releases/20260101T000000Z-1a2b3c4d5e6f\n".utf8))
        }
        let attempt = try await weekly.attempt(target)
        let result = try await target.perform(request, attempt)
        #expect(result.summary == "1 file changed on deploy@www.example:/srv/weekly")
        let release = "20260101T000000Z-\(attempt.payload.prefix(12))"
        #expect(result.facts == ["release": release])
        let calls = commands.withLock { $0 }
        #expect(calls.map(\.program) == ["ssh", "rsync", "ssh"])
        let ssh = [
            "-o", "BatchMode=yes", "-o", "StrictHostKeyChecking=yes", "-o", "ConnectTimeout=15", "-o",
            "ServerAliveInterval=10", "-o", "ServerAliveCountMax=3", "-p", "2222", "-i", "/run/my key", "-o",
            "IdentitiesOnly=yes", "-o", "UserKnownHostsFile=\"\(weekly.scratch.path)/hosts\"", "--",
            "deploy@www.example", "exec sh -s",
        ]
        #expect(calls.first?.arguments == ssh)
        let rsync = calls[1].arguments
        #expect(rsync.contains("--checksum") && !rsync.contains("--times"))
        #expect(rsync.contains("--link-dest=../../releases/20260101T000000Z-1a2b3c4d5e6f"))
        #expect(rsync.contains { $0.contains("StrictHostKeyChecking=yes") && $0.contains("'/run/my key'") })
        #expect(
            Array(rsync.suffix(3)) == ["--", "\(weekly.site)/", "deploy@www.example:/srv/weekly/releases/\(release)/"])
    }

    @Test(arguments: [
        ("ssh: connect to host www.example port 22: Connection refused\n", 255, "can't be reached: "),
        ("ssh: Could not resolve hostname www.example: Name or service not known\n", 255, "can't be reached: "),
        ("kex_exchange_identification: Connection closed by remote host\n", 255, "ssh failed for deploy@www.example"),
        ("Host key verification failed.\n", 255, "the host key of deploy@www.example is unknown"),
        (
            "Warning: x\ndeploy@www.example: Permission denied (publickey).\n", 255,
            "deploy@www.example refuses the login"
        ),
        ("sh: 3: mkdir: No space left on device\n", 1, "with exit status 1: sh: 3: mkdir: No space left on device"),
    ])
    func saysWhyServerCannotBeUsed(errors: String, status: Int, problem: String) async throws {
        let (weekly, target) = try weekly()
        let request = request(weekly) { _ throws(ProgramError) in ProgramOutput(status: status, standardError: errors) }
        let attempt = try await weekly.attempt(target)
        let fault = await #expect(throws: StepFault.self) { try await target.perform(request, attempt) }
        #expect(fault?.problem.contains(problem) == true, "\(String(describing: fault))")
        #expect(fault?.effect == StepFault.Effect.none)
        #expect(await target.preview(request).problems.count == 1)
        await #expect(throws: StepFault.self) { try await target.presence(request, attempt) }
    }

    @Test(arguments: [
        (ProgramError.Reason.notInstalled, "ssh isn't installed"),
        (.timedOut(120), "deploy@www.example hasn't answered for 120 seconds"),
    ])
    func reportsStall(reason: ProgramError.Reason, problem: String) async throws {
        let (weekly, target) = try weekly()
        let request = request(weekly) { command throws(ProgramError) in
            throw ProgramError(program: command.program, reason: reason)
        }
        let attempt = try await weekly.attempt(target)
        let fault = await #expect(throws: StepFault.self) { try await target.perform(request, attempt) }
        #expect(fault?.problem == problem)
        #expect(fault?.effect == StepFault.Effect.none)
    }

    @Test(arguments: [
        "host: -oProxyCommand=x, path: /srv", "host: 'a b', path: /srv", "host: a, path: srv", "host: a, path: /",
        "host: a, path: '/srv/$(x)'", "host: a, path: /srv/../etc", "host: a, path: \"/srv/'x\"",
    ])
    func refusesWhatAShellMightMisread(keys: String) {
        #expect(throws: (any Error).self) { try DeployedWeekly(deploy: "    - { target: rsync, \(keys) }\n") }
    }
}
