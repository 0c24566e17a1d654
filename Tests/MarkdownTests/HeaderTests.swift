import Markdown
import Newsletter
import Testing
import Text

@Suite struct HeaderTests {
    @Test func readsTitleLines() throws {
        let header = try header(
            "Title: This Week in Rust 604\nNumber: 604\nDate: 2025-06-18\nCategory: This Week in Rust\nTags: a, b\n\nText"
        )
        #expect(
            header
                == IssueHeader(
                    title: "This Week in Rust 604", number: 604, date: day, category: "This Week in Rust",
                    name: header.name, file: header.file, tags: ["a", "b"])
        )
    }

    @Test func readsFrontMatter() throws {
        let header = try header(
            "---\ntitle: \"This: Week\"\n# a comment\nnumber: 7\ndate: '2025-06-18'\ncategory: Notes\nslug: seven\n---\nText"
        )
        #expect(
            header
                == IssueHeader(
                    title: "This: Week", number: 7, date: day, category: "Notes", slug: "seven", name: header.name,
                    file: header.file))
        #expect(try self.header("---\nTitle: A\nDate: 2025-06-18\n...\nText").title == "A")
    }

    @Test(arguments: ["2025-06-18", "2025-6-18", "2025-06-18 00:00", "2025-06-18T00:00:00Z"])
    func readsDates(date: String) throws {
        #expect(try header("Title: A\nDate: \(date)\n").date == day)
    }

    @Test(arguments: [
        ("2013-06-07 18:46", 1126), ("2013-06-07T08:05:09", 485), ("2013-06-07 24:00", nil), ("2013-06-07 soon", nil),
    ])
    func readsTheTimeOfOldDates(date: String, minutes: Int?) throws {
        #expect(try header("Title: A\nDate: \(date)\n").minutes == minutes)
    }

    @Test(arguments: [
        ("This Week in Rust 61", 61), ("Issue #7: odds", nil), ("Issue #7", 7), ("Week 5 of 2024", nil),
        ("Tea Month #4 - November 2019", 4), ("Issue 12 about tea", 12), ("Weekly 7 tips for tea", nil),
        ("Week Ending August 16, 2026", nil), ("Our Top 10", nil),
        ("The State of Rust", nil), ("99999999999999999999", nil),
    ])
    func takesAMissingNumberFromTheTitle(title: String, number: Int?) throws {
        #expect(try header("Title: \(title)\nDate: 2025-06-18\n").number == number)
    }

    @Test func takesAnEmptyCategoryForNone() throws {
        #expect(try header("Title: A\nDate: 2025-06-18\nCategory:\n").category == nil)
        #expect(try header("Title: A\nDate: 2025-06-18\n").category == nil)
        #expect(try header("Title: A\nDate: 2025-06-18\nSlug:\n").slug == nil)
    }

    @Test(arguments: [
        "Title: A\r\nDate: 2025-06-18\r\n\r\nText [x](u)\r\n", "\u{FEFF}Title: A\nDate: 2025-06-18\n\nText [x](u)",
        "TITLE:A\nDATE:2025-06-18\n\nText [x](u)",
    ])
    func readsWhateverTheLinesEndWith(text: String) throws {
        let issue = try read(text).issue
        #expect(issue.header.title == "A" && issue.header.date == day)
        #expect(issue.sections.flatMap(\.entries).map(\.title) == ["Text x"])
    }

    @Test func endsWhereTheTextBegins() throws {
        // The first of two lines counts; what stands below the empty line is text.
        let issue = try read("Title: A\nTitle: B\nDate: 2025-06-18\n\nCategory: C\n").issue
        #expect(issue.header.title == "A" && issue.header.category == nil)
        #expect(issue.sections.flatMap(\.entries).map(\.title) == ["Category: C"])
        #expect(
            try read("Title: A\nDate: 2025-06-18\nText without an empty line\n").issue.sections.flatMap(\.entries).map(
                \.title) == ["Text without an empty line"])
    }

    private func header(_ text: String) throws -> IssueHeader { try read(text).issue.header }

    private let day: CalendarDate

    init() throws { day = try #require(CalendarDate(year: 2025, month: 6, day: 18)) }
}

struct UnclosedFrontMatterTests {
    @Test func tellsWhereFrontMatterHasNoEnd() throws {
        let source = SourceText(Array("---\ntitle: A\ndate: 2026-01-01\n\nText\n".utf8))
        #expect(
            performing: { try HeaderReader.header(of: source, file: "a.md") },
            throws: { error in
                "\(error)" == "a.md:1:1: error: the front matter isn't closed. Write a line '---' below it"
            })
    }
}
