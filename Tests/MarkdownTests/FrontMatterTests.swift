import Markdown
import Newsletter
import Settings
import Testing
import Text

/// Headers as other programs write them.
@Suite struct FrontMatterTests {
    private func header(
        _ text: String, file: String = "a.md", _ change: (inout IssueRules) -> Void = { _ in }
    ) throws -> IssueHeader {
        var rules = IssueRules()
        rules.frontMatter = .standard
        change(&rules)
        return try IssueReader(rules: SectionRules([]), issueRules: rules).read(Array(text.utf8), file: file).issue
            .header
    }

    @Test(arguments: [
        ("title: ! 'Issue #7'", "Issue #7"), ("title: \"Say \\\"tea\\\"\"", "Say \"tea\""),
        ("title: 'It''s'", "It's"), ("title: >\n  A long\n  title\nlayout: post", "A long title"),
        ("title: |\n  A title", "A title"), ("title: A title # really", "A title"), ("  title: A", "A"),
        ("title: Week: two", "Week: two"), ("tags:\n- x\n- y\ntitle: A", "A"), ("title: &a A", "A"),
    ])
    func readsYAML(line: String, title: String) throws {
        let indent = line.hasPrefix("  ") ? "  " : ""
        #expect(try header("---\n\(line)\n\(indent)date: 2026-01-07\n---\ntext\n").title == title)
    }

    @Test func readsLists() throws {
        let header = try header(
            "---\ntitle: A\ndate: 2026-01-07\ntags: [a, b]\ncategories:\n  - News\n  - Old\naliases: [/old/, /older/]\n---\n"
        )
        #expect(header.tags == ["a", "b"] && header.category == "News" && header.aliases == ["/old/", "/older/"])
    }

    @Test(arguments: [
        ("categories: [Tea News, cups]", ["Tea News", "cups"]), ("categories:\n  - tea\n  - cups", ["tea", "cups"]),
        ("categories: tea cups", ["tea", "cups"]), ("categories: tea, cups", ["tea", "cups"]),
        ("category: tea\ncategories: cups pots", ["tea", "cups", "pots"]), ("category: Tea News", ["Tea News"]),
        ("categories: tea", ["tea"]),
    ])
    func readsCategories(lines: String, categories: [String]) throws {
        let header = try header("---\ntitle: A\ndate: 2026-01-07\n\(lines)\n---\ntext\n")
        #expect(header.category == categories.first)
        #expect(header.categories == (categories.count > 1 ? categories : []))
    }

    @Test func readsTOML() throws {
        let header = try header(
            "+++\ntitle = \"Say \\\"tea\\\"\"\ndate = 2026-01-07T23:30:00-02:00\ntags = ['a']\nslug = 'tea'\n+++\n\ntext\n"
        ) { $0.timeZone = "UTC" }
        #expect(header.title == "Say \"tea\"" && header.date.description == "2026-01-08")
        #expect(header.tags == ["a"] && header.slug == "tea")
    }

    @Test(arguments: [
        ("---\ntitle: [a\n---\n", "a.md:3:"), ("+++\ntitle = \n+++\n", "a.md:2:"),
    ])
    func saysWhatCannotBeRead(text: String, place: String) {
        #expect(
            performing: { try header(text) },
            throws: { "\($0)".hasPrefix(place) && "\($0)".contains("the front matter can't be read") })
    }

    @Test(arguments: [
        ("2026-01-07-x.md", "2026-01-07", "x"), ("20260107.md", "2026-01-07", "20260107"),
        ("2026/01/07/index.md", "2026-01-07", "07"), ("_posts/2026-01-07-2026-2.md", "2026-01-07", "2026-2"),
        ("week-2026-01-07.md", "2026-01-07", "week-2026-01-07"), ("issues/7/index.md", nil, "7"),
        ("2026-13-07-x.md", nil, "2026-13-07-x"), ("news/2026/Jan/07.md", "2026-01-07", "07"),
        ("news/2026/Teas/07.md", nil, "07"),
    ])
    func readsTheNamesOfFiles(path: String, date: String?, name: String) {
        #expect(IssueFileName(path).date?.description == date && IssueFileName(path).name == name)
    }

    @Test func findsTheDate() throws {
        #expect(try header("# A\n", file: "2026-01-07-x.md").date.description == "2026-01-07")
        let ending = NamePattern("Week ending {month} {day}, {year}")
        #expect(
            try header("# Week Ending August 9, 2026\n") { $0.datePattern = ending }.date.description == "2026-08-09")
        let day = try #require(CalendarDate(year: 2016, month: 5, day: 5))
        let dated = try header("text\n", file: "x/issue-1.markdown") { rules in
            rules.numberPattern = NamePattern("issue-{number}")
            rules.titlePattern = NamePattern("Issue {number}")
            rules.dates = ["1": day]
        }
        #expect(dated.date == day && dated.number == 1 && dated.title == "Issue 1")
        // A date that doesn't exist isn't replaced by another.
        #expect(throws: Diagnostics.self) {
            try header("---\ntitle: A\ndate: 2022-02-29\n---\n", file: "2022-02-27-x.md")
        }
    }

    @Test(arguments: ["draft: true", "published: false", "status: draft", "Status: hidden"])
    func holdsBack(line: String) throws {
        #expect(try header("---\ntitle: A\n\(line)\n---\n").heldBack?.isEmpty == false)
        #expect(try header("---\ntitle: A\ndate: 2026-01-07\ndraft: false\npublished: true\n---\n").heldBack == nil)
    }

    @Test func takesTheFirstHeadingAsTitleAndShowsItOnce() throws {
        let text = "# Issue 7: *tea*\n\nText\n"
        let reading = try IssueReader(rules: SectionRules([])).read(
            Array(text.utf8), file: "2026-01-07.md", parts: .body)
        #expect(reading.issue.header.title == "Issue 7: tea")
        #expect(String(decoding: reading.body, as: UTF8.self) == "<p>Text</p>\n")
    }

    @Test(arguments: [
        ("2026-W02.md", "2026-01-05"), ("news/2026/kw02.md", "2026-01-05"), ("2021-week-53.md", "2022-01-03"),
        ("2026-2.md", nil), ("tea-12026-w2.md", nil), ("2026-w54.md", nil), ("2026/tea-12.md", nil),
    ])
    func findsTheWeekInAName(path: String, date: String?) {
        #expect(IssueFileName(path).week?.description == date)
    }

    @Test func namesTheFolderOfAFile() {
        let bundle = IssueFileName("content/news/2026/2026-01-07-tea/index.md")
        #expect(bundle.folder == "content/news/2026" && bundle.fullName == "2026-01-07-tea" && bundle.name == "tea")
        #expect(IssueFileName("7.md").folder.isEmpty && IssueFileName("7.md").fullName == "7")
    }

    @Test func takesTheWeekLast() throws {
        let text = "# Tea\n\ntext\n"
        #expect(try header(text, file: "2026-W02.md").date.description == "2026-01-05")
        #expect(
            try header(text, file: "2026-W02.md") {
                $0.dates["2026-W02"] = CalendarDate(year: 2026, month: 1, day: 9)
            }.date.description == "2026-01-09")
    }

    @Test func readsZolasFields() throws {
        let header = try header(
            "+++\ntitle = 'Tea'\ndate = 2026-01-07\npath = 'blog/tea'\n[taxonomies]\ntags = ['cup', 'pot']\n+++\n")
        #expect(header.permalink == "/blog/tea/" && header.tags == ["cup", "pot"])
    }
}
