import Context
import TestKit
import Testing

@testable import Publish

@Suite struct MastodonTargetTests {
    private let service = PublishFixture.mastodon()

    private func run(_ more: String = "") throws -> StepRun {
        StepRun(try PublishFixture.target("mastodon", more), try PublishFixture.request([service]))
    }

    @Test func postsTheText() async throws {
        var run = try run("visibility: unlisted\n      language: de\n      text: '{title}: {url}'")
        let end = try await run.run()
        let url = "https://social.example/@weekly/1001"
        #expect(end == .done(StepResult(url, url: url, facts: ["id": "1001"])))
        #expect(service.effects == ["The Weekly 7: \(PublishFixture.url)"])
        #expect(service.kinds == ["unlisted de"])
    }

    @Test func previewsTheTextAndTheAccount() async throws {
        let run = try run("text: '{title}: {url}'")
        let preview = await run.step.preview(run.request)
        let text = "The Weekly 7: \(PublishFixture.url)"
        #expect(preview == StepPreview(changes: ["post on social.example as @weekly: \(text) (37 characters)"]))
        #expect(service.effects.isEmpty)
    }

    @Test func reportsAWrongClock() async throws {
        service.pass(seconds: 3 * 86_400)
        let run = try run()
        let preview = await run.step.preview(run.request)
        #expect(
            preview.problems == ["this machine's clock is 72 hours behind that of social.example: set the clock"])
    }

    @Test func recognisesARepeatedRequestWithinAnHour() async throws {
        let run = try run()
        let attempt = try await run.attempt()
        let first = try await run.step.perform(run.request, attempt)
        service.pass(seconds: 3599)
        #expect(try await run.step.perform(run.request, attempt) == first)
        #expect(service.effects.count == 1)
    }

    @Test(arguments: [0, 3601, 86_400])
    func findsThePostAmongLaterOnes(pause: Int) async throws {
        let run = try run()
        let attempt = try await run.attempt()
        service.failures.fail("POST /api", with: .drop)
        await #expect(throws: StepFault.self) { try await run.step.perform(run.request, attempt) }
        service.pass(seconds: pause)
        for number in 1...95 { service.post("Something else \(number): https://weekly.example/6/") }
        let presence = try await run.step.presence(run.request, attempt)
        let url = "https://social.example/@weekly/1001"
        #expect(presence == .present(StepResult(url, url: url, facts: ["id": "1001"])))
        #expect(service.failures.asked.filter { $0.hasSuffix("7/statuses") }.count == 3)
    }

    @Test func stopsAtPostsFromBeforeTheStep() async throws {
        for number in 1...200 { service.post("Long ago \(number)") }
        service.pass(seconds: 20 * 86_400)
        for number in 1...10 { service.post("Yesterday \(number)") }
        var run = try run()
        run.started = PublishFixture.now + 20 * 86_400
        let attempt = try await run.attempt()
        #expect(try await run.step.presence(run.request, attempt) == .absent)
        #expect(service.failures.asked.filter { $0.hasSuffix("7/statuses") }.count == 1)
    }

    @Test func takesAPostOfAPersonForTheAnnouncement() async throws {
        service.post("I couldn't wait: \(PublishFixture.url)")
        var run = try run()
        guard case .done = try await run.run() else { return #expect(Bool(false)) }
        #expect(service.effects.count == 1)
    }

    @Test func doesNotSearchWithoutEnd() async throws {
        for number in 1...1001 { service.post("\(number)") }
        let run = try run()
        #expect(try await run.step.presence(run.request, try await run.attempt()) == .unknown)
    }

    @Test func keepsTheTokenFromOtherServers() async throws {
        let script = ScriptedHTTP([
            "GET https://social.example/api/v1/accounts/verify_credentials": .response(
                body: #"{"id":"7","acct":"weekly"}"#),
            "GET https://social.example/api/v1/accounts/7/statuses?limit=40&exclude_reblogs=true": .response(
                headers: ["Link": "<https://elsewhere.example/steal>; rel=\"next\""],
                body: #"[{"id":"1","created_at":"2026-11-30T00:53:20.000Z","content":"<p>Hi</p>"}]"#),
            "POST https://social.example/api/v1/statuses": .response(
                status: 307, headers: ["Location": "https://elsewhere.example/"]),
        ])
        var run = try run()
        var request = run.request
        request.http = script.http
        run = StepRun(run.step, request)
        let attempt = try await run.attempt()
        #expect(try await run.step.presence(request, attempt) == .absent)
        let fault = await #expect(throws: StepFault.self) { try await run.step.perform(request, attempt) }
        #expect(fault?.problem == "social.example redirects to another address (307)")
        #expect(script.asked.allSatisfy { $0.redirects == 0 && ($0.method == "GET" || $0.retries == 0) })
        #expect(script.asked.last?.headers["Idempotency-Key"] == run.key)
    }

    @Test func verifiesThatThePostLinksToTheIssue() async throws {
        service.post("Something else")
        let run = try run()
        let attempt = try await run.attempt()
        await #expect(throws: StepFault.self) {
            try await run.step.verify(run.request, attempt, StepResult("", facts: ["id": "1001"]))
        }
        await #expect(throws: StepFault.self) {
            try await run.step.verify(run.request, attempt, StepResult("", facts: ["id": "2000"]))
        }
    }
}
