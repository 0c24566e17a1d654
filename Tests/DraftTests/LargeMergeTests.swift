import Newsletter
import Testing

@testable import Draft

/// Versions that nobody writes: merged as small ones are, without trying every piece against every other.
@Suite struct LargeMergeTests {
    private static let header = "Title: Weekly 7\nDate: 2026-03-04\n\n## News\n\n* [One](https://one.example)\n\n"

    private func merged(_ base: String, main: String, branch: String) -> IssueMerge.Outcome {
        IssueMerge.merge(base: Array(base.utf8), main: Array(main.utf8), branch: Array(branch.utf8))
    }

    /// Each side's addition comes through, and the strange text stays as it is.
    @Test(arguments: [
        String(repeating: "[", count: 100_000), String(repeating: "[a](", count: 50_000),
        String(repeating: "[", count: 50_000) + String(repeating: "]", count: 50_000),
        String(repeating: "`a``b", count: 40_000), (1...400).map { "e" + String(repeating: "`", count: $0) }.joined(),
        String(repeating: "<!--\n\n", count: 50_000),
        (3...600).reversed().map { String(repeating: "`", count: $0) + "\n" }.joined()
            + String(repeating: "a\n\n", count: 20_000),
    ])
    func mergesAroundWhatIsOpenedAndNeverClosed(text: String) {
        let base = Self.header + text + "\n\n## Tools\n\n* [Two](https://two.example)\n"
        let main = base.replacing("* [One]", with: "* [Main](https://main.example)\n* [One]")
        let branch = base + "* [Branch](https://branch.example)\n"
        let outcome = merged(base, main: main, branch: branch)
        #expect(outcome.conflicts.isEmpty)
        #expect(String(decoding: outcome.bytes, as: UTF8.self) == main + "* [Branch](https://branch.example)\n")
    }

    @Test func ordersThousandsOfPiecesOfBothSides() {
        let lines = (0..<6000).map { "* [Link \($0)](https://a.example/\($0))\n" }
        let base = Self.header + lines.joined()
        let main =
            Self.header + lines.enumerated().map { $0 % 3 == 0 ? "* [M](https://m.example/\($0))\n" + $1 : $1 }.joined()
        let branch =
            Self.header + lines.enumerated().map { $0 % 5 == 0 ? $1 + "* [B](https://b.example/\($0))\n" : $1 }.joined()
        let expected =
            Self.header
            + lines.enumerated().map { index, line in
                (index % 3 == 0 ? "* [M](https://m.example/\(index))\n" : "") + line
                    + (index % 5 == 0 ? "* [B](https://b.example/\(index))\n" : "")
            }.joined()
        let outcome = merged(base, main: main, branch: branch)
        #expect(outcome.conflicts.isEmpty)
        // Where both added at one place, main's come first.
        #expect(Set(outcome.bytes.split(separator: 0x0A)) == Set(Array(expected.utf8).split(separator: 0x0A)))
        #expect(outcome.bytes.count == expected.utf8.count)
    }

    @Test func keepsBothSidesOfThousandsOfRewrittenParagraphs() {
        let paragraphs = { (word: String) in (0..<1500).map { "\(word)\($0) said \(word)\($0)\n\n" }.joined() }
        let base = Self.header + paragraphs("old")
        let outcome = merged(base, main: Self.header + paragraphs("mine"), branch: Self.header + paragraphs("theirs"))
        let text = String(decoding: outcome.bytes, as: UTF8.self)
        #expect(text.contains("mine0 said") && text.contains("mine1499 said"))
        #expect(text.contains("theirs0 said") && text.contains("theirs1499 said"))
        #expect(!text.contains("old7 "))
    }

    @Test func reportsAConflictWhereTooManyLongParagraphsWereReworded() {
        func text(_ first: String, _ last: String) -> String {
            (0..<40).map { paragraph in
                "p\(paragraph) \(first) " + (0..<1500).map { "w\($0 % 7)" }.joined(separator: " ") + " \(last)\n\n"
            }.joined()
        }
        let outcome = merged(
            Self.header + text("a", "b"), main: Self.header + text("m", "b"), branch: Self.header + text("a", "c"))
        let merged = String(decoding: outcome.bytes, as: UTF8.self)
        // Nothing is lost: each paragraph is merged, or both versions are there.
        for paragraph in 0..<40 {
            let lines = merged.split(separator: "\n").filter { $0.hasPrefix("p\(paragraph) ") }
            #expect(lines.contains { $0.hasPrefix("p\(paragraph) m ") })
            #expect(lines.contains { $0.hasSuffix(" c") })
        }
    }

    /// The first bracket that is a link's, whatever is around it.
    @Test(arguments: [
        ("* [video] [A](u)", "A", "u"), ("* [![i](p)](u)", "![i](p)", "u"), ("* [a [b](c)", "b", "c"),
        ("* [a](b [c](d)", "c", "d"), ("* `[x](y)` [a](u)", "a", "u"), ("* `` [a](u)", "a", "u"),
        ("* \\[x](y) [a](u)", "a", "u"), ("* [a](<u v>)", "a", "u v"), ("* [a](u(v))", "a", "u(v)"),
        ("* [a]` (u)` [b](v)", "b", "v"), ("* ]][a](u)", "a", "u"), ("* [a] (u) [b](v \"t\")", "b", "v"),
    ])
    func findsTheFirstLink(entry: String, title: String, url: String) throws {
        let bytes = Array(entry.utf8)
        let link = try #require(LinkSyntax.first(in: bytes[...]))
        #expect(String(decoding: bytes[link.title], as: UTF8.self) == title)
        #expect(String(decoding: bytes[link.url], as: UTF8.self) == url)
    }
}
