import TestKit
import Testing

@Suite struct ExplainCommandTests {
    @Test func printsACheckPage() async throws {
        let run = await CommandRun.inProcess(["explain", "duplicate-link"])
        #expect(run.status == 0)
        #expect(
            run.output.hasPrefix(
                "duplicate-link\n\nThe same link appears twice, in this issue or in an earlier one.\n\n")
        )
    }

    @Test func listsAllChecks() async throws {
        let lines = await CommandRun.inProcess(["explain"]).output.split(separator: "\n")
        #expect(lines.count > 60)
        #expect(
            lines.contains {
                $0.hasPrefix("self-link ")
                    && $0.hasSuffix(" The issue links to its own page, or an entry links to an older issue.")
            })
    }

    @Test func guessesTheName() async throws {
        let run = await CommandRun.inProcess(["explain", "duplicat-link"])
        #expect(run.status == 2)
        #expect(run.errors == "error: unknown check 'duplicat-link'. Did you mean 'duplicate-link'?\n")
    }
}
