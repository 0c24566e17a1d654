import Context
import Newsletter
import Synchronization
import TestKit
import Testing

@testable import Publish

@Suite struct RedirectStepTests {
    /// A site whose page shows what was deployed last.
    private final class Site: Sendable {
        struct State {
            var written: String?
            var deployed: String?
            var files: [[String]] = []
            var failures: [StepFault] = []
            var hidden = 0
        }

        let state = Mutex(State())

        func change(_ number: Int, _ url: String) { state.withLock { $0.written = "\(number) \(url)" } }

        func deploy(_ paths: [String]) throws {
            try state.withLock { state in
                if let failure = state.failures.popLast() { throw failure }
                state.files.append(paths)
                state.deployed = state.written
            }
        }

        func page() -> String {
            state.withLock { state in
                state.hidden -= 1
                guard state.hidden < 0, let deployed = state.deployed else { return "<p>Not yet</p>" }
                return "<a href=\"\(deployed.dropFirst(2))\">there</a>"
            }
        }
    }

    private let topic = "https://forum.example/t/weekly/100"
    private let page = "https://weekly.example/issues/7/discuss/"

    private func run(_ site: Site, isOnline: Bool = true, url: String? = "https://forum.example/t/weekly/100") throws
        -> StepRun
    {
        var request = try PublishFixture.request([])
        request.http = HTTP { request in
            HTTPResponse(status: 200, body: Array(site.page().utf8), url: request.url)
        }
        if let url { request.results["discourse"] = StepResult(url, url: url) }
        let step = RedirectStep(request.publication, source: "discourse", isOnline: isOnline) { number, url in
            site.change(number, url)
        } deployment: { _, paths in
            try site.deploy(paths)
        }
        return StepRun(step, request)
    }

    @Test func deploysOnlyTheFilesOfRedirects() async throws {
        let site = Site()
        var run = try run(site)
        #expect(try await run.run() == .done(StepResult("\(page) now redirects to \(topic)", url: page)))
        #expect(site.state.withLock(\.files) == [["issues/7/discuss/index.html", "jobs/index.html"]])
        #expect(site.state.withLock(\.deployed) == "7 \(topic)")
        #expect(run.step.needs == ["discourse"])
    }

    @Test func leavesAlonePagesThatLeadThere() async throws {
        let site = Site()
        site.state.withLock { $0.deployed = "7 \(topic)" }
        var run = try run(site)
        guard case .done = try await run.run() else { return #expect(Bool(false)) }
        #expect(site.state.withLock(\.files).isEmpty)
    }

    @Test(arguments: [StepFault.Effect.none, .possible])
    func deploysAgainAfterAFault(effect: StepFault.Effect) async throws {
        let site = Site()
        site.state.withLock { $0.failures = [StepFault("the host is gone", remedy: "Retry", effect: effect)] }
        var run = try run(site)
        guard case .done = try await run.run() else { return #expect(Bool(false)) }
        #expect(run.faults.map(\.problem) == ["the host is gone"])
        #expect(site.state.withLock(\.files).count == 1)
    }

    @Test func waitsForCaches() async throws {
        let site = Site()
        site.state.withLock { $0.hidden = 4 }
        var run = try run(site)
        guard case .done = try await run.run() else { return #expect(Bool(false)) }
        #expect(run.faults.isEmpty && site.state.withLock(\.hidden) == -1)
    }

    @Test func doesNotLookForASiteThatIsNotOnline() async throws {
        let site = Site()
        site.state.withLock { $0.hidden = .max }
        var run = try run(site, isOnline: false)
        guard case .done = try await run.run() else { return #expect(Bool(false)) }
        #expect(site.state.withLock(\.files).count == 1)
    }

    @Test func hasNothingToDoWithoutADiscussion() async throws {
        let site = Site()
        var run = try run(site, url: nil)
        #expect(
            try await run.run()
                == .done(StepResult("'discourse' has opened no discussion to redirect to")))
        #expect(site.state.withLock(\.files).isEmpty)
    }

    @Test(arguments: [
        ("- target: mastodon\n      server: https://a.example", nil),
        ("- target: discourse\n      server: https://a.example\n      category: 1\n      user: u", "discourse"),
        (
            "- target: discourse\n      server: https://a.example\n      category: 1\n      user: u\n    - target: mastodon\n"
                + "      name: fediverse\n      server: https://a.example\n      discussion: true", "fediverse"
        ),
    ])
    func choosesTheDiscussion(items: String, name: String?) throws {
        let settings = try PublishFixture.publication(announcements: items).publishing.targets
        #expect(RedirectStep.discussion(settings) == name)
        #expect(try TargetList.targets(settings).count == settings.count)
    }
}
