import Context
import Markdown
import Newsletter
import Testing

@testable import Build

@Suite struct IssueTopicsTests {
    private func topics(_ text: String) throws -> String {
        let rules = SectionRules([
            SectionRule(kind: .links, headings: ["News", "Blogs"]), SectionRule(kind: .events, headings: ["Events"]),
            SectionRule(kind: .pick, headings: ["Pick"]), SectionRule(kind: .quote, headings: ["Quote"]),
        ])
        let bytes = Array("Title: W\nDate: 2026-01-01\n\n\(text)".utf8)
        return IssueTopics.text(of: try IssueReader(rules: rules).read(bytes, file: "w.md").issue.sections)
    }

    @Test func countsEntriesOfSectionsAndThoseBelow() throws {
        let text = """
            Hello.

            ## News

            * [A](https://a.example/)

            ### Blogs

            * [B](https://b.example/)
            * [C](https://c.example/)

            ## Pick

            This week's pick is [serde](https://d.example/).

            ## Quote

            > Yes.

            – [Someone](https://e.example/)

            ## Events

            * 2026-01-07 | Ulm, DE | [Club](https://f.example/)
                * [**Tea**](https://f.example/tea)

            ## Words

            Only words.

            """
        #expect(try topics(text) == "News 3 · Pick: serde · Events 1")
    }

    @Test func namesTheSectionsOfAnIssueWithoutEntries() throws {
        #expect(try topics("## One\n\nText.\n\n### More\n\n## Two\n\nText.\n") == "One · Two")
        #expect(try topics("Text.\n") == "")
    }

    @Test func namesAPickBelowAnotherSection() throws {
        let pick = "### Pick\n\nIt is [serde](https://d.example/).\n\n"
        let blogs = "### Blogs\n\n* [B](https://b.example/)\n\n"
        let text = "## News\n\n* [A](https://a.example/)\n\n\(pick)\(blogs)## Events\n\nNone.\n"
        #expect(try topics(text) == "News 2 · Pick: serde")
    }

    @Test func leavesOutASingleTitle() throws {
        #expect(try topics("# Week 1\n\n## News\n\n* [A](https://a.example/)\n\n## Words\n\nText.\n") == "News 1")
    }

    @Test func showsThemInLists() async throws {
        let weekly = try await MemoryPublication.built(SmallWeekly.files)
        for page in ["archive/index.html", "blog/2026/index.html", "categories/weekly/index.html"] {
            #expect(weekly.text(page).contains("<small class=\"topics\">News 1 · Upcoming events 3</small>"), "\(page)")
        }
        let before = weekly.site.paths.map { weekly.text($0) }
        #expect(try await weekly.buildAnew().published.written == 0)
        #expect(weekly.site.paths.map { weekly.text($0) } == before)
    }

    @Test func writesTheListsAgainIfTheCountsChange() async throws {
        let weekly = try await MemoryPublication.built(SmallWeekly.files)
        let path = "content/second.md"
        weekly.write(path, (SmallWeekly.files[path] ?? "") + "* [New](https://example.org/new)\n")
        try await weekly.build()
        #expect(weekly.site.written.contains("archive/index.html"))
        #expect(weekly.text("archive/index.html").contains("<small class=\"topics\">News 2</small>"))
        // Neighbours don't show the counts.
        #expect(!weekly.site.written.contains("blog/2026/03/11/weekly-3/index.html"))
    }
}
