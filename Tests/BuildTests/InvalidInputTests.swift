import Context
import Newsletter
import TestKit
import Testing

/// Every fault in one run, one line each, and nothing published.
@Suite struct InvalidInputTests {
    private static let settings = "title: W\nurl: https://w.example.org/\n"

    private func weekly(_ files: [String: String]) -> MemoryPublication {
        MemoryPublication(files.merging(["sennight.yaml": Self.settings]) { first, _ in first })
    }

    @Test func namesAllFaultsInOneRunAndPublishesNothing() async throws {
        let weekly = weekly(["content/00.md": "Title: Good\nDate: 2026-01-01\n\nFine.\n"])
        try await weekly.build()
        let before = weekly.site.paths
        weekly.write("content/01.md", "Title: No date\n\nText.\n")
        weekly.write("content/02.md", "Title: Never\nDate: 2026-02-30\n\nText.\n")
        weekly.write("content/03.md", "Date: 2026-01-02\n\nText.\n")
        weekly.write("content/04.md", "Title: Good\nDate: 2026-01-01\n\nThe same address.\n")
        weekly.folder.write("/weekly/content/05.md", Array("Title: A\nDate: 2026-01-03\n\nab".utf8) + [0xFF, 0x0A])
        weekly.folder.write("/weekly/content/06.md", Array("Title: B\nDate: 2026-01-04\n\n".utf8) + [0x00, 0x0A])
        weekly.folder.write("/weekly/content/07.md", [0x41], claimedSize: 100 << 20)
        weekly.write(
            "content/08.md", "Title: Deep\nDate: 2026-01-05\n\n" + String(repeating: ">", count: 100_000) + "x\n")
        weekly.write("content/09.md", "Title: Closed\nDate: 2026-01-06\n\nx\n")
        weekly.folder.refuse("/weekly/content/09.md", "Permission denied")
        weekly.write("content/pages/about.md", "No title here.\n")
        weekly.write("theme/home.mustache", "{{isue}}")
        weekly.write("theme/hom.mustache", "x")
        let faults = try await weekly.faults()
        #expect(
            Set(faults) == [
                "content/01.md:1:1: error: the issue has no date. Write a line 'Date: YYYY-MM-DD' at the top",
                "content/02.md:2:1: error: '2026-02-30' isn't a date. Write the date as YYYY-MM-DD",
                "content/03.md:1:1: error: the issue has no title. Write a line 'Title: …' at the top",
                "content/04.md:1:1: error: this issue has the same URL as content/00.md: /blog/2026/01/01/good/. "
                    + "Give one of the issues another title, date or 'Slug:'",
                "content/05.md:4:3: error: a byte here isn't UTF-8. Save the file as UTF-8",
                "content/06.md:4:1: error: the text contains a NUL byte. Remove the byte",
                "content/07.md: error: the file has 100 MB, but an issue can't have more than 16. Move the file out of the folder of issues",
                "content/08.md:4:1: error: more than 200 levels of nesting. Split the list or quotation",
                "content/09.md: error: can't read the file (Permission denied). Make the file readable, or move it to another folder",
                "content/pages/about.md:1:1: error: the page has no title. Write a line 'Title: …' at the top",
                "/weekly/theme/hom.mustache: error: the theme has no file with this name. Did you mean 'home.mustache'?",
                "/weekly/theme/home.mustache:1:1: error: unknown name 'isue'. Did you mean 'issue'?",
            ])
        #expect(faults.count == Set(faults).count)
        #expect(weekly.site.paths == before)
    }

    @Test func namesAnUnknownSettingWithTheNearestKnown() async throws {
        let weekly = MemoryPublication(["sennight.yaml": Self.settings + "langauge: de\nhome: { itmes: 3 }\n"])
        #expect(
            try await weekly.faults() == [
                "/weekly/sennight.yaml:3:1: error: unknown key 'langauge'. Did you mean 'language'?",
                "/weekly/sennight.yaml:4:9: error: unknown key 'itmes' in 'home'. Did you mean 'items'?",
            ])
        #expect(weekly.site.paths.isEmpty)
    }

    @Test func saysWhereSettingsAreExpected() async throws {
        let fault = try await MemoryPublication([:]).faults().first
        #expect(
            fault?.hasPrefix("/weekly/sennight.yaml: error: can't read the settings (No such file or directory). ")
                == true)
    }

    @Test(
        "Refuses a slug that is no part of an address",
        arguments: ["../../../etc/cron.d/x", "a/b", "..", "a b", "a?b", "\"><script>"])
    func refusesSlugs(slug: String) async throws {
        let weekly = weekly([
            "content/a.md": "Title: A\nDate: 2026-01-01\nSlug: \(slug)\n\nA.\n",
            "content/pages/b.md": "Title: B\nSlug: \(slug)\n\nB.\n",
        ])
        let remedy = "'\(slug)' can't be part of an address. Use letters, digits, '-', '.' and '_'"
        #expect(
            try await weekly.faults() == [
                "content/a.md:1:1: error: \(remedy)", "content/pages/b.md:1:1: error: \(remedy)",
            ])
    }

    @Test func refusesAnIssueWithoutTheNumberItsAddressNeeds() async throws {
        let weekly = MemoryPublication([
            "sennight.yaml": Self.settings + "address: /issues/{number}/text/\n",
            "content/a.md": "Title: A\nDate: 2026-01-01\n\nA.\n",
        ])
        #expect(
            try await weekly.faults() == [
                "content/a.md:1:1: error: the issue's address needs a number. Write a line 'Number: …' at the top"
            ])
    }

    @Test func passesAnEmptyFolderAndStrayFiles() async throws {
        let weekly = weekly(["content/notes.txt": "no issue", "draft/x.md": "nothing yet"])
        #expect(try await weekly.faults().isEmpty)
    }
}
