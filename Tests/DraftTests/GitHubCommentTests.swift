import Context
import Newsletter
import TestKit
import Testing

@testable import Draft

/// The one comment that the checks keep below a pull request.
struct GitHubCommentTests {
    private static let base = "https://forge.example/repos/tea/weekly"
    private static let comments = "GET \(base)/issues/5/comments?per_page=100"

    private func client(_ script: ScriptedHTTP) -> GitHubClient {
        var rules = IntakeRules()
        rules.api = "https://forge.example"
        return GitHubClient(http: script.http, rules: rules, repository: "tea/weekly", token: "s3cret")
    }

    private func keep(_ script: ScriptedHTTP, isNeeded: Bool = true) async throws -> GitHubClient.CommentOutcome {
        try await client(script).keepComment(on: 5, "<!-- m -->\nNew\n", marker: "<!-- m -->", isNeeded: isNeeded)
    }

    private static func comment(_ id: Int, _ body: String, _ type: String = "Bot") -> String {
        #"{"id":\#(id),"body":"\#(body)","user":{"login":"a","type":"\#(type)"}}"#
    }

    @Test func findsThePullRequestAtItsCommit() async throws {
        let pull = #"{"number":5,"title":"T","head":{"sha":"abc","ref":"topic"}}"#
        let script = ScriptedHTTP([
            "GET \(Self.base)/pulls?state=open&head=anna%3Atopic%26x&per_page=100": .response(body: "[\(pull)]")
        ])
        #expect(try await client(script).pullRequest(head: "anna:topic&x", at: "abc") == 5)
        #expect(try await client(script).pullRequest(head: "anna:topic&x", at: "abd") == nil)
    }

    @Test func postsItOnce() async throws {
        let script = ScriptedHTTP([
            Self.comments: .response(body: "[]"),
            "POST \(Self.base)/issues/5/comments": .response(status: 201, body: "{}"),
        ])
        #expect(try await keep(script) == .posted)
        #expect(script.asked.last.map { String(decoding: $0.body, as: UTF8.self) } == #"{"body":"<!-- m -->\nNew\n"}"#)
    }

    @Test func saysNothingWhereThereIsNothingToSay() async throws {
        #expect(try await keep(ScriptedHTTP([Self.comments: .response(body: "[]")]), isNeeded: false) == .notNeeded)
    }

    @Test func bringsItsOwnUpToDateOnALaterPage() async throws {
        let next = "\(Self.base)/issues/5/comments?per_page=100&page=2"
        let script = ScriptedHTTP([
            // Anybody can write the first line; that one's comment is left alone.
            Self.comments: .response(
                headers: ["Link": "<\(next)>; rel=\"next\""],
                body: "[\(Self.comment(1, "<!-- m -->", "User")),\(Self.comment(2, "Hello <!-- m -->"))]"),
            "GET \(next)": .response(body: "[\(Self.comment(3, #"<!-- m -->\nOld"#))]"),
            "PATCH \(Self.base)/issues/comments/3": .response(body: "{}"),
        ])
        #expect(try await keep(script, isNeeded: false) == .updated)
    }

    @Test func leavesItWhereItSaysSoAlready() async throws {
        let script = ScriptedHTTP([Self.comments: .response(body: "[\(Self.comment(3, #"<!-- m -->\nNew\n"#))]")])
        #expect(try await keep(script) == .unchanged)
    }
}
