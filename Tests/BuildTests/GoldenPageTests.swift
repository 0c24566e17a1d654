import Testing
import TestKit

/// Whole files of a small site, as they were looked at and found good.
@Suite struct GoldenPageTests {
    @Test(
        "Writes every kind of file as it was found good",
        arguments: [
            ("blog/2026/03/11/weekly-3/index.html", "weekly/issue.html"), ("index.html", "weekly/home.html"),
            ("events/index.html", "weekly/events.html"), ("archive/index.html", "weekly/archive.html"),
            ("rss.xml", "weekly/rss.xml"), ("atom.xml", "weekly/atom.xml"), ("feed.json", "weekly/feed.json"),
            ("events.ics", "weekly/events.ics"), ("sitemap.xml", "weekly/sitemap.xml"),
        ])
    func writesEveryKindOfFile(path: String, golden: String) async throws {
        let weekly = try await MemoryPublication.built(SmallWeekly.files)
        let bytes = try #require(weekly.site.bytes(path))
        #expect(Golden.difference(bytes, from: golden) == nil)
    }

    @Test(
        "Writes German words and dates",
        arguments: [
            ("ausgaben/2026/03/maerzgruen/index.html", "brief/issue.html"), ("index.html", "brief/home.html"),
            ("events/index.html", "brief/events.html"),
        ])
    func writesGerman(path: String, golden: String) async throws {
        let letter = try await MemoryPublication.built([
            "sennight.yaml": """
            title: Gartenbrief
            url: https://brief.example.org/
            language: de
            timezone: Europe/Berlin
            submit: mailto:brief@example.org
            address: /ausgaben/{year}/{month}/{slug}/
            calendar: { every: 1 month, day: 1, deadline: { days: 5, time: "20:00" } }
            sections: [{ kind: events, headings: [Termine] }]

            """,
            "theme/style.css": "body {}",
            "content/februar.md": "---\ntitle: Noch Frost\nnumber: 1\ndate: 2026-02-01\n---\n\nRuhe.\n",
            "content/maerz.md": """
            ---
            title: Märzgrün
            number: 2
            date: 2026-03-01
            ---

            Liebe Gärtnerinnen!

            ## Termine

            ### Köln

            * 2026-03-07 | Köln | [Kleingärten am Fluß](https://example.org/fluss)
                * [**Saatgut tauschen**](https://example.org/saat)

            """,
        ])
        let bytes = try #require(letter.site.bytes(path))
        #expect(Golden.difference(bytes, from: golden) == nil)
    }
}
