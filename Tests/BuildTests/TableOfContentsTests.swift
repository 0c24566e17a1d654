import Testing

/// The list of an issue's headings on its page.
@Suite struct TableOfContentsTests {
    private func page(_ body: String) async throws -> String {
        try await MemoryPublication.built([
            "sennight.yaml": "title: W\nurl: https://w.example.org/\n",
            "content/a.md": "Title: A\nDate: 2026-01-01\n\n" + body,
        ]).text("blog/2026/01/01/a/index.html")
    }

    @Test func nestsHeadingsWhoseLevelsJump() async throws {
        let page = try await page("#### Deep\n\n# Top\n\n### Third\n\n## Second\n\n# End\n")
        let list = try #require(page.split(separator: "<ol>", maxSplits: 1).last?.split(separator: "</details>").first)
        let order = list.matches(of: #/<(/?)(ol|li)>|#([a-z]+)"/#).map { "\($0.1 ?? "")\($0.2 ?? "")\($0.3 ?? "")" }
        #expect(
            order == [
                "li", "deep", "/li", "li", "top", "ol", "li", "third", "/li", "li", "second", "/li", "/ol", "/li", "li",
                "end", "/li",
                "/ol",
            ])
    }

    @Test func leavesOutAListOfOne() async throws {
        #expect(!(try await page("# Only\n\nText.\n")).contains("class=\"contents\""))
    }

    @Test func takesNoLinkIntoALink() async throws {
        let page = try await page("# [Linked](https://example.org/) & `x<y>`\n\n# Other\n")
        #expect(page.contains("<li><a href=\"#linked-xy\">Linked &amp; x&lt;y&gt;</a>"))
    }
}
