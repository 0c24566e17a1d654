import Context
import Newsletter
import Synchronization
import Testing

@testable import Collect

@Suite struct GitHubNewcomersTests {
    private typealias Answers = GitHubAnswers

    /// Of each author the earlier issues and pull requests.
    private func web(
        _ merged: [String], earlier: [String: String], asked: @escaping @Sendable (String) -> Void = { _ in }
    ) -> HTTP {
        HTTP { request throws(HTTPError) in
            if request.url.hasPrefix("https://g/search/issues?") { return HTTPResponse(Answers.search(merged)) }
            asked(request.url)
            let found = earlier.first { request.url.contains("/\($0.key)&state=closed") }
            return found.map { HTTPResponse($0.value) } ?? HTTPResponse("", status: 404)
        }
    }

    private func collected(_ http: HTTP, keys: String = "organizations: [o]") async throws -> CollectionResult {
        try await collect("  - { source: github-newcomers, api: \"https://g\", \(keys) }\n") { $0.http = http }
    }

    @Test func tellsNewcomersByWhatWasMergedBefore() async throws {
        let asked = Mutex<[String]>([])
        let http = web(
            [
                Answers.merged("o/r", 1, week.since, title: "First", author: "new"),
                Answers.merged("o/r", 2, week.since + 1, title: "Second", author: "new"),
                Answers.merged("o/r", 3, week.since + 2, author: "old"),
                Answers.merged("o/r", 4, week.since + 3, author: "talker"),
                Answers.merged("o/s", 5, week.since + 4, author: "new"),
                Answers.merged("o/s", 6, week.since + 5, author: "old"),
                Answers.merged("o/r", 7, week.since + 6, author: "robot", type: "Bot"),
                Answers.merged("o/r", 8, week.since + 7, author: "helper[bot]"),
                Answers.merged("o/r", 9, week.since + 8, author: "chief", association: "MEMBER"),
                Answers.merged("o/r", 10, week.since + 9, author: "Machine"),
                Answers.merged("o/r", 11, week.since + 10, author: nil),
            ],
            earlier: [
                "o/r/issues?creator=new": Answers.list(
                    Answers.item(
                        "o/r", 1, isPull: true, created: week.since - 50, closed: week.since, merged: week.since)),
                "o/r/issues?creator=old": Answers.list(
                    Answers.item("o/r", 1, isPull: true, created: 5, closed: 6, merged: 6)),
                // Issues and a pull request that was refused.
                "o/r/issues?creator=talker": Answers.list(
                    Answers.item("o/r", 1, created: 5, closed: 6),
                    Answers.item("o/r", 2, isPull: true, created: 5, closed: 6)),
                "o/s/issues?creator=new": "[]", "o/s/issues?creator=old": "[]",
            ]
        ) { url in asked.withLock { $0.append(url) } }
        let result = try await collected(http, keys: "organizations: [o], without: [machine]")
        #expect(result.faults == [])
        #expect(result.candidates.map(\.title) == ["new", "talker", "old"])
        #expect(result.candidates.first?.url == "https://github.com/new")
        #expect(result.candidates.first?.time == week.since)
        #expect(
            result.candidates.first?.factsByName == [
                "repository": "o/r", "pull request": "https://github.com/o/r/pull/1", "title": "First",
            ])
        #expect(asked.withLock { $0.count } == 5)
    }

    @Test func looksThroughAllPagesButNoFurtherThanNeeded() async throws {
        let asked = Mutex<[String]>([])
        let http = HTTP { request throws(HTTPError) in
            if request.url.hasPrefix("https://g/search") {
                return HTTPResponse(Answers.search([Answers.merged("o/r", 1, week.since)]))
            }
            asked.withLock { $0.append(request.url) }
            let page = request.url.hasPrefix("https://g/p") ? 2 : 1
            let item =
                page == 1
                ? Answers.item("o/r", 1, created: 5, closed: 6)
                : Answers.item("o/r", 2, isPull: true, created: 7, closed: 8, merged: 8)
            return HTTPResponse(
                Answers.list(item), headers: ["Link": "<https://g/p\(page + 1)>; rel=\"next\""])
        }
        let result = try await collected(http)
        #expect(result.candidates == [] && result.faults == [])
        #expect(asked.withLock { $0.last } == "https://g/p2")
    }

    @Test func doesNotTakeAFailureForANewcomer() async throws {
        let result = try await collected(web([Answers.merged("o/r", 1, week.since)], earlier: [:]))
        #expect(result.candidates == [])
        #expect(
            result.faults.map(\.description) == [
                "github-newcomers: https://g/repos/o/r/issues?creator=ada&state=closed&sort=created&direction=asc&per_page=100: the server found nothing at this URL (404). Check the URL in the settings"
            ])
    }

    @Test func refusesSettingsWithoutScope() throws {
        let found = try faults("  - { source: github-newcomers }\n")
        #expect(found.count == 1)
        #expect(found.first?.contains("'github-newcomers.organizations' is missing, and 'repositories' too") == true)
    }
}
