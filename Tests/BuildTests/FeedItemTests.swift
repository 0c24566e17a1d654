import Testing

/// What feeds say of an issue.
@Suite struct FeedItemTests {
    private func weekly(_ issue: String, settings: String = "") async throws -> MemoryPublication {
        try await MemoryPublication.built([
            "sennight.yaml": "title: W\nurl: https://w.example.org/\n" + settings, "content/a.md": issue,
        ])
    }

    @Test(
        "Dates entries in the publication's zone",
        arguments: [
            ("2026-03-08", "2026-03-08T00:00:00-05:00", "Sun, 08 Mar 2026 00:00:00 -0500"),
            ("2026-03-08 03:30", "2026-03-08T03:30:00-04:00", "Sun, 08 Mar 2026 03:30:00 -0400"),
            ("2026-11-01 03:00", "2026-11-01T03:00:00-05:00", "Sun, 01 Nov 2026 03:00:00 -0500"),
            ("2026-03-09", "2026-03-09T00:00:00-04:00", "Mon, 09 Mar 2026 00:00:00 -0400"),
            ("2026-11-01", "2026-11-01T00:00:00-04:00", "Sun, 01 Nov 2026 00:00:00 -0400"),
            ("2026-11-02 18:46", "2026-11-02T18:46:00-05:00", "Mon, 02 Nov 2026 18:46:00 -0500"),
        ])
    func datesEntriesInZone(date: String, atom: String, rss: String) async throws {
        let weekly = try await weekly("Title: A\nDate: \(date)\n\nA.\n", settings: "timezone: America/New_York\n")
        #expect(weekly.text("atom.xml").contains("<published>\(atom)</published>"))
        #expect(weekly.text("atom.xml").contains("<updated>\(atom)</updated>"))
        #expect(weekly.text("rss.xml").contains("<pubDate>\(rss)</pubDate>"))
        #expect(weekly.text("feed.json").contains("\"date_published\":\"\(atom)\""))
    }

    @Test func writesZonesOfHalfHours() async throws {
        let weekly = try await weekly("Title: A\nDate: 2026-01-01\n\nA.\n", settings: "timezone: Asia/Kolkata\n")
        #expect(weekly.text("atom.xml").contains("<published>2026-01-01T00:00:00+05:30</published>"))
        #expect(weekly.text("rss.xml").contains("00:00:00 +0530"))
    }

    @Test func identifiesEntriesByHostDateAndPath() async throws {
        let weekly = try await weekly("Title: A\nDate: 2026-01-01\n\nA.\n")
        let id = "tag:w.example.org,2026-01-01:/blog/2026/01/01/a/"
        #expect(weekly.text("atom.xml").contains("<id>\(id)</id>"))
        #expect(weekly.text("rss.xml").contains("<guid isPermaLink=\"false\">\(id)</guid>"))
        #expect(weekly.text("feed.json").contains("\"id\":\"\(id)\""))
    }

    @Test func makesAddressesAbsolute() async throws {
        let weekly = try await weekly(
            "Title: A\nDate: 2026-01-01\n\n![i](/images/x.png) [f](#top) [r](part/b.html) [q](?a=1) [s](//cdn.example.org/y) "
                + "[o](http://other.example.org/z) [m](mailto:a@example.org)\n")
        let text = weekly.text("atom.xml")
        let page = "https://w.example.org/blog/2026/01/01/a/"
        for address in [
            "https://w.example.org/images/x.png", page + "#top", page + "part/b.html", page + "?a=1",
            "https://cdn.example.org/y",
            "http://other.example.org/z", "mailto:a@example.org",
        ] {
            #expect(text.contains("=&quot;\(address)&quot;"), "\(address)")
        }
    }

    @Test func holdsOnlyWhatXMLCanHold() async throws {
        let weekly = try await weekly(
            "Title: A\u{1B}B\nSlug: a\nDate: 2026-01-01\n\nx\u{08}y ]]> & <b>&amp;</b> \u{FFFE}\u{FFFF}z é\n")
        for feed in ["rss.xml", "atom.xml"] {
            let text = weekly.text(feed)
            #expect(text.contains("<title>AB</title>"))
            #expect(text.contains("xy ]]&amp;gt; &amp;amp; &lt;b&gt;&amp;amp;&lt;/b&gt; z é"))
            let unwanted = text.unicodeScalars.filter {
                $0.value < 0x20 && $0 != "\n" || $0.value == 0xFFFE || $0.value == 0xFFFF
            }
            #expect(unwanted.isEmpty)
        }
    }
}
