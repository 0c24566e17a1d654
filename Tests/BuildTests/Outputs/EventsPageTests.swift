import Testing

@Suite struct EventsPageTests {
    @Test func listsTheNewestIssuesEventsByRegion() async throws {
        let page = try await MemoryPublication.built(SmallWeekly.files).text("events/index.html")
        #expect(page.contains("<h2 id=\"europe\">Europe</h2>"))
        #expect(
            page.contains(
                "<time datetime=\"2026-03-14\">Saturday, 14 March 2026</time> – <time datetime=\"2026-03-15\">"))
        #expect(page.contains("<a href=\"/events/europe.ics\">"))
    }

    @Test func saysSoWhereThereAreNone() async throws {
        let weekly = try await MemoryPublication.built([
            "sennight.yaml":
                "title: W\nurl: https://w.example.org/\nsections: [{ kind: events, headings: [Events] }]\n",
            "content/a.md": "Title: A\nDate: 2026-01-01\n\nA.\n",
        ])
        #expect(weekly.text("events/index.html").contains("<p>The newest issue has no events.</p>"))
    }

    @Test func isLeftOutOfAPublicationWithoutEvents() async throws {
        let weekly = try await MemoryPublication.built([
            "sennight.yaml": "title: W\nurl: https://w.example.org/\n",
            "content/a.md": "Title: A\nDate: 2026-01-01\n\nA.\n",
        ])
        #expect(!weekly.site.paths.contains { $0.hasPrefix("events") })
        #expect(!weekly.text("index.html").contains("/events"))
        #expect(!weekly.text("sitemap.xml").contains("/events"))
    }

    @Test func takesNoAddressThatRunsAScript() async throws {
        let weekly = try await MemoryPublication.built([
            "sennight.yaml":
                "title: W\nurl: https://w.example.org/\nsections: [{ kind: events, headings: [Events] }]\n",
            "content/a.md": """
            Title: A
            Date: 2026-01-01

            # Events

            * 2026-01-05 | Bonn | [Club](javascript:alert(1))
                * [**Talk**](JavaScript:alert(2))

            """,
        ])
        let page = weekly.text("events/index.html")
        #expect(page.contains("Talk") && page.contains("<span>Club</span>"))
        #expect(!page.lowercased().contains("javascript:"))
    }
}
