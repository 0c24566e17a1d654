import Context
import TestKit
import Testing

@testable import Publish

@Suite struct DiscourseTargetTests {
    private let service = PublishFixture.discourse()

    private func run(_ more: String = "") throws -> StepRun {
        StepRun(try PublishFixture.target("discourse", more), try PublishFixture.request([service]))
    }

    @Test func opensATopic() async throws {
        var run = try run("title: 'Issue {number}: {title}'\n      text: 'Discuss {url} here.'")
        let url = "https://forum.example/t/weekly/100"
        #expect(try await run.run() == .done(StepResult(url, url: url, facts: ["topic": "100"])))
        #expect(service.effects == ["Issue 7: The Weekly 7"])
        #expect(service.texts == ["Discuss \(PublishFixture.url) here."])
    }

    @Test func leavesATitleThatExistsToAPerson() async throws {
        service.open("The Weekly 7")
        var run = try run()
        guard case .failed(let fault) = try await run.run() else { return #expect(Bool(false)) }
        #expect(fault.problem == "forum.example refuses the request (422): Title has already been used")
        #expect(fault.remedy.hasPrefix("If the forum already has the topic, skip this step"))
        #expect(fault.effect == .none)
        #expect(service.effects.count == 1)
    }

    /// The forum accepts a request only after it was given up and looked for.
    @Test func recognisesATopicThatAppearsLate() async throws {
        let run = try run()
        let attempt = try await run.attempt()
        #expect(try await run.step.presence(run.request, attempt) == .absent)
        let late = try await run.step.perform(run.request, attempt)
        #expect(try await run.step.perform(run.request, attempt) == late)
        #expect(service.effects.count == 1)
    }

    @Test func waitsForModerators() async throws {
        service.requireApproval()
        var run = try run()
        guard case .done(let result) = try await run.run() else { return #expect(Bool(false)) }
        #expect(
            result
                == StepResult(
                    "waits for approval by the moderators of forum.example", facts: ["approval": "waiting"]))
    }

    @Test(arguments: ["https://elsewhere.example", "https://forum.example.evil.example", "http://forum.example"])
    func followsNoRedirectToAnotherHost(root: String) async throws {
        let run = try run()
        let attempt = try await run.attempt()
        _ = try await run.step.perform(run.request, attempt)
        service.redirect(to: root)
        let fault = await #expect(throws: StepFault.self) { try await run.step.presence(run.request, attempt) }
        #expect(fault?.problem == "forum.example redirects to another host")
    }

    @Test func previewsWithoutAnEffect() async throws {
        let run = try run("text: '{title} {url}'")
        let preview = await run.step.preview(run.request)
        let text = "The Weekly 7 / The Weekly 7 \(PublishFixture.url)"
        #expect(preview == StepPreview(changes: ["post on forum.example as weekly: \(text)"]))
        #expect(service.effects.isEmpty)
    }
}
