import Context
import Testing

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
            "\u{1}2026-01-07\n\nnews/1.md\nnews/2.md\n\u{1}2026-02-04\n\nnews/2.md\nnews/a,b.md\nnews/ü.md\n")
        #expect(
            dates.table(of: ["news/1.md", "news/2.md", "news/a,b.md", "news/ü.md", "news/4.md"])
                == "file,date\nnews/1.md,2026-01-07\nnews/2.md,2026-01-07\nnews/ü.md,2026-02-04\n")
        #expect(dates.table(of: ["news/4.md"]) == nil)
    }

    @Test func isEmptyWithoutARepository() async {
        #expect(await dates("\u{1}2026-01-07\n\n1.md\n", status: 128).table(of: ["1.md"]) == nil)
    }
}
