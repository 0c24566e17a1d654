import Context
import TestKit
import Testing

@testable import Publish

/// Every target × every way to fail × every request.
@Suite struct AnnouncementFaultTests {
    private static let kinds = ["mastodon", "bluesky", "discourse"]

    private func service(_ kind: String) -> any FakeService {
        switch kind {
        case "mastodon": PublishFixture.mastodon()
        case "bluesky": PublishFixture.bluesky()
        default: PublishFixture.discourse()
        }
    }

    @Test(arguments: kinds, ServiceFailure.all)
    func postsOnceWhateverFails(kind: String, failure: ServiceFailure) async throws {
        // As many requests as an undisturbed run sends.
        let calm = service(kind)
        var run = StepRun(try PublishFixture.target(kind), try PublishFixture.request([calm]))
        let end = try await run.run()
        guard case .done(let expected) = end else { return #expect(Bool(false), "\(end)") }
        #expect(calm.effects.count == 1)
        let requests = calm.failures.asked
        for index in requests.indices {
            let service = service(kind)
            service.failures.fail("", with: failure, after: index)
            var run = StepRun(try PublishFixture.target(kind), try PublishFixture.request([service]))
            let end = try await run.run()
            #expect(service.effects.count == 1, "request \(index), \(requests[index]): \(service.effects)")
            if kind == "discourse", failure == .reject(404), requests[index].hasPrefix("GET") {
                // 404 is how a forum says that it has no such topic.
                continue
            }
            #expect(end == .done(expected), "request \(index), \(requests[index])")
            let isWriting = !requests[index].hasPrefix("GET") && !requests[index].contains("Session")
            let mayHaveActed = [.stall, .stallAfterwards, .drop].contains(failure) || failure.status >= 500
            for fault in run.faults {
                #expect(fault.effect == (isWriting && mayHaveActed ? .possible : .none), "\(fault)")
            }
        }
    }

    @Test(arguments: kinds, ServiceFailure.all)
    func findsOutWhatTheTargetHas(kind: String, failure: ServiceFailure) async throws {
        let service = service(kind)
        let writing = ["mastodon": "POST /api", "bluesky": "POST /xrpc/com.atproto.repo", "discourse": "POST /posts"]
        service.failures.fail(writing[kind, default: ""], with: failure)
        let run = StepRun(try PublishFixture.target(kind), try PublishFixture.request([service]))
        let attempt = try await run.attempt()
        #expect(try await run.step.presence(run.request, attempt) == .absent)
        let fault = await #expect(throws: StepFault.self) { try await run.step.perform(run.request, attempt) }
        let presence = try await run.step.presence(run.request, attempt)
        switch failure {
        case .stallAfterwards, .drop, .failAfterwards:
            guard case .present = presence else { return #expect(Bool(false), "\(presence)") }
            #expect(fault?.effect == .possible)
        case .refuse, .stall, .reject: #expect(presence == .absent)
        }
        if case .reject(429, let pause) = failure { #expect(fault?.retryAfter == pause) }
        #expect(fault?.remedy.isEmpty == false && fault?.problem.hasSuffix(".") == false)
    }

    @Test(arguments: kinds)
    func asksNobodyWithoutASecret(kind: String) async throws {
        let service = service(kind)
        let request = try PublishFixture.request([service], secrets: [:])
        let target = try PublishFixture.target(kind)
        let preview = await target.preview(request)
        #expect(
            preview.problems.count == 1 && preview.problems[0].hasPrefix("the secret \(Self.secret[kind] ?? "") isn't"))
        await #expect(throws: StepFault.self) {
            try await target.perform(request, StepAttempt(key: "k", payload: "{\"a\":1}", started: 0, count: 1))
        }
        #expect(service.failures.asked.isEmpty)
    }

    private static let secret = [
        "mastodon": "MASTODON_TOKEN", "bluesky": "BLUESKY_PASSWORD", "discourse": "DISCOURSE_KEY",
    ]

    /// The services repeat the wrong secret in their responses.
    @Test(arguments: kinds)
    func saysThatASecretIsWrong(kind: String) async throws {
        let service = service(kind)
        let wrong = PublishFixture.secrets.mapValues { _ in "wr0ng-s3cret-0123456789" }
        let request = try PublishFixture.request([service], secrets: wrong)
        let preview = try await PublishFixture.target(kind).preview(request)
        #expect(preview.problems.count == 1)
        #expect(preview.problems.allSatisfy { $0.contains("into \(Self.secret[kind] ?? "")") }, "\(preview.problems)")
        #expect(!"\(preview)".contains("wr0ng"))
        #expect(service.effects.isEmpty)
    }

    /// Nothing that a target returns has a secret, whatever fails.
    @Test(arguments: kinds, ServiceFailure.all)
    func keepsSecrets(kind: String, failure: ServiceFailure) async throws {
        let service = service(kind)
        let secrets = PublishFixture.secrets.mapValues { $0.uppercased() + "-wrong" }
        for secrets in [PublishFixture.secrets, secrets] {
            service.failures.fail("", with: failure)
            let target = try PublishFixture.target(kind)
            let request = try PublishFixture.request([service], secrets: secrets)
            var run = StepRun(target, request)
            let end = try await run.run()
            let payload = try await target.payload(request)
            let output =
                "\(end) \(run.faults) \(payload) \(await target.preview(request)) \(target.target) \(target.name)"
            for secret in Array(secrets.values) + ["access-token-", "refresh-token-"] {
                #expect(!output.lowercased().contains(secret.lowercased()))
            }
        }
    }
}

extension ServiceFailure {
    /// The status of the response; 0 if there is none.
    fileprivate var status: Int {
        switch self {
        case .reject(let status, _), .failAfterwards(let status): status
        case .refuse, .stall, .stallAfterwards, .drop: 0
        }
    }
}
