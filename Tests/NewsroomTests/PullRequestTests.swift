import Context
import Newsletter
import Newsroom
import TestKit
import Testing

/// What is done with pull requests, in memory.
@Suite struct PullRequestTests {
    private static let settings =
        MemoryWeekly.settings
            + """
            intake:
              repository: o/r
              rules: [ { id: jobs, answer: "Hello {author}, jobs go into the thread." } ]

            """

    /// A repository of one commit, whose branches are named by `branches`.
    private static func git(branches: String = "") -> Git {
        Git { command throws(GitError) in
            let words = command.arguments
            if words.contains("--show-toplevel") { return GitOutput(status: 0, bytes: Array("/weekly\n".utf8)) }
            if words.contains("--show-prefix") {
                let prefix = command.folder == "/weekly" ? "" : "draft/"
                return GitOutput(status: 0, bytes: Array("\(prefix)\n".utf8))
            }
            if words.first == "for-each-ref" { return GitOutput(status: 0, bytes: Array(branches.utf8)) }
            return GitOutput(status: 0, bytes: Array((String(repeating: "a", count: 40) + "\n").utf8))
        }
    }

    @Test func answersByAHouseRule() async throws {
        var weekly = MemoryWeekly(settings: Self.settings)
        let pull = #"{"number":5,"title":"Jobs","state":"open","user":{"login":"ada"},"head":{"sha":"b","ref":"x"}}"#
        let web = ScriptedHTTP([
            "GET https://api.github.com/repos/o/r/pulls/5": .response(body: pull),
            "POST https://api.github.com/repos/o/r/issues/5/comments": .response(status: 201, body: "{}"),
            "PATCH https://api.github.com/repos/o/r/pulls/5": .response(body: pull),
        ])
        weekly.http = web.http
        weekly.secrets = Secrets { name throws(FileError) in name == "GITHUB_TOKEN" ? "token" : nil }
        let answers = try PullRequestAnswers(weekly.session())
        let answer = try await answers.answer(to: 5, by: "jobs")
        #expect(answer.text.contains("jobs go into the thread"))
        try await answers.decline(with: answer)
        #expect(web.asked.map(\.method) == ["GET", "POST", "PATCH"])
        await #expect(throws: Diagnostic.self) { try await answers.answer(to: 5, by: "job") }
    }

    @Test func reportsAPatternThatMatchesNoBranch() async throws {
        var weekly = MemoryWeekly(settings: Self.settings)
        weekly.git = Self.git()
        let intake = try TakenPullRequests(weekly.session(), origin: .branches("pr/*"))
        let error = await #expect(throws: Diagnostic.self) {
            try await intake.take(PullRequestSelection(), isDry: false)
        }
        #expect(error?.summary == "no branch of this clone matches 'pr/*'")
        await #expect(throws: Diagnostic.self) { try await intake.commit(PullRequestSelection(), to: .branch) }
    }

    @Test func commentsOnAPullRequest() async throws {
        var weekly = MemoryWeekly()
        weekly.write("report.json", #"{"diagnostics":[]}"#)
        weekly.http =
            ScriptedHTTP([
                "GET https://api.github.com/repos/o/r/pulls?state=open&head=o:b&per_page=100": .response(body: "[]")
            ]).http
        let comments = PullRequestComments(weekly.context)
        let comment = try comments.comment(on: "/weekly/report.json")
        #expect(!comment.text.isEmpty)
        #expect(PullRequestComments.isRepository("o/r"))
        for name in ["o", "o/r/x", "../r", "o/r?"] { #expect(!PullRequestComments.isRepository(name)) }
    }
}
