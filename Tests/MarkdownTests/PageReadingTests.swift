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

    @Test func takesTheLastOfTwoDefinitions() throws {
        let page = try IssueReader.page(Array("Title: A\nSlug:\n\n[x]\n\n[x]: u\n[x]: v\n".utf8), file: "about.md")
        #expect(page.slug == nil)
        #expect(String(decoding: page.body, as: UTF8.self) == "<p><a href=\"v\">x</a></p>\n")
    }

    @Test func refusesWhatIsNestedTooDeep() {
        let text = "Title: A\n\ntext\n\n" + String(repeating: ">", count: 100_000)
        #expect { try IssueReader.page(Array(text.utf8), file: "about.md") } throws: { error in
            "\(error)" == "about.md:5:1: error: more than 200 levels of nesting. Split the list or quotation"
        }
    }

    @Test func needsATitle() {
        #expect { try IssueReader.page(Array("Hello\n".utf8), file: "about.md") } throws: { error in
            "\(error)" == "about.md:1:1: error: the page has no title. Write a line 'Title: …' at the top"
        }
        #expect(throws: Diagnostics.self) { try IssueReader.page([0x54, 0x00], file: "about.md") }
    }
}
