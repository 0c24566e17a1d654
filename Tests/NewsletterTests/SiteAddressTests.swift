import Testing

@testable import Newsletter
import Text

@Suite struct SiteAddressTests {
    private func address(_ root: String, pattern: String = "/blog/{year}/{month}/{day}/{slug}/") -> SiteAddress {
        var publication = Publication(title: "W", address: root)
        publication.issueAddress = pattern
        return SiteAddress(publication)
    }

    @Test func standsAtARootBelowTheHost() {
        let address = address("https://example.org/weekly/")
        #expect(address.host == "example.org" && address.base == "/weekly/")
        #expect(address.href(.events) == "/weekly/events/")
        #expect(address.url("rss.xml") == "https://example.org/weekly/rss.xml")
    }

    @Test func fillsThePatternOfIssues() throws {
        let date = try #require(CalendarDate(year: 2026, month: 3, day: 4))
        let header = IssueHeader(title: "Weekly #7: Cats", number: 7, date: date, category: nil)
        #expect(address("https://w.org/").path(of: header) == "blog/2026/03/04/weekly-7-cats/")
        #expect(
            address("https://w.org/", pattern: "/{number}/{slug}-{year}/").path(of: header) == "7/weekly-7-cats-2026/")
        let named = IssueHeader(title: "T", number: nil, date: date, category: nil, slug: "state-0.7")
        #expect(address("https://w.org/").path(of: named) == "blog/2026/03/04/state-0.7/")
    }

    @Test(arguments: [
        (["Tea News", "cups", "Cups"], nil, "tea-news/cups/7/"), ([], "Tea", "tea/7/"), ([], nil, "7/"),
    ])
    func fillsTheCategories(categories: [String], category: String?, path: String) throws {
        let date = try #require(CalendarDate(year: 2026, month: 3, day: 4))
        let header = IssueHeader(title: "T", number: 7, date: date, category: category, categories: categories)
        #expect(address("https://w.org/", pattern: "/{categories}/{number}/").path(of: header) == path)
    }

    @Test(arguments: [
        (Slug.Rule.sennight, "Über Öl & Straße: 2.0", "ueber-oel-strasse-20/"),
        (.pelican, "Über Öl & Straße: 2.0", "uber-ol-strasse-20/"), (.pelican, "日本", "日本/"),
        (.hugo, "Über Öl & Straße: 2.0", "über-öl-straße-2.0/"), (.hugo, " Tea  -- now ", "tea--now/"),
        (.hugo, "Tea - now", "tea-now/"), (.hugo, "C++ & x/y_z?", "c-x-y_z/"),
        (.hugo, "?", "a/"),
    ])
    func formsSlugsByRule(rule: Slug.Rule, title: String, path: String) throws {
        var publication = Publication(title: "W", address: "https://w.org/")
        publication.issueAddress = "/{slug}/"
        publication.issueRules.slugs = rule
        let date = try #require(CalendarDate(year: 2026, month: 3, day: 4))
        let header = IssueHeader(title: title, number: 7, date: date, category: nil, name: "a")
        #expect(SiteAddress(publication).path(of: header) == path)
    }

    @Test(arguments: [
        ("content/news/2026/Jan/2026-01-07-tea.md", "/p/{folder}/{file}/", "p/2026/Jan/2026-01-07-tea/"),
        ("content/news/2026-01-07-tea.md", "/p/{folder}/{name}.html", "p/tea.html"),
        ("weekly/content/news/2026/7/index.md", "/{folder}/{name}/", "2026/7/"),
    ])
    func fillsInTheFile(file: String, pattern: String, path: String) throws {
        var publication = Publication(title: "W", address: "https://w.org/")
        publication.issueAddress = pattern
        publication.folders.issues = "content/news"
        let date = try #require(CalendarDate(year: 2026, month: 1, day: 7))
        let name = IssueFileName(file)
        let header = IssueHeader(title: "T", number: nil, date: date, category: nil, name: name.name, file: name)
        #expect(SiteAddress(publication).path(of: header) == path)
    }

    @Test func namesTheFileOfAFolder() {
        #expect(SiteAddress.file(of: "") == "index.html")
        #expect(SiteAddress.file(of: "events/") == "events/index.html")
        #expect(SiteAddress.file(of: "404.html") == "404.html")
    }

    @Test(
        arguments: [
            (.feed(.rss, category: nil), "rss.xml"),
            (.feed(.atom, category: "Tea News"), "categories/tea-news/atom.xml"),
            (.feed(.json, category: nil), "feed.json"), (.calendar(region: nil), "events.ics"),
            (.calendar(region: "asia"), "events/asia.ics"), (.sitemap, "sitemap.xml"), (.robots, "robots.txt"),
            (.styleSheet, "style.css"), (SiteAddress.page(of: .jobs, issue: 7), "jobs/"),
            (SiteAddress.page(of: .discuss, issue: 7), "issues/7/discuss/"),
        ] as [(SiteAddress.Page, String)])
    func namesFilesOfTheSite(page: SiteAddress.Page, path: String) {
        let address = address("https://example.org/weekly/")
        #expect(address.path(of: page) == path)
        #expect(address.href(page) == "/weekly/" + path)
        #expect(address.url(page) == "https://example.org/weekly/" + path)
    }
}
