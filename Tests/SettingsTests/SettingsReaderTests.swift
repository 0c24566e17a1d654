import Newsletter
import Testing

@Suite struct SettingsReaderTests {
    @Test func needsNoMoreThanTitleAndAddress() throws {
        let publication = try settings("title: Weekly\nurl: https://example.org")
        #expect(publication.title == "Weekly" && publication.category == "Weekly")
        #expect(publication.address == "https://example.org/")
        #expect(publication.calendar == nil && publication.sections.isEmpty && publication.legacy.isEmpty)
    }

    @Test func readsTheMasthead() throws {
        let publication = try settings(
            """
            "title": 2026
            url: http://example.org/weekly/
            description: News
            language: de
            author: A
            email: a@example.org
            timezone: Europe/Berlin
            license: { name: CC0, url: https://example.org/cc0 }
            source: https://example.org/{file}
            submit: mailto:a@example.org
            image: /card.png
            category: Notes
            address: /n/{number}/
            archive: /all/
            feeds: { items: 7 }
            home: { items: 3 }
            """)
        #expect(publication.title == "2026" && publication.address == "http://example.org/weekly/")
        #expect(publication.description == "News" && publication.language == "de" && publication.author == "A")
        #expect(publication.email == "a@example.org" && publication.timeZone == "Europe/Berlin")
        #expect(publication.license == .init(name: "CC0", url: "https://example.org/cc0"))
        #expect(publication.source == "https://example.org/{file}" && publication.submit == "mailto:a@example.org")
        #expect(publication.image == "/card.png" && publication.category == "Notes")
        #expect(publication.issueAddress == "/n/{number}/" && publication.archiveAddress == "/all/")
        #expect(publication.feedItems == 7 && publication.homeItems == 3)
    }

    @Test func readsFoldersAndPoints() throws {
        let publication = try settings(
            """
            title: W
            url: https://example.org/
            folders: { issues: i, drafts: d, pages: p, images: m, static: s, theme: t }
            redirects:
              jobs: https://example.org/jobs
              discuss: { 606: https://example.org/606, 607: https://example.org/607 }
            """)
        let folders = publication.folders
        #expect(
            [folders.issues, folders.drafts, folders.pages, folders.images, folders.static, folders.theme] == [
                "i", "d", "p", "m", "s", "t",
            ])
        #expect(publication.redirects.jobs == "https://example.org/jobs")
        #expect(publication.redirects.discuss == [606: "https://example.org/606", 607: "https://example.org/607"])
    }

    @Test func readsSectionRules() throws {
        let publication = try settings(
            """
            title: W
            url: https://example.org/
            sections:
              - { kind: pull-requests, headings: [Core, "fn work() -> Money"] }
              - { kind: proposals, stage: final-comment-period, under: ["", Core], headings: [RFCs] }
              - { kind: participation, calls: events, headings: [Speakers*] }
            """)
        #expect(
            publication.sections == [
                SectionRule(kind: .pullRequests, headings: ["Core", "fn work() -> Money"]),
                SectionRule(kind: .proposals, stage: .finalCommentPeriod, headings: ["RFCs"], under: ["", "Core"]),
                SectionRule(kind: .participation, calls: .event, headings: ["Speakers*"]),
            ])
    }
}
