import Context
import Newsletter
import Testing

@testable import Collect

@Suite struct TestingStepsTests {
    private let steps = TestingSteps(phrases: ["testing steps", "how to test"])

    @Test(
        arguments: [
            ("## Testing steps\n1. Run it", .here), ("**How to test:** run it", .here), ("1. how to test: run", .here),
            ("See the [Testing Steps](https://e.org/steps).", .link("https://e.org/steps")),
            ("[a](https://e.org/a) and [testing steps for it](https://e.org/b \"T\")", .link("https://e.org/b")),
            ("Testing steps\r\n\r\n[how to test](https://e.org/c)", .link("https://e.org/c")),
            ("Could somebody write testing steps?", nil), ("```\ntesting steps\n```", nil),
            ("[testing steps](#below)", nil), ("[testing steps](https://e.org", nil), ("", nil), ("](](", nil),
        ] as [(String, TestingSteps.Place?)])
    func findsThem(text: String, place: TestingSteps.Place?) {
        #expect(steps.place(in: text) == place)
    }
}

@Suite struct GitHubTestingTests {
    private typealias Answers = GitHubAnswers

    private func collected(_ pages: [String: String], keys: String = "") async throws -> CollectionResult {
        let web = ScriptedWeb(pages.mapValues { HTTPResponse($0) })
        return try await collect(
            "  - { source: github-testing, api: \"https://g\", repositories: [{ repository: o/r, section: Rust }]\(keys) }\n",
            from: web)
    }

    private static let list =
        "https://g/repos/o/r/issues?labels=call-for-testing&state=all&since=2026-07-01T00:00:00Z&per_page=100"
    private static let events = Answers.list(Answers.labelled("call-for-testing", week.since + 3))

    private static func pages(_ item: String, comments: String) -> [String: String] {
        [
            list: Answers.list(item), "https://g/repos/o/r/issues/7/events?per_page=100": events,
            "https://g/repos/o/r/issues/7/comments?per_page=100": comments,
        ]
    }

    @Test func takesTheNewestCommentThatExplainsIt() async throws {
        let result = try await collected(
            Self.pages(
                Answers.item("o/r", 7, title: "Faster  builds"),
                comments:
                    #"[{"body": "Testing steps: old", "html_url": "https://c/1"}, {"body": "Testing steps: new", "html_url": "https://c/2"}, {"body": "Thanks", "html_url": "https://c/3"}, {"body": null, "html_url": "https://c/4"}]"#
            ))
        #expect(result.faults == [])
        let call = try #require(result.candidates.first)
        #expect(call.content == .callForTesting(CallForTesting(steps: "https://c/2")))
        #expect(call.title == "Faster builds" && call.section == "Rust" && call.kind == .testing)
        #expect(call.time == week.since + 3)
        #expect(
            call.factsByName == [
                "repository": "o/r", "author": "ada",
                "reply": "This call for testing will be in the next issue. Thank you, @ada!",
                "reply-to": "https://g/repos/o/r/issues/7/comments",
            ])
    }

    @Test func takesTheDescriptionWhereNoCommentHelps() async throws {
        let item = Answers.item("o/r", 7, body: "Intro\\n\\n### How to test\\nRun it.")
        let result = try await collected(Self.pages(item, comments: "[]"))
        #expect(
            result.candidates.map(\.content) == [
                .callForTesting(CallForTesting(steps: "https://github.com/o/r/issues/7"))
            ])
    }

    @Test func saysThatThereAreNoSteps() async throws {
        let item = Answers.item("o/r", 7, author: nil)
        let result = try await collected(Self.pages(item, comments: #"[{"body": "Hm", "html_url": "https://c/1"}]"#))
        #expect(result.candidates.map(\.content) == [.callForTesting(CallForTesting(steps: nil))])
        // Nobody to reply to.
        #expect(result.candidates.first?.factsByName == ["repository": "o/r", "testing steps": "not found"])
    }

    @Test func fillsTheReplyInOnce() async throws {
        let result = try await collected(
            Self.pages(Answers.item("o/r", 7, title: "About {author}"), comments: "[]"),
            keys: ", reply: \"@{author}: {title} <{url}>\"")
        #expect(
            result.candidates.first?.factsByName["reply"] == "@ada: About {author} <https://github.com/o/r/issues/7>")
    }

    @Test func bringsTheCallEvenIfItsCommentsFail() async throws {
        var pages = Self.pages(Answers.item("o/r", 7), comments: "<html>")
        let result = try await collected(pages)
        #expect(result.candidates.count == 1)
        #expect(
            result.faults.map(\.description) == [
                "github-testing: https://g/repos/o/r/issues/7/comments?per_page=100: the response isn't JSON. Open the address to see the answer; the service may have changed its format"
            ])
        pages["https://g/repos/o/r/issues/7/events?per_page=100"] = Answers.list(
            Answers.labelled("call-for-testing", week.until))
        #expect(try await collected(pages) == CollectionResult())
    }

    @Test func refusesSettingsWithoutRepositories() throws {
        #expect(try faults("  - { source: github-testing, label: x }\n").first?.contains("is missing. Write") == true)
        let found = try faults("  - { source: github-testing, label: x, repositories: [] }\n")
        #expect(found.count == 1)
        #expect(found.first?.contains("'github-testing.repositories' is missing or empty") == true)
    }
}
