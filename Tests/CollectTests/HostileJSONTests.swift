import Newsletter
import Testing

@testable import Collect

@Suite struct HostileJSONTests {
    private static func feed(_ items: String, _ more: String = "") -> String {
        #"{"version": "1", "title": "F", "items": [\#(items)]\#(more)}"#
    }

    private static func post(_ more: String = "", title: String = "T") -> String {
        #"{"url": "https://a.example/1", "title": "\#(title)", "date_published": "2026-07-02T00:00:00Z"\#(more)}"#
    }

    private static func list(_ item: String, _ count: Int) -> String {
        Array(repeating: item, count: count).joined(separator: ",")
    }

    private func result(_ text: String) async throws -> CollectionResult {
        try await collect(
            "  - { source: feeds, feeds: [\"https://a.example/f\"] }\n",
            from: ScriptedWeb(["https://a.example/f": text]))
    }

    @Test(arguments: [
        ("brackets", feed(String(repeating: "[", count: 100_000)), "the response isn't JSON"),
        (
            "unread brackets",
            feed(post(), ",\"x\":" + String(repeating: "[", count: 5_000) + String(repeating: "]", count: 5_000)),
            "the response isn't JSON"
        ),
        ("numbers as posts", feed(list("1", 30_000)), "more than 10000 items"),
        ("empty posts", feed(list("{}", 20_000)), "'item[0].url' is missing"),
        ("a title", feed(post(title: String(repeating: "x", count: 300_000))), "'title' was cut at 1000 characters"),
        ("tags", feed(post(",\"tags\": [\(list("\"a\"", 20_000))]")), "'items[0].tags' has more than 10000 items"),
        (
            "an address", feed(post().replacing("/1", with: String(repeating: "/x", count: 2_000))),
            "longer than 2000 bytes"
        ),
    ])
    func reportsInAFewSentences(name: String, text: String, sentence: String) async throws {
        let result = try await result(text)
        #expect(1...8 ~= result.faults.count, "\(name)")
        #expect(result.faults.contains { $0.description.contains(sentence) }, "\(name): \(result.faults)")
        #expect(result.faults.allSatisfy { $0.description.count < 2_000 })
        #expect(
            result.candidates.allSatisfy { $0.title.count <= 1000 && $0.facts.allSatisfy { $0.value.count <= 1000 } })
    }

    @Test(arguments: [
        feed(post(), ",\"x\": \(String(repeating: "9", count: 100_000))"),
        feed(post(), ",\"x\": [\(list("1e999999999", 5_000))]"),
        feed(post(), String(repeating: ",\"x\": 1", count: 20_000)),
    ])
    func passesOverWhatItDoesNotNeed(text: String) async throws {
        let result = try await result(text)
        #expect(result.candidates.map(\.title) == ["T"])
    }

    @Test func boundsEventsOfAPage() async throws {
        let event = #"{"@type": "Event", "name": "Tea", "url": "https://a.example/1", "startDate": "x"}"#
        let page = "<script type='application/ld+json'>[\(Self.list(event, 12_000))]</script>"
        let result = try await collect(
            "  - { source: json-ld, pages: [ { url: \"https://a.example/p\" } ] }\n",
            from: ScriptedWeb(["https://a.example/p": page]))
        #expect(result.faults.count <= 8, "\(result.faults)")
        #expect(result.faults.contains { $0.problem.contains("more than 10000 items") })
    }
}
