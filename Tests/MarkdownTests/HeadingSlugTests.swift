import Markdown
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

    @Test func numbersRepeats() {
        var slugs = HeadingSlugs()
        #expect(
            ["Rust", "rust", "RUST", "Rust 1", "Rust_1", "日本", "日本"].map { slugs.id(for: $0) } == [
                "rust", "rust_1", "rust_2", "rust-1", "rust_3", "_1", "_2",
            ])
    }
}
