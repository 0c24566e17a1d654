import Build
import Context
import Newsletter
import Settings
import Synchronization
import TestKit
import Testing
import Text

@testable import Newsroom

@Suite struct PublishedComparisonTests {
    private static let root = "https://weekly.example/"
    private static let page = root + "blog/2999/03/03/weekly-6/"
    private static let feeds = ["atom.xml", "rss.xml", "feed.json"].map { root + $0 }

    /// The site as it is built now.
    private func built(_ weekly: MemoryWeekly) async throws -> [String: String] {
        let pages = Mutexed<[String: String]>([:])
        let builder = Builder(
            context: weekly.context, location: weekly.location,
            publisher: Publisher(publish: { products in
                for product in products {
                    guard case .bytes(let render) = product.content else { continue }
                    let text = String(decoding: try render(), as: UTF8.self)
                    pages.value.withLock {
                        $0[Self.root + product.path.replacing("index.html", with: "")] = text
                    }
                }
                return PublishReport(written: products.count, unchanged: 0, removed: 0)
            }), jobs: 1, program: weekly.context.environment.fingerprint())
        var memory = BuildCache()
        _ = try await builder.build(remembering: &memory)
        return pages.value.withLock { $0 }
    }

    private func compare(
        _ weekly: MemoryWeekly, _ answers: [String: ScriptedHTTP.Answer], last count: Int = 5
    ) async throws -> (pages: [PublishedPage], asked: [HTTPRequest]) {
        let web = ScriptedHTTP(Dictionary(uniqueKeysWithValues: answers.map { ("GET " + $0, $1) }))
        let comparison = PublishedComparison(weekly.location, context: weekly.context, http: web.http)
        return (try await comparison.pages(ofLast: count), web.asked)
    }

    private func answers(_ site: [String: String]) -> [String: ScriptedHTTP.Answer] {
        Dictionary(
            uniqueKeysWithValues: ([Self.page] + Self.feeds).map { ($0, .response(body: site[$0] ?? "")) })
    }

    @Test func findsTheSiteAsItWasBuilt() async throws {
        let weekly = MemoryWeekly()
        let (pages, asked) = try await compare(weekly, answers(built(weekly)))
        #expect(pages == ([Self.page] + Self.feeds).map { PublishedPage(url: $0, state: .same) })
        #expect(asked.allSatisfy { $0.headers["Cache-Control"] == "no-cache" })
    }

    @Test func saysWhatWasNeverDeployed() async throws {
        let weekly = MemoryWeekly()
        let answers = try await answers(built(weekly))
        weekly.write(
            "content/6.md",
            "Title: Weekly 6\nNumber: 6\nDate: 2999-03-03\n\n## News\n\n### Here\n\n* [Older](https://old.example/1)\n")
        let (pages, _) = try await compare(weekly, answers)
        guard case .differs(let difference) = pages[0].state else {
            Issue.record("\(pages[0])")
            return
        }
        #expect(difference.published?.contains(">Old</a></li>") == true)
        #expect(difference.built?.contains(">Older</a></li>") == true)
        #expect(pages.allSatisfy { if case .differs = $0.state { true } else { false } })
        #expect("\(pages[0].printableText.text)".hasPrefix(Self.page + ": differs from the current build: line "))
    }

    @Test(
        arguments: [
            (ScriptedHTTP.Answer.response(status: 404), PublishedPage.State.missing(status: 404)),
            (.response(status: 410), .missing(status: 410)),
            (.response(status: 503), .unreachable("the server answered 503")),
            (.response(status: 403), .unreachable("the server answered 403")),
            (.failure(.unknownHost), .unreachable("\(Self.page): no such host")),
            (.failure(.timedOut(seconds: 30)), .unreachable("\(Self.page): no answer within 30 seconds")),
        ])
    func tellsAMissingPageFromOneThatCouldNotBeLookedAt(
        answer: ScriptedHTTP.Answer, state: PublishedPage.State
    ) async throws {
        let weekly = MemoryWeekly()
        var answers = try await answers(built(weekly))
        answers[Self.page] = answer
        let (pages, _) = try await compare(weekly, answers)
        #expect(pages.map(\.state) == [state, .same, .same, .same])
    }

    @Test func looksAtTheNewestIssuesOnly() async throws {
        let weekly = MemoryWeekly()
        weekly.write("content/5.md", "Title: Weekly 5\nNumber: 5\nDate: 2999-02-24\n\nHi.\n")
        let site = try await built(weekly)
        let (pages, _) = try await compare(weekly, answers(site), last: 1)
        #expect(pages.map(\.url) == [Self.page] + Self.feeds)
        #expect(try await compare(weekly, answers(site), last: 0).pages.map(\.url) == Self.feeds)
    }

    @Test(
        arguments: [
            ("a\nb\n", "a\nc\n", 2, "b", "c"), ("a", "a\nb", 2, nil, "b"), ("a\nb", "a", 2, "b", nil),
            (
                String(repeating: "x", count: 500) + "y", String(repeating: "x", count: 500) + "z", 1,
                "…" + String(repeating: "x", count: 30) + "y", "…" + String(repeating: "x", count: 30) + "z"
            ),
        ] as [(String, String, Int, String?, String?)])
    func namesTheFirstDifference(published: String, built: String, line: Int, old: String?, new: String?) {
        #expect(
            PublishedPage.State.comparing(Array(published.utf8), with: Array(built.utf8))
                == .differs(.init(line: line, published: old, built: new)))
    }
}
