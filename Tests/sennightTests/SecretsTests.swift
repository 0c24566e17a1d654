import Foundation
import Synchronization
import TestKit
import Testing

/// Secrets in the whole program: what it prints, writes and sends.
@Suite struct SecretsTests {
    private static let token = "ghp_0123456789+abc/def"
    private static let password = "app-pass-word-9876"
    private static let session = "eyJ0eXAi.eyJzdWIiOiJkaWQ6cGxjIn0.c2lnbmF0dXJlLW9m"
    private static let key = "feed-key-0123456789"
    private static let path = "private-0123456789abcdef0123456789abcdef"

    private static let sources = """
        sources:
          - { source: github-participation, name: tasks, labels: [easy], projects: [ { repository: o/r } ], api: "SERVER" }
          - { source: bluesky, tags: [tea], account: w, service: "SERVER" }
          - { source: feeds, name: blogs, feeds: ["SERVER/feed?api_key=KEY", "http://user:app-pass-word-9876@h.example/"] }
          - { source: icalendar, name: club, calendars: [ { url: "SERVER/ical/PATH/basic.ics" } ] }

        """

    private func collect(_ answer: @escaping @Sendable (WebQuestion) -> WebReply, to stranger: LoopbackServer? = nil)
        async throws -> (weekly: WeeklyFolder, run: CommandRun, server: LoopbackServer)
    {
        let server = try LoopbackServer(answer: answer)
        let weekly = try WeeklyFolder()
        let sources = Self.sources.replacing("SERVER", with: server.address).replacing("KEY", with: Self.key)
            .replacing("PATH", with: Self.path)
        try weekly.scratch.write("sennight.yaml", WeeklyFolder.settings + sources)
        let run = try await sennight(["collect"], weekly, [server, stranger].compactMap(\.self))
        return (weekly, run, server)
    }

    private func sennight(_ arguments: [String], _ weekly: WeeklyFolder, _ servers: [LoopbackServer] = []) async throws
        -> CommandRun
    {
        await CommandRun.inProcess(
            arguments, in: weekly.scratch.path,
            environment: [
                "SENNIGHT_OPEN_HOSTS": servers.map(\.endpoint).joined(separator: " "), "GITHUB_TOKEN": Self.token,
                "BLUESKY_PASSWORD": Self.password, "NO_COLOR": "1",
            ])
    }

    private func expectNoSecrets(in text: String, _ comment: Comment) {
        for secret in [Self.token, Self.password, Self.session, Self.key, Self.path] {
            let escaped = secret.replacing("+", with: "%2B").replacing("/", with: "%2F")
            for form in [secret, escaped, secret.replacing("/", with: "\\/"), Data(secret.utf8).base64EncodedString()] {
                #expect(!text.contains(form), comment)
            }
        }
    }

    private func expectNoSecrets(of run: CommandRun, _ weekly: WeeklyFolder) async throws {
        expectNoSecrets(in: run.output, "stdout")
        expectNoSecrets(in: run.errors, "stderr")
        for file in try weekly.scratch.files() where file != "sennight.yaml" {
            let bytes = try weekly.scratch.bytes(file)
            expectNoSecrets(in: file + String(decoding: bytes, as: UTF8.self), "\(file)")
        }
        for command in [["sources"], ["candidates"], ["status"]] {
            let run = try await sennight(command, weekly)
            expectNoSecrets(in: run.output + run.errors, "\(command)")
        }
    }

    @Test func masksWhatServersSendBack() async throws {
        let (weekly, run, server) = try await collect { question in
            let said =
                (question.fields["authorization"] ?? "") + " " + question.target + " "
                + String(decoding: question.body, as: UTF8.self).replacing("\"", with: "\\\"")
            if question.target.hasPrefix("/repos") { return .text("[\(WebPage.issue(1, title: "Boil \(said)"))]") }
            if question.target.hasSuffix("createSession") { return .text(#"{"accessJwt": "\#(Self.session)"}"#) }
            if question.target.hasPrefix("/xrpc") { return .text(#"{"posts": [{"\#(said)": 1}]}"#) }
            if question.target.hasPrefix("/feed") {
                return .text(WebPage.feed((said, "https://a.example/x?y=\(Self.key)")))
            }
            // Folded lines hide a secret from whoever looks at the answer alone (RFC 5545, section 3.1).
            let folded = "SUMMARY:Evening \(Self.path.prefix(20))\r\n \(Self.path.dropFirst(20))"
            return .text(
                "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\n\(folded)\r\nDTSTART:29990312T180000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
                ["ETag: \"1\""])
        }
        #expect(server.questions.contains { $0.fields["authorization"] == "Bearer \(Self.session)" })
        #expect(try weekly.scratch.text("candidates/7/tasks.jsonl").contains("[secret]"))
        #expect(try weekly.scratch.text("candidates/7/club.jsonl").contains("Evening [secret]"))
        try await expectNoSecrets(of: run, weekly)
    }

    @Test("Masks what servers refuse with", arguments: [401, 403, 404, 500])
    func masksRefusals(status: Int) async throws {
        let (weekly, run, _) = try await collect { question in
            .answer(status, ["Retry-After: 0"], body: Array("\(question)".utf8))
        }
        #expect(run.status == 1)
        try await expectNoSecrets(of: run, weekly)
    }

    @Test("Sends nothing to another server", arguments: [301, 302, 303, 307, 308])
    func sendsNothingToAnotherServer(status: Int) async throws {
        let stranger = try LoopbackServer { _ in .text("[]") }
        let (weekly, run, _) = try await collect(
            { question in .redirect(status, to: stranger.address + question.target) }, to: stranger)
        #expect(run.status == 1)
        #expect(run.errors.contains("doesn't follow redirects to another origin"), "\(run.errors)")
        for question in stranger.questions {
            expectNoSecrets(
                in: "\(question.target) \(question.fields) \(String(decoding: question.body, as: UTF8.self))",
                "\(question.target)")
        }
        try await expectNoSecrets(of: run, weekly)
    }
}
