import Markdown
import Newsletter
import Testing

/// Pages of their own, such as an imprint.
@Suite struct PageReadingTests {
    @Test func readsTitleSlugAndBody() throws {
        let page = try IssueReader.page(Array("Title: About us\nSlug: about\n\nHello *you*\n".utf8), file: "about.md")
        #expect(page.title == "About us" && page.slug == "about")
        #expect(String(decoding: page.body, as: UTF8.self) == "<p>Hello <em>you</em></p>\n")
    }

    @Test func needsATitle() {
        #expect { try IssueReader.page(Array("Hello\n".utf8), file: "about.md") } throws: { error in
            "\(error)" == "about.md:1:1: error: the page has no title. Write a line 'Title: …' at the top"
        }
        #expect(throws: Diagnostics.self) { try IssueReader.page([0x54, 0x00], file: "about.md") }
    }
}
