import Newsletter
import Testing

@testable import Markdown
import Text

@Suite struct DateTextTests {
    @Test(arguments: [
        ("2020-12-2", "2020-12-02"), ("2013-06-07 18:46", "2013-06-07"), ("2013-06-07T18:46Z", "2013-06-07"),
        ("2013-06-07x", nil), ("2013-06-071", nil), ("13-06-07", nil),
        ("2013/06/07", nil), ("2013-00-07", nil), ("2013-6-31", nil), (" 2013-06-07", nil), ("", nil),
        ("٢٠١٣-٠٦-٠٧", nil), ("20130-06-07", nil), ("2013--6-7", nil),
    ])
    func readsTheDayATextBeginsWith(text: String, day: String?) {
        #expect(CalendarDate(leadingIn: text)?.description == day)
    }

    @Test(arguments: [
        ("Jun 19. x", "2025-06-19", ". x"), ("June 19th | x", "2025-06-19", " | x"), ("sept 1", "2025-09-01", ""),
        ("Dec. 8, 2021 | x", "2021-12-08", " | x"), ("Dec 8, x", "2025-12-08", ", x"),
        ("Jan 2", "2026-01-02", ""), ("Apr 19", "2025-04-19", ""), ("Apr 18", "2026-04-18", ""),
    ])
    func readsMonthsByName(text: String, day: String, rest: String) throws {
        var cursor = DateCursor(text)
        let reference = try #require(CalendarDate(year: 2025, month: 6, day: 18))
        #expect(cursor.monthDate(near: reference)?.description == day)
        #expect(cursor.rest == rest)
    }

    @Test(arguments: ["Ju 3", "Junk 3", "Jun", "Jun x", "Jun 31", "Jun 0", "Jun 123", "March of the crabs", "", "J"])
    func readsNothingElseAndStaysWhereItWas(text: String) throws {
        var cursor = DateCursor(text)
        let reference = try #require(CalendarDate(year: 2025, month: 6, day: 18))
        #expect(cursor.monthDate(near: reference) == nil)
        if text != "Jun 31" && text != "Jun 0" { #expect(cursor.rest == text) }
    }

    @Test func findsADayWithinWords() {
        #expect(CalendarDate(withinText: "Closes (2025-07-01), noon")?.description == "2025-07-01")
        #expect(CalendarDate(withinText: "Closes soon") == nil)
    }
}
