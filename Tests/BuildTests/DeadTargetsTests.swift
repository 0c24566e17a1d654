import Newsletter
import TestKit
import Testing

@testable import Build

@Suite struct DeadTargetsTests {
    private func files(_ text: String, settings: String = "") -> [String: String] {
        [
            "sennight.yaml": "title: W\nurl: https://example.org/\n" + settings,
            "content/2026-01-07-a.md": "Title: A 1\nNumber: 1\nDate: 2026-01-07\n\n" + text,
            "content/pages/about.md": "Title: About\n\n[Home](/)\n", "content/images/cat.png": "PNG",
            "static/files/a b.pdf": "PDF",
        ]
    }

    private func warnings(_ files: [String: String]) async throws -> [String] {
        try await MemoryPublication(files).build().warnings.map(\.description)
    }

    @Test func findsLinksAndImagesThatLeadNowhere() async throws {
        var files = files(
            "[a](/nowhere/) [b](/pages/about.html)\n\n* [c](/nowhere/)\n\n![d](/images/dog.png)\n\n<a href=\"/gone\">e</a>\n"
        )
        files["content/pages/about.md"] = "Title: About\n\n[f](/nowhere/#x) [g](missing.md)\n"
        #expect(
            try await warnings(files) == [
                "content/2026-01-07-a.md:5:1: warning: the site has nothing at '/nowhere/' (2 links). Correct the link, or add the file",
                "content/2026-01-07-a.md:9:1: warning: the site has nothing at '/images/dog.png'. Correct the link, or add the file",
                "content/2026-01-07-a.md:11:1: warning: the site has nothing at '/gone'. Correct the link, or add the file",
                "content/pages/about.md:3:1: warning: the site has nothing at '/nowhere/#x'. Correct the link, or add the file",
                "content/pages/about.md:3:1: warning: the site has nothing at 'missing.md'. Correct the link, or add the file",
            ])
    }

    @Test func keepsLinksToEverythingThatTheSiteHas() async throws {
        let text = """
            [a](/) [b](/archive/) [c](/blog/2026/01/07/a-1/) [d](/pages/about.html#x) [e](/files/a%20b.pdf) [f](/rss.xml?x=1)
            [g](2026-01-07-a.md) [h](//example.org/x) [i](https://example.org/nowhere) [j](#x) [k](mailto:a@b.org) [l](/archive)
            ![m](/images/cat.png) <img src="/images/cat.png" alt="">

            """
        #expect(try await warnings(files(text)) == [])
    }

    @Test func knowsPathsBelowThatOfTheSite() async throws {
        var files = files("[a](/archive/) [b](/letter/archive/) [c](/letter) [d](/letter/nowhere/)\n")
        files["sennight.yaml"] = "title: W\nurl: https://example.org/letter/\n"
        #expect(
            try await warnings(files) == [
                "content/2026-01-07-a.md:5:1: warning: the site has nothing at '/letter/nowhere/'. Correct the link, or add the file"
            ])
    }

    @Test func remembersLinksBetweenBuilds() async throws {
        let publication = try await MemoryPublication.built(files("[a](/nowhere/)\n"))
        #expect(try await publication.buildAnew().warnings.count == 1)
        #expect(try await publication.build().warnings.count == 1)
    }

    @Test func refusesPicturesThatAreNotThere() async throws {
        let header = try await MemoryPublication([
            "sennight.yaml": "title: W\nurl: https://example.org/\nimage: /images/card.png\n",
            "content/a.md": "Title: A\nDate: 2026-01-07\nImage: images/dog.png\n\nText\n",
        ]).faults()
        #expect(
            header == [
                "/weekly/sennight.yaml: error: there is no file for 'image: /images/card.png'. Add the file, or correct 'image:' in the settings",
                "content/a.md: error: there is no file for 'image: images/dog.png'. Add the file, or correct 'image:' at the top",
            ])
    }
}
