import Context
import Newsletter
import TestKit
import Testing

@testable import Publish

@Suite struct PullRequestsStepTests {
    private func step(_ numbers: [Int], closes: Bool = true) throws -> PullRequestsStep {
        var publication = try PublishFixture.publication("mastodon")
        publication.publishing.pullRequests = closes ? .close : .comment
        return PullRequestsStep(publication) { numbers }
    }

    private let done = [3, 7, 9].flatMap { ["comment \($0)", "close \($0)"] }

    @Test func commentsAndCloses() async throws {
        let github = PublishFixture.github([3, 7, 9, 11])
        var run = StepRun(try step([9, 3, 7, 3]), try PublishFixture.request([github]))
        #expect(try await run.run() == .done(StepResult("3 pull requests commented on and closed")))
        #expect(github.effects == done)
        #expect(
            github.comments(on: 7) == [
                "Published in [The Weekly 7](\(PublishFixture.url)). Thank you!\n\n<!-- sennight: \(run.key) -->"
            ])
        #expect(github.comments(on: 11).isEmpty)
    }

    @Test func commentsOnlyIfTheSettingsSaySo() async throws {
        let github = PublishFixture.github([3])
        var run = StepRun(try step([3], closes: false), try PublishFixture.request([github]))
        #expect(try await run.run() == .done(StepResult("1 pull request commented on")))
        #expect(github.effects == ["comment 3"])
    }

    @Test(arguments: ServiceFailure.all)
    func doesEachThingOnceWhateverFails(failure: ServiceFailure) async throws {
        let calm = PublishFixture.github([3, 7, 9])
        var run = StepRun(try step([3, 7, 9]), try PublishFixture.request([calm]))
        _ = try await run.run()
        for index in calm.failures.asked.indices {
            let github = PublishFixture.github([3, 7, 9])
            github.failures.fail("", with: failure, after: index)
            var run = StepRun(try step([3, 7, 9]), try PublishFixture.request([github]))
            let end = try await run.run()
            #expect(end == .done(StepResult("3 pull requests commented on and closed")), "request \(index)")
            #expect(github.effects.sorted() == done.sorted(), "request \(index)")
        }
    }

    @Test func doesOnlyTheRest() async throws {
        let github = PublishFixture.github([3, 7, 9])
        let run = StepRun(try step([3, 7, 9]), try PublishFixture.request([github]))
        github.close(3)
        for number in 1...5 { github.comment(on: 7, "Remark \(number)") }
        github.comment(on: 7, "Done\n\n<!-- sennight: \(run.key) -->")
        github.comment(on: 9, "Done\n\n<!-- sennight: another-plan -->")
        let attempt = try await run.attempt()
        #expect(try await run.step.presence(run.request, attempt) == .absent)
        _ = try await run.step.perform(run.request, attempt)
        #expect(github.effects == ["comment 3", "close 7", "comment 9", "close 9"])
        #expect(
            try await run.step.presence(run.request, attempt)
                == .present(StepResult("3 pull requests commented on and closed")))
    }

    @Test func continuesAfterAPullRequestThatIsGone() async throws {
        let github = PublishFixture.github([3, 9])
        let run = StepRun(try step([3, 7, 9]), try PublishFixture.request([github]))
        let fault = await #expect(throws: StepFault.self) {
            try await run.step.perform(run.request, try await run.attempt())
        }
        #expect(fault?.problem == "#7: example/weekly: the server answered with status 404")
        #expect(fault?.effect == StepFault.Effect.none)
        #expect(github.effects == ["comment 3", "close 3", "comment 9", "close 9"])
    }

    @Test func stopsWhenTheServiceWantsAPause() async throws {
        let github = PublishFixture.github([3, 7, 9])
        github.failures.fail("POST", with: .reject(429, retryAfter: 30))
        let run = StepRun(try step([3, 7, 9]), try PublishFixture.request([github]))
        let fault = await #expect(throws: StepFault.self) {
            try await run.step.perform(run.request, try await run.attempt())
        }
        #expect(fault?.retryAfter == 30 && fault?.effect == StepFault.Effect.none)
        #expect(github.failures.asked.count == 3)
    }

    @Test func previewsWhatItWouldDo() async throws {
        let github = PublishFixture.github([3, 7])
        let step = try step([3, 7])
        #expect(
            await step.preview(try PublishFixture.request([github]))
                == StepPreview(changes: ["comment on and close 2 pull requests of example/weekly: #3, #7"]))
        let wrong = try PublishFixture.request([github], secrets: ["GITHUB_TOKEN": "wrong-0123456789"])
        #expect(
            await step.preview(wrong).problems == [
                "example/weekly: the server answered with status 401. Put a valid token into GITHUB_TOKEN"
            ])
        #expect(github.effects.isEmpty)
    }

    @Test func quotesTheTitle() async throws {
        let issue = PublishFixture.issue("[x](http://evil.example) @objc <!--")
        let payload = try await step([3]).payload(try PublishFixture.request([], issue: issue))
        #expect(payload.contains(#"Published in [\\[x\\](http://evil.example) @\u200bobjc \\<!--](https://weekly"#))
    }
}
