import Context
import TestKit
import Testing

@testable import Publish

@Suite struct BlueskyTargetTests {
    private let service = PublishFixture.bluesky()

    private func run(_ more: String = "", issue: PublishedIssue = PublishFixture.issue()) throws -> StepRun {
        StepRun(try PublishFixture.target("bluesky", more), try PublishFixture.request([service], issue: issue))
    }

    @Test func writesARecordWithLinksTagsAndACard() async throws {
        var run = try run("text: \"Grüße 🎉 {title} {url} #swift-lang #1\"")
        guard case .done(let result) = try await run.run() else { return #expect(Bool(false)) }
        let (key, json) = try #require(service.records.first)
        #expect(result.url == "https://bsky.app/profile/\(FakeBluesky.did)/post/\(key)")
        #expect(result.facts["uri"] == "at://\(FakeBluesky.did)/app.bsky.feed.post/\(key)")
        let start = "Grüße 🎉 The Weekly 7 ".utf8.count
        let end = start + PublishFixture.url.utf8.count
        let parts = [
            #"{"$type":"app.bsky.feed.post","createdAt":"2026-11-30T00:53:20Z","#,
            #""embed":{"$type":"app.bsky.embed.external","external":{"description":"49 links and 12 events","#,
            #""title":"The Weekly 7","uri":"\#(PublishFixture.url)"}},"#,
            #""facets":[{"features":[{"$type":"app.bsky.richtext.facet#link","uri":"\#(PublishFixture.url)"}],"#,
            #""index":{"byteEnd":\#(end),"byteStart":\#(start)}},"#,
            #"{"features":[{"$type":"app.bsky.richtext.facet#tag","tag":"swift-lang"}],"#,
            #""index":{"byteEnd":\#(end + 12),"byteStart":\#(end + 1)}}],"#,
            #""langs":["en"],"text":"Grüße 🎉 The Weekly 7 \#(PublishFixture.url) #swift-lang #1"}"#,
        ]
        #expect(json.replacing(#"\/"#, with: "/") == parts.joined())
    }

    @Test func repeatsTheSameRecord() async throws {
        let run = try run()
        let attempt = try await run.attempt()
        let first = try await run.step.perform(run.request, attempt)
        #expect(try await run.step.perform(run.request, attempt) == first)
        #expect(service.effects.count == 1)
    }

    @Test func replacesNothingOfAPerson() async throws {
        var run = try run()
        let payload = try await run.attempt().payload
        let key = try #require(payload.firstMatch(of: /"rkey":"(\w+)"/)?.1)
        service.post("My holidays", key: String(key))
        guard case .conflict(let sentence) = try await run.run() else { return #expect(Bool(false)) }
        #expect(sentence.hasPrefix("weekly.example already has another post with the key \(key): https://bsky.app/"))
        #expect(service.effects.isEmpty)
    }

    @Test func fitsTheLimitWithEmoji() async throws {
        let issue = PublishFixture.issue(String(repeating: "👩‍👩‍👧‍👦 ", count: 200))
        var run = try run(issue: issue)
        guard case .done = try await run.run() else { return #expect(Bool(false)) }
        let text = try #require(service.effects.first)
        #expect(text.utf8.count <= 3000 && text.count <= 300 && text.hasSuffix("👩‍👩‍👧‍👦…\n\n" + PublishFixture.url))
    }

    /// The names of errors decide: another refusal with the same status doesn't say that there is no record.
    @Test(arguments: [
        (400, #"{"error":"RecordNotFound","message":"Could not locate record: at://x"}"#, true),
        (404, #"{"error":"RecordNotFound"}"#, true),
        (400, #"{"error":"InvalidRequest","message":"Could not locate record: at://x"}"#, true),
        (400, #"{"error":"InvalidRequest","message":"Error: repo must be a string"}"#, false),
        (400, #"{"error":"ExpiredToken"}"#, false), (404, "<html>", false), (502, "", false),
        (500, #"{"error":"RecordNotFound"}"#, false),
    ])
    func tellsAnAbsentRecordFromARefusal(status: Int, body: String, isAbsent: Bool) async throws {
        let run = try run()
        let attempt = try await run.attempt()
        let key = try #require(attempt.payload.firstMatch(of: /"rkey":"(\w+)"/)?.1)
        let script = ScriptedHTTP([
            "POST https://bsky.example/xrpc/com.atproto.server.createSession": .response(
                body: #"{"accessJwt":"access-token-0123","did":"did:plc:weekly"}"#),
            "GET https://bsky.example/xrpc/com.atproto.repo.getRecord?repo=did%3Aplc%3Aweekly&collection=app.bsky.feed.post&rkey=\(key)":
                .response(status: status, body: body),
        ])
        var request = run.request
        request.http = script.http
        if isAbsent {
            #expect(try await run.step.presence(request, attempt) == .absent)
        } else {
            await #expect(throws: StepFault.self) { try await run.step.presence(request, attempt) }
        }
        let session = try #require(script.asked.first)
        #expect(session.returnsSecret && session.retries == 0)
        #expect(request.context.redactor.redacted("access-token-0123") == "[secret]")
    }

    @Test func opensASessionForEachCall() async throws {
        let run = try run()
        let attempt = try await run.attempt()
        _ = try await run.step.perform(run.request, attempt)
        service.endSessions()
        guard case .present = try await run.step.presence(run.request, attempt) else {
            return #expect(Bool(false))
        }
    }

    @Test func choosesOtherKeysForRehearsalsAndOtherSteps() async throws {
        let run = try run()
        var rehearsal = run.request
        rehearsal.isRehearsal = true
        let other = try PublishFixture.target("bluesky", "name: second")
        let payloads = [
            try await run.step.payload(run.request), try await run.step.payload(rehearsal),
            try await other.payload(run.request),
        ]
        let keys = payloads.compactMap { $0.firstMatch(of: /"rkey":"(\w+)"/)?.1 }
        #expect(Set(keys).count == 3)
    }
}
