import TestKit
import Testing

@Suite(.startsProcesses) struct BouncesCommandTests {
    private let weekly: WeeklyFolder

    init() throws {
        weekly = try WeeklyFolder()
    }

    @Test func namesWhatIsMissing() async throws {
        let none = await weekly.sennight("bounces", "mbox")
        #expect(none.status == 2)
        #expect(none.errors.contains("there are no subscribers yet"))
        _ = await weekly.sennight("subscribers", "add", "ann@example.org")
        #expect(await weekly.sennight("bounces", "missing").errors.contains("No such file or directory"))
        try weekly.scratch.write("mail/x", "")
        #expect(await weekly.sennight("bounces", "mail").errors.contains("the folder isn't a Maildir"))
    }

    @Test func printsASummary() async throws {
        _ = await weekly.sennight("subscribers", "add", "ann@example.org")
        try weekly.scratch.write(
            "mbox",
            "From a\nFrom: MAILER-DAEMON@x\nTo: b+\(String(repeating: "a", count: 48))@y\n\n550 5.1.1 gone\n\nFrom b\nSubject: x\n\nHi\n"
        )
        let text = await weekly.sennight("bounces", "mbox")
        #expect(text.status == 1)
        #expect(
            text.output == """
                2 messages read
                  1 without a valid token
                  1 other messages
                Without a valid token:
                  mbox
                To be read by a person:
                  mbox:7

                """)
        let json = await weekly.sennight("bounces", "--format", "json", "--dry-run", "mbox")
        #expect(json.output.contains(#""unattributed": 1"#) && json.output.contains(#""written": false"#))
    }

    /// A mail server sends the message again after 75, and returns it after any other code but 0.
    @Test func hasTheExitCodesThatAMailServerExpects() throws {
        let folder = weekly.scratch.path
        let message = try weekly.scratch.write("message", "Subject: x\n\nHi\n")
        func status(_ arguments: String) throws -> Int32 {
            let program = try CommandRun.program()
            return try CommandRun.of(
                Command("/bin/sh", ["-c", "cd '\(folder)' && cat '\(message)' | '\(program)' bounces \(arguments)"])
            ).status
        }
        #expect(try status("") == 75)
        #expect(try CommandRun.sennight(["subscribers", "add", "ann@example.org"], in: folder).status == 0)
        #expect(try status("") == 0)
        #expect(try status("--recipient b+x@y -") == 0)
        try weekly.scratch.write(".sennight/store.sqlite", "no database, but a text that is long enough to be one")
        #expect(try status("") == 75)
        try weekly.scratch.write("sennight.yaml", "title: [")
        #expect(try status("") == 75)
    }
}
