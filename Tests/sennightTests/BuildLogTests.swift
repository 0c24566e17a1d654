import TestKit
import Testing

@testable import sennight

@Suite(.startsProcesses) struct BuildLogTests {
    @Test(arguments: [
        ("::error::a", #"\u003A:error::a"#), ("a\n \t::add-mask::b\n", "a\n \t\\u003A:add-mask::b\n"),
        ("a ::error::", "a ::error::"), ("a ##[error]b", #"a #\u0023[error]b"#), ("###[x]", #"##\u0023[x]"#),
        ("### Here [x]", "### Here [x]"),
        ("##vso[x]", #"#\u0023vso[x]"#), ("\u{A0}::x::", "\u{A0}\\u003A:x::"), (":\u{301}:x", ":\u{301}:x"), ("", ""),
    ])
    func hasNoLineThatIsACommand(text: String, escaped: String) {
        #expect(BuildLog.escaped(text) == escaped)
        #expect(HostileText.commands(in: BuildLog.escaped(text)) == [])
    }

    @Test(arguments: [("GITHUB_ACTIONS", "true", false), ("GITHUB_ACTIONS", "", true), ("TF_BUILD", "True", false)])
    func isEscapedWhereARunnerReadsIt(name: String, value: String, isPlain: Bool) async throws {
        let run = await CommandRun.inProcess(["explain", "::error::x"], environment: [name: value])
        #expect(run.errors.contains("::error::x") && run.status != 0)
        let weekly = try WeeklyFolder()
        let command = await CommandRun.inProcess(
            ["inspect", "::error::x"], in: weekly.scratch.path, environment: [name: value])
        #expect(try weekly.body.isEmpty == false)
        #expect(command.errors.hasPrefix("::error::x") == isPlain, "\(command.errors)")
    }
}
