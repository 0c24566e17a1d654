import Context
import Newsletter
import Testing

@testable import Collect

@Suite struct GitHubPullsTests {
    private func collected(
        _ yaml: String, from github: SearchableGitHub, in window: TimeWindow = week
    ) async throws -> CollectionResult {
        try await asking(yaml, window, github.http)
    }

    private func asking(_ yaml: String, _ window: TimeWindow, _ http: HTTP) async throws -> CollectionResult {
        try await collect("  - { source: github-pulls, api: \"https://g\", \(yaml) }\n", in: window) { $0.http = http }
    }

    @Test func takesTheWindowHalfOpen() async throws {
        let github = SearchableGitHub([
            .init(repository: "o/r", number: 1, time: week.since - 1),
            .init(repository: "o/r", number: 2, time: week.since),
            .init(repository: "o/r", number: 3, time: week.until - 1),
            .init(repository: "o/r", number: 4, time: week.until),
        ])
        let result = try await collected("organizations: [o]", from: github)
        #expect(result.faults == [])
        #expect(result.candidates.map(\.url) == ["https://github.com/o/r/pull/2", "https://github.com/o/r/pull/3"])
        #expect(result.candidates.map(\.time) == [week.since, week.until - 1])
        #expect(result.candidates.first?.content == .pullRequest(PullRequest(repository: "o/r", number: 2)))
        #expect(result.candidates.first?.factsByName == ["repository": "o/r", "author": "ada"])
        #expect(
            github.queries == ["is:pr is:merged org:o merged:2026-07-01T00:00:00Z..2026-07-07T23:59:59Z 1"])
        #expect(
            result.totals == [
                Total(
                    source: "github-pulls", count: 2,
                    url:
                        "https://github.com/search?q=is%3Apr%20org%3Ao%20is%3Amerged%20merged%3A2026-07-01..2026-07-07&type=pullrequests"
                )
            ])
    }

    @Test func leadsReadersToAWindowThatBeginsByDay() async throws {
        let window = TimeWindow(since: week.since + 57_600, until: week.until + 57_600)
        let result = try await collected(
            "organizations: [o], repositories: [a/b]", from: SearchableGitHub([]), in: window)
        #expect(result.totals.map(\.count) == [0])
        #expect(
            result.totals.first?.url
                == "https://github.com/search?q=is%3Apr%20%28org%3Ao%20OR%20repo%3Aa%2Fb%29%20is%3Amerged%20merged%3A2026-07-01T16%3A00%3A00Z..2026-07-08T15%3A59%3A59Z&type=pullrequests"
        )
    }

    /// 2,500 in a week, of them 1,900 on one day, of them 1,100 within an hour.
    @Test func findsMoreThanASearchGives() async throws {
        let day = week.since + 3 * 86_400
        var merges: [SearchableGitHub.Merge] = []
        for number in 1...600 { merges.append(.init(repository: "o/r", number: number, time: week.since + number)) }
        for number in 601...1400 { merges.append(.init(repository: "o/s", number: number, time: day + number * 60)) }
        for number in 1401...2500 { merges.append(.init(repository: "o/t", number: number, time: day + number)) }
        let github = SearchableGitHub(merges)
        let result = try await collected("organizations: [o]", from: github)
        #expect(result.faults == [])
        #expect(result.totals.map(\.count) == [2500])
        #expect(Set(result.candidates.compactMap(\.url)).count == 2500)
        let times = result.candidates.compactMap(\.time)
        #expect(times == times.sorted())
        #expect(github.queries.contains { $0.contains("2026-07-04T00:00:00Z..2026-07-04T23:59:59Z") })
        #expect(github.queries.contains { $0.contains("2026-07-04T00:00:00Z..2026-07-04T00:59:59Z") })
        // A request for each page, and one for each window that was too large.
        #expect(github.queries.count < 80)
        #expect(Set(github.queries).count == github.queries.count)
    }

    @Test func bringsEachOnceWhereScopesOverlap() async throws {
        let github = SearchableGitHub([.init(repository: "o/r", number: 1, time: week.since)])
        let result = try await collected("organizations: [o], repositories: [o/r]", from: github)
        #expect(result.candidates.count == 1)
        #expect(result.totals.map(\.count) == [1])
        #expect(github.queries.count == 2)
    }

    @Test func writesTitlesInThePublicationsForm() async throws {
        let titles = [
            "Fix `*` in the\\n parser", "MIR: drop it", "Rollup of 8 pull requests", "Cargo: Support it",
        ]
        let github = SearchableGitHub(
            titles.enumerated().map { index, title in
                .init(repository: index < 3 ? "o/r" : "o/cargo", number: index, time: week.since + index, title: title)
            })
        let result = try await collected(
            "organizations: [o], lower-case: true, prefixes: { O/cargo: \"cargo: \" }", from: github)
        #expect(
            result.candidates.map(\.title) == ["fix `*` in the parser", "MIR: drop it", "cargo: support it"])
        #expect(result.totals.map(\.count) == [4])
    }

    private static func files(_ names: [String]) -> String {
        "[" + names.map { #"{"filename": "\#($0)"}"# }.joined(separator: ",") + "]"
    }

    @Test func tellsTheComponent() async throws {
        let items = [
            GitHubAnswers.merged("o/cargo", 1, week.since),
            GitHubAnswers.merged("o/r", 2, week.since + 1, labels: ["T-libs", "other"]),
            GitHubAnswers.merged("o/r", 3, week.since + 2, author: nil),
            GitHubAnswers.merged("o/r", 4, week.since + 3),
            GitHubAnswers.merged("o/other", 5, week.since + 4),
        ]
        let http = HTTP { request throws(HTTPError) in
            switch request.url {
            case _ where request.url.hasPrefix("https://g/search/issues?"): HTTPResponse(GitHubAnswers.search(items))
            case "https://g/repos/o/r/pulls/3/files?per_page=100":
                HTTPResponse(Self.files(["doc/a", "doc/b", "src/c"]))
            case "https://g/repos/o/r/pulls/4/files?per_page=100": HTTPResponse(Self.files(["doc/a", "src/b"]))
            default: HTTPResponse("", status: 404)
            }
        }
        let rules =
            "[{ component: Cargo, repository: o/cargo }, { component: Library, label: t-libs }, { component: Docs, repository: o/r, path: doc/ }, { component: Compiler, repository: o/r }]"
        let result = try await asking("organizations: [o], section: Rest, components: \(rules)", week, http)
        #expect(result.faults == [])
        #expect(result.candidates.map(\.section) == ["Cargo", "Library", "Docs", "Compiler", "Rest"])
        #expect(result.candidates[1].factsByName["labels"] == "T-libs, other")
        #expect(result.candidates[2].factsByName == ["repository": "o/r", "component": "Docs"])
    }

    @Test func saysWhatIsMissing() async throws {
        let other =
            #"{"number": 2, "title": "T", "html_url": "https://github.com/o/r/pull/2", "closed_at": "2026-07-02T00:00:00Z"}"#
        let broken = #"{"number": 3, "html_url": "https://github.com/o/r/pull/3"}"#
        let address =
            "https://g/search/issues?q=is%3Apr%20is%3Amerged%20org%3Ao%20merged%3A2026-07-01T00%3A00%3A00Z..2026-07-07T23%3A59%3A59Z&sort=created&order=asc&per_page=100&page=1&advanced_search=true"
        let web = ScriptedWeb([
            address: HTTPResponse(
                GitHubAnswers.search([GitHubAnswers.merged("o/r", 1, week.since), other, broken], total: 4))
        ])
        let result = try await collect(
            "  - { source: github-pulls, api: \"https://g\", organizations: [o] }\n", from: web)
        #expect(result.candidates.map(\.url) == ["https://github.com/o/r/pull/1"])
        // The count is not known.
        #expect(result.totals == [])
        #expect(
            result.faults.map(\.description) == [
                "github-pulls: \(address): 'items[2].title' is missing. Open the address to see the answer; the service may have changed its format",
                "github-pulls: \(address): 'total_count' is 4, but 3 items were returned. Try again later",
                "github-pulls: https://github.com/o/r/pull/2: 'pull_request.merged_at' is missing. Open the address to see the answer",
            ])
    }

    @Test func doesNotCountWhatGitHubGaveUp() async throws {
        let http = HTTP { request throws(HTTPError) in HTTPResponse(GitHubAnswers.search([], incomplete: true)) }
        let day = TimeWindow(since: week.since, until: week.since + 86_400)
        let result = try await asking("organizations: [o]", day, http)
        #expect(result.totals == [])
        #expect(result.faults.count == 1)
        #expect(
            result.faults.first?.description.hasSuffix(
                "'incomplete_results' is true: GitHub gave up before the end. Try again later") == true)
    }

    @Test(arguments: [
        ("x: 1", "unknown key 'x' in 'github-pulls'. The keys are"),
        (
            "repositories: [rust]",
            "'github-pulls.repositories[1]' isn't a repository: 'rust'. Write the repository as OWNER/NAME"
        ),
        ("lower-case: true", "'github-pulls.organizations' is missing, and 'repositories' too"),
        ("organizations: [o], components: [{ component: A }]", "has no rule. Write one of"),
    ])
    func namesFaultsOfTheSettings(keys: String, fault: String) throws {
        let found = try faults("  - { source: github-pulls, \(keys) }\n")
        #expect(found.contains { $0.contains(fault) }, "\(found)")
    }
}
