import Testing
import Foundation

@Suite struct JSONFeedTests {
    @Test func isAJSONFeedWithFullTexts() async throws {
        let weekly = try await MemoryPublication.built(SmallWeekly.files)
        let bytes = try #require(weekly.site.bytes("feed.json"))
        let feed = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
        #expect(feed["version"] as? String == "https://jsonfeed.org/version/1.1")
        let items = try #require(feed["items"] as? [[String: Any]])
        #expect(items.map { $0["title"] as? String } == ["Weekly 3", "Weekly 2: <Tags> & \"Quotes\""])
        #expect(items.first?["date_published"] as? String == "2026-03-11T00:00:00-04:00")
        #expect((items.last?["content_html"] as? String)?.contains("https://example.org/a?x=1&amp;y=2") == true)
    }
}
