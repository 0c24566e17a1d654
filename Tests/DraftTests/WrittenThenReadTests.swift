import Newsletter
import Testing

@testable import Draft

/// What is written into a draft is read from it again as the same words.
@Suite struct WrittenThenReadTests {
    private let draft = "## News\n\n## Events\n\n### Europe\n\n## Tasks\n\n## Pick\n\n## Quote\n"

    /// Pieces of hostile titles; code spans, whose marks are not part of the text, have a test of their own.
    private static let pieces = [
        "tea", "[", "]", "](", ")", "(", "<T>", "<b>", "*", "**", "_", "__", "~", "~~", "\\", "&amp;", "&", "|", "#",
        "!", "é", "—", "🦀", "1.", "-", "+", ">", "<!--", "-->", "](javascript:", "https://x.example", "\n", " ", "`",
        "$1", "{link}", "---",
    ]

    private func title(_ random: inout RandomEdits) -> String {
        let count = 1 + random.number(below: 8)
        let text = (0..<count).map { _ in Self.pieces[random.number(below: Self.pieces.count)] }.joined()
        // A second backtick would make a code span.
        let parts = text.split(separator: "`", omittingEmptySubsequences: false)
        return "T" + (parts.count < 3 ? text : parts.joined()) + "t"
    }

    @Test(arguments: 0..<8)
    func keepsLinksAndEvents(seed: Int) throws {
        var random = RandomEdits(seed: seed)
        let empty = try Weekly.draft(draft)
        for step in 0..<250 {
            let title = title(&random)
            let url = "https://x.example/\(step)?q=(\(random.number(below: 9)))"
            let link = try Placement(into: empty, publication: Weekly.publication)
                .placing(Weekly.link(title, url, in: "News"))
            #expect(link.listed.map(\.title) == [MarkdownText.oneLine(title)], "\(link.body)")
            #expect(link.listed.map(\.url) == [url])
            let event = try Placement(into: empty, publication: Weekly.publication)
                .placing(Weekly.event(title, url, on: "2026-03-10", in: "Europe", at: "Ulm, DE"))
            #expect(event.listed.map(\.title) == [MarkdownText.oneLine(title)], "\(event.body)")
            #expect(event.listed.map(\.url) == [url])
        }
    }

    @Test(arguments: 0..<4)
    func keepsQuotes(seed: Int) throws {
        var random = RandomEdits(seed: seed)
        let empty = try Weekly.draft(draft)
        var count = 0
        for _ in 0..<250 {
            let text = title(&random)
            let candidate = Candidate(
                source: "", kind: .quote, title: "Ann", url: "https://x.example",
                content: .quote(Quote(text: text, attribution: "Ann")))
            let placed = try Placement(into: empty, publication: Weekly.publication).placing(candidate)
            guard case .quote(let quote) = try #require(placed.listed.first).content else { continue }
            #expect(MarkdownText.oneLine(quote.text) == MarkdownText.oneLine(text), "\(placed.body)")
            count += 1
        }
        #expect(count == 250)
    }

    @Test(arguments: [
        ("`Vec<T>` grows", "Vec<T> grows"), ("an odd ` one", "an odd ` one"), ("``a`b``", "a`b"),
        ("`a` and ` b", "a and ` b"), ("`[x]`](u)", "[x]](u)"),
    ])
    func keepsCode(title: String, read: String) throws {
        let placed = try Placement(into: try Weekly.draft(draft), publication: Weekly.publication)
            .placing(Weekly.link(title, "https://x.example", in: "News"))
        #expect(placed.listed.map(\.title) == [read])
    }

    @Test(arguments: [
        ("https://x.example/a)b", "https://x.example/a%29b"), ("https://x.example/a(b)", "https://x.example/a(b)"),
        ("https://x.example/%28a", "https://x.example/%28a"),
        ("https://x.example/?a&lt;b", "https://x.example/?a&lt;b"),
        ("https://x.example/a\\)b", "https://x.example/a%5C%29b"),
    ])
    func keepsAddresses(url: String, read: String) throws {
        let placed = try Placement(into: try Weekly.draft(draft), publication: Weekly.publication)
            .placing(Weekly.link("Tea", url, in: "News"))
        #expect(placed.listed.map(\.url) == [read])
    }
}
