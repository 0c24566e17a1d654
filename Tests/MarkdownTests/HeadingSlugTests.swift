import Markdown
import TestKit
import Testing

@Suite struct HeadingSlugTests {
    /// What Python-Markdown's `toc` extension makes of the same texts.
    @Test(arguments: [
        ("Upcoming Events", "upcoming-events"), ("What's cooking on master?", "whats-cooking-on-master"),
        ("Project/Tooling Updates", "projecttooling-updates"),
        ("News & Blog Posts", "news-blog-posts"),
        ("Call for Participation; projects and speakers", "call-for-participation-projects-and-speakers"),
        ("  spaced \t out  ", "spaced-out"), ("a - b -- c", "a-b-c"), ("snake_case", "snake_case"),
        ("Größe für ﬁ ½", "groe-fur-fi-12"), ("Æther", "ther"), ("日本語", ""),
        ("1.0 Released!", "10-released"), ("- lead", "-lead"), ("trail -", "trail-"),
        ("fn work(on: RustProject) -> Money", "fn-workon-rustproject-money"),
    ])
    func followsPythonMarkdown(text: String, slug: String) {
        #expect(HeadingSlugs.slug(text) == slug)
    }

    @Test(arguments: [
        ("a_9223372036854775807", "a_9223372036854775808"), ("a_99", "a_100"), ("a_007", "a_8"), ("_0", "_1"),
        ("a_000", "a_1"), ("1", "1_1"), ("a_1b", "a_1b_1"), ("a_", "a__1"),
    ])
    func countsOn(text: String, following: String) {
        var slugs = HeadingSlugs()
        #expect([text, text].map { slugs.id(for: $0) } == [text, following])
    }

    @Test func agreesWithPythonMarkdownOnManyRepeats() {
        var random = SeededGenerator(seed: 604)
        for _ in 0..<200 {
            var slugs = HeadingSlugs()
            var used: Set<String> = []
            for _ in 0..<40 {
                let text = ["a", "a_1", "a_3", "a_03", "b_9", "", "_2"].randomElement(using: &random) ?? ""
                #expect(slugs.id(for: text) == Self.unique(text, &used))
            }
        }
    }

    /// Python-Markdown's `unique`, word for word.
    private static func unique(_ text: String, _ used: inout Set<String>) -> String {
        var id = text
        while used.contains(id) || id.isEmpty {
            if let match = id.wholeMatch(of: /(.*)_([0-9]+)/), let number = Int(match.2) {
                id = "\(match.1)_\(number + 1)"
            } else {
                id += "_1"
            }
        }
        used.insert(id)
        return id
    }

    @Test(.timeLimit(.minutes(20))) func isQuickWithManyRepeats() {
        var slugs = HeadingSlugs()
        var last = ""
        for _ in 0..<60_000 { last = slugs.id(for: "a") }
        #expect(last == "a_59999")
    }

    @Test func numbersRepeats() {
        var slugs = HeadingSlugs()
        #expect(
            ["Rust", "rust", "RUST", "Rust 1", "Rust_1", "日本", "日本"].map { slugs.id(for: $0) } == [
                "rust", "rust_1", "rust_2", "rust-1", "rust_3", "_1", "_2",
            ])
    }
}
