import Context
import Newsletter
import Settings
import TestKit
import Text

@testable import Publish

/// A publication whose issue 7 is announced on fake services.
struct PublishFixture {
    static let now = 1_796_000_000
    static let url = "https://weekly.example/blog/2026/11/30/weekly-7/?a=1&b=2"

    static let secrets = [
        "MASTODON_TOKEN": "mastodon-s3cret-0123456789", "BLUESKY_PASSWORD": "blue-s3cret-0123-4567",
        "DISCOURSE_KEY": "discourse-s3cret-0123456789", "GITHUB_TOKEN": "github-s3cret-0123456789",
    ]

    static func mastodon() -> FakeMastodon { FakeMastodon(token: secrets["MASTODON_TOKEN", default: ""], now: now) }
    static func bluesky() -> FakeBluesky {
        FakeBluesky(identifier: "weekly.example", password: secrets["BLUESKY_PASSWORD", default: ""])
    }
    static func discourse() -> FakeDiscourse {
        FakeDiscourse(user: "weekly", key: secrets["DISCOURSE_KEY", default: ""])
    }
    static func github(_ pulls: [Int]) -> FakeGitHub {
        FakeGitHub(repository: "example/weekly", token: secrets["GITHUB_TOKEN", default: ""], pulls: pulls)
    }

    static let settings = [
        "mastodon": "server: https://social.example/",
        "bluesky": "service: https://bsky.example\n      identifier: weekly.example",
        "discourse": "server: https://forum.example\n      category: 5\n      user: weekly",
    ]

    /// A target from its settings.
    ///
    /// - Parameter more: further lines, with the indentation of the item's keys.
    static func target(_ kind: String, _ more: String = "") throws -> any PublishTarget {
        let publication = try publication(kind, more)
        let targets = try TargetList.targets(publication.publishing.targets)
        guard let first = targets.first else { throw Missing() }
        return first
    }

    struct Missing: Error {}

    static func publication(_ kind: String, _ more: String = "") throws -> Publication {
        let lines = [settings[kind, default: ""], more].filter { !$0.isEmpty }.joined(separator: "\n      ")
        return try publication(announcements: "- target: \(kind)\n      \(lines)")
    }

    /// - Parameter items: of the list `announce`, with the indentation of its items.
    static func publication(announcements items: String) throws -> Publication {
        let head = """
            title: The Weekly
            url: https://weekly.example/
            intake: { repository: example/weekly, api: https://api.github.example }
            publish:
              pull-requests: close
              announce:

            """
        return try SettingsReader.publication(from: head + "    " + items + "\n", file: "sennight.yaml") { _ in "" }
    }

    static func issue(_ title: String = "The Weekly 7", highlights: [String] = ["A tour of macros", "Faster builds"])
        -> PublishedIssue
    {
        PublishedIssue(
            number: 7, title: title, date: CalendarDate(clampingDaysSince1970: 20_787), url: url,
            page: "blog/2026/11/30/weekly-7/index.html", file: "content/2026-11-30-weekly-7.md",
            highlights: IssueHighlights(links: 49, events: 12, titles: highlights))
    }

    /// - Parameters:
    ///   - services: the web.
    ///   - redactor: masks the secrets that are read.
    static func request(
        _ services: [any FakeService], issue: PublishedIssue = PublishFixture.issue(), redactor: Redactor = Redactor(),
        secrets: [String: String] = secrets
    ) throws -> PublishRequest {
        var context = Context.failing
        context.clock = Clock(now: { now * 1_000_000_000 }, sleep: { _ in })
        context.redactor = redactor
        context.secrets = Secrets { name in
            let secret = secrets[name]
            if let secret { redactor.add(secret) }
            return secret
        }
        return PublishRequest(
            context: context, http: .serving(services), publication: try publication("mastodon"), root: "/p",
            site: "/p/site", state: "/p/.sennight", issue: issue)
    }
}
