import Context
import Testing
import Text

@testable import Newsroom

@Suite struct CommitDatesTests {
    private func dates(_ output: String, status: Int = 0) async -> CommitDates {
        await CommitDates(
            of: "weekly",
            git: Git { command throws(GitError) in
                GitOutput(
                    status: command.folder == "weekly" && command.arguments.contains("log") ? status : 1,
                    bytes: Array(output.utf8))
            })
    }

    @Test func takesTheFirstCommitOfEachFile() async {
        let dates = await dates(
            "\u{1}2026-01-07\n\nA\tnews/1.md\nA\tnews/2.md\n\u{1}2026-02-04\n\nA\tnews/2.md\nA\tnews/ü.md\n")
        let days = dates.days(of: ["news/1.md", "news/2.md", "news/ü.md", "news/4.md"]).mapValues(\.description)
        #expect(days == ["news/1.md": "2026-01-07", "news/2.md": "2026-01-07", "news/ü.md": "2026-02-04"])
    }

    @Test func followsRenames() async {
        let dates = await dates(
            "\u{1}2026-01-07\n\nA\told/1.md\n\u{1}2026-02-04\n\nR100\told/1.md\tnews/1.md\nR90\tx.md\tnews/2.md\n")
        let days = dates.days(of: ["news/1.md", "news/2.md"]).mapValues(\.description)
        #expect(days == ["news/1.md": "2026-01-07", "news/2.md": "2026-02-04"])
    }

    @Test func learnsNothingFromASingleCommit() async {
        let issues = (1...4).map { "\($0).md" }
        let dates = await dates("\u{1}2026-01-07\n\n" + issues.map { "A\t\($0)\n" }.joined())
        #expect(dates.days(of: issues).isEmpty)
        #expect(dates.days(of: Array(issues.prefix(3))).count == 3)
    }

    @Test func isEmptyWithoutARepository() async {
        #expect(await dates("\u{1}2026-01-07\n\nA\t1.md\n", status: 128).days(of: ["1.md"]).isEmpty)
    }
}
