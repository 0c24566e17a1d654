import Context
import Newsletter
import Testing

@testable import Collect

@Suite struct HackerNewsTests {
    private static func address(_ page: Int) -> String {
        "https://hn.algolia.com/api/v1/search_by_date?query=rust%20lang&tags=story&restrictSearchableAttributes=title%2Curl&numericFilters=created_at_i%3E%3D1782864000%2Ccreated_at_i%3C1783468800&hitsPerPage=100&page=\(page)"
    }

    @Test func readsAllPagesTheBestLikedFirst() async throws {
        let web = ScriptedWeb([
            Self.address(0): """
            {"page": 0, "nbPages": 2, "hits": [
            {"objectID": "1", "title": "A & B", "url": "https://a.example/1", "author": "ann", "points": 7, "num_comments": 2, "created_at_i": 1782864000},
            {"objectID": "2", "title": "Few points", "url": "https://a/2", "points": 4, "created_at_i": 1782864000},
            {"objectID": "3", "title": "Behind the window", "url": "https://a/3", "points": 40, "created_at_i": 1783468800}]}
            """,
            Self.address(1): """
            {"page": 1, "nbPages": 2, "hits": [
            {"objectID": "4", "title": "Ask HN", "url": "", "points": 9, "num_comments": 0, "created_at_i": 1783468799},
            {"objectID": "5", "title": "A and B again", "url": "http://www.a.example/1?utm_source=x", "author": "bo", "points": 5, "num_comments": 1, "created_at_i": 1782864001},
            {"objectID": "6", "created_at_i": 1782864000}]}
            """,
        ])
        let result = try await collect("  - { source: hacker-news, searches: rust lang }\n", from: web)
        #expect(
            result.candidates.map(\.line) == [
                "A & B <https://a.example/1> score=12 scores=hacker-news 7, hacker-news 5 comments=3 comments each=hacker-news 2, hacker-news 1 posted by=ann discussion=https://news.ycombinator.com/item?id=1 posted by=bo discussion=https://news.ycombinator.com/item?id=5",
                "Ask HN <https://news.ycombinator.com/item?id=4> score=9 comments=0 discussion=https://news.ycombinator.com/item?id=4",
            ])
        #expect(result.candidates.map(\.time) == [1_782_864_000, 1_783_468_799])
        #expect(
            result.faults.map(\.description) == [
                "hacker-news: \(Self.address(1)): 'hits[2].title' is missing. Open the address to see the answer; the service may have changed its format"
            ])
    }

    @Test(arguments: ["javascript:alert(1)", "gemini://a.example/", "nonsense"])
    func leadsToTheDiscussionWhereTheLinkIsNotOfTheWeb(url: String) async throws {
        let web = ScriptedWeb([
            Self.address(0):
                #"{"page": 0, "nbPages": 1, "hits": [{"objectID": "1", "title": "A", "url": "\#(url)", "points": 7, "created_at_i": 1782864000}]}"#
        ])
        let result = try await collect("  - { source: hacker-news, searches: [rust lang] }\n", from: web)
        #expect(result.candidates.map(\.url) == ["https://news.ycombinator.com/item?id=1"])
    }

    @Test func keepsWhatEarlierPagesBroughtWhenALaterOneFails() async throws {
        let web = ScriptedWeb([
            Self.address(0): HTTPResponse(
                #"{"page": 0, "nbPages": 2, "hits": [{"objectID": "1", "title": "A", "points": 7, "created_at_i": 1782864000}]}"#
            ),
            Self.address(1): HTTPResponse("", status: 503),
        ])
        let result = try await collect("  - { source: hacker-news, searches: [rust lang] }\n", from: web)
        #expect(result.candidates.map(\.title) == ["A"])
        #expect(
            result.faults.map(\.description) == [
                "hacker-news: \(Self.address(1)): the server failed (503). Try again later"
            ])
    }

    @Test func saysThatThereAreTooManyPages() async throws {
        let http = HTTP { request throws(HTTPError) in
            let page = request.url.split(separator: "=").last.flatMap { Int($0) } ?? 0
            return HTTPResponse(#"{"page": \#(page), "nbPages": 1000, "hits": []}"#)
        }
        let result = try await collect("  - { source: hacker-news, searches: rust lang }\n") { $0.http = http }
        #expect(
            result.faults.map(\.description) == [
                "hacker-news: \(Self.address(0)): there are more than 20 pages for this window. Narrow the search in the settings"
            ])
    }
}
