import Context
import Live
import Newsletter
import Settings
import Synchronization
import TestKit
import Text

@testable import Publish

/// A weekly with a built site in a scratch folder, and its targets.
final class DeployedWeekly: Sendable {
    let scratch: ScratchFolder
    let publication: Publication
    let targets: [any PublishTarget]
    private let time = Mutex(1_767_225_600)

    /// - Parameter deploy: the list under `publish: deploy:`, in YAML.
    init(deploy: String) throws {
        scratch = try ScratchFolder()
        publication = try SettingsReader.publication(
            from: "title: W\nurl: https://weekly.example/\npublish:\n  wait: 100\n  deploy:\n\(deploy)",
            file: "sennight.yaml"
        ) { _ in "" }
        targets = try TargetList.targets(publication.publishing.targets)
    }

    var site: String { scratch.path("site") }

    func wait(days: Int) { time.withLock { $0 += days * 86_400 } }

    /// This machine, with a clock of its own.
    var context: Context {
        var context = Context.live
        context.environment.processors = 2
        context.clock = Clock(now: { [self] in time.withLock { $0 } * 1_000_000_000 }, sleep: { _ in })
        return context
    }

    func request(_ context: Context? = nil) -> PublishRequest {
        PublishRequest(
            context: context ?? self.context, http: .none, publication: publication, root: scratch.path, site: site,
            state: scratch.path("state"),
            issue: PublishedIssue(
                number: 7, title: "W 7",
                date: CalendarDate(year: 2026, month: 1, day: 1) ?? .init(clampingDaysSince1970: 0),
                url: "https://weekly.example/7/", page: "7/index.html", file: "content/7.md",
                highlights: IssueHighlights()))
    }

    /// Replaces the site's files.
    func build(_ files: [String: String]) throws {
        for path in try scratch.files(below: "site") { try Files.live.remove(scratch.path("site/\(path)")) }
        for (path, text) in files { try scratch.write("site/\(path)", text) }
    }

    /// A site whose pages all need the style sheet of the same version.
    func build(version: Int, pages: Int = 30) throws { try build(Self.pages(version: version, pages: pages)) }

    static func pages(version: Int, pages: Int = 30) -> [String: String] {
        var files = [
            styleSheet(version): "/* version \(version) */",
            "rss.xml":
                "<rss><channel>version \(version) \(String(repeating: "x", count: 50_000)) version \(version)</channel></rss>",
        ]
        for page in 0..<pages {
            files["\(page)/index.html"] = "<link href=\"/\(styleSheet(version))\">version \(version)"
        }
        return files
    }

    private static func styleSheet(_ version: Int) -> String {
        let digits = String(version, radix: 16)
        return "style.\(String(repeating: "a", count: 8 - digits.count))\(digits).css"
    }

    /// The first attempt of a target's step.
    func attempt(_ step: any PublishStep, _ request: PublishRequest? = nil, count: Int = 1) async throws -> StepAttempt
    {
        let request = request ?? self.request()
        return StepAttempt(
            key: "key-1", payload: try await step.payload(request), started: request.context.clock.seconds, count: count
        )
    }

    /// Runs the step as a plan does, and checks that the target has the site afterwards.
    @discardableResult
    func deploy(_ step: any PublishStep, _ request: PublishRequest? = nil) async throws -> StepResult {
        let request = request ?? self.request()
        let attempt = try await attempt(step, request)
        let result = try await step.perform(request, attempt)
        guard case .present = try await step.presence(request, attempt) else { throw NotThere() }
        try await step.verify(request, attempt, result)
        return result
    }

    struct NotThere: Error {}
}
