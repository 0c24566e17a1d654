import Context
import Foundation
import TestKit
import Testing

@testable import Live

@Suite struct LiveProgramsTests {
    private func sh(_ script: String, _ command: ProgramCommand = ProgramCommand("sh")) async throws -> ProgramOutput {
        var command = command
        command.arguments = ["-c", script] + command.arguments
        return try await Programs.live.run(command)
    }

    @Test func passesArgumentsInputAndEnvironment() async throws {
        let scratch = try ScratchFolder()
        let output = try await sh(
            "pwd; echo \"$0 $1 $TEA\"; wc -c; echo no >&2; exit 7",
            ProgramCommand(
                "sh", ["a  b", "$(c)"], folder: scratch.path, environment: ["TEA": "green"],
                input: [UInt8](repeating: 65, count: 1 << 20)))
        #expect(output.status == 7)
        let lines = String(decoding: output.output, as: UTF8.self).split(separator: "\n").map {
            $0.filter { $0 != " " }
        }
        #expect(lines.dropFirst() == ["ab$(c)green", "1048576"])
        #expect(lines.first?.hasSuffix(scratch.path) == true)
        #expect(output.standardError == "no\n")
    }

    @Test func readsNothingWithoutInput() async throws {
        #expect(try await sh("cat").output == [])
    }

    @Test func reportsSignal() async throws {
        #expect(try await sh("kill -TERM $$").status == 143)
    }

    @Test func reportsProgramThatIsNotThere() async throws {
        await #expect(throws: ProgramError(program: "no-such-program", reason: .notInstalled)) {
            try await Programs.live.run(ProgramCommand("no-such-program"))
        }
        await #expect(throws: ProgramError.self) { try await Programs.live.run(ProgramCommand("/nowhere/x")) }
        await #expect(throws: ProgramError.self) {
            try await Programs.live.run(ProgramCommand("sh", folder: "/nowhere"))
        }
    }

    @Test func survivesProgramThatDoesNotReadItsInput() async throws {
        let output = try await sh("exit 0", ProgramCommand("sh", input: [UInt8](repeating: 65, count: 4 << 20)))
        #expect(output.status == 0)
    }

    @Test func doesNotWaitForProgramsInTheBackground() async throws {
        // Without the limit, a fault would let the test hang.
        let output = try await sh("sleep 1000 & echo started; exit 3", ProgramCommand("sh", timeout: 300))
        #expect(output.status == 3)
        #expect(output.output == Array("started\n".utf8))
    }

    @Test func endsChildrenOfProgramThatRunsTooLong() async throws {
        let scratch = try ScratchFolder()
        let pipe = scratch.path("pipe")
        #expect(mkfifo(pipe, 0o600) == 0)
        let descriptor = open(pipe, O_RDONLY | O_NONBLOCK)
        defer { close(descriptor) }
        await #expect(throws: ProgramError(program: "sh", reason: .timedOut(1))) {
            // Both ignore the polite signal, and hold the pipe as long as they run.
            try await sh(
                "trap '' TERM; exec 3>'\(pipe)'; echo open >&3; sleep 1000 & sleep 1000",
                ProgramCommand("sh", timeout: 1))
        }
        var bytes = [UInt8](repeating: 0, count: 16)
        #expect(read(descriptor, &bytes, 16) == 5)
        var state = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        #expect(poll(&state, 1, 60_000) == 1)
        #expect(state.revents & Int16(POLLHUP) != 0)
    }

    @Test func keepsPasswordsOutOfErrors() async throws {
        let output = try await sh("echo 'can not open https://anna:secret@host.example/' >&2")
        #expect(output.standardError == "can not open https://host.example/\n")
    }
}
