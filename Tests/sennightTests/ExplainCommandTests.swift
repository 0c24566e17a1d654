import TestKit
import Testing

@Suite(.startsProcesses)
struct ExplainCommandTests {
    @Test func printsACheckPage() throws {
        let run = try CommandRun.sennight(["explain", "duplicate-link"])
        #expect(run.status == 0)
        #expect(
            run.output.hasPrefix("duplicate-link\n\nThe same link stands twice, in this issue or in one before it.\n\n")
        )
    }

    @Test func listsAllChecks() throws {
        let lines = try CommandRun.sennight(["explain"]).output.split(separator: "\n")
        #expect(lines.count > 60)
        #expect(lines.contains { $0.hasPrefix("self-link ") && $0.hasSuffix(" The issue links to its own page.") })
    }

    @Test func guessesTheName() throws {
        let run = try CommandRun.sennight(["explain", "duplicat-link"])
        #expect(run.status == 2)
        #expect(run.errors == "error: there is no check 'duplicat-link'. Did you mean 'duplicate-link'?\n")
    }
}
