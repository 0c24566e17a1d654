import Testing

@testable import Text

@Suite struct CalendarDateTests {
    @Test(arguments: [(2024, 2, 29), (2000, 2, 29), (2025, 12, 31), (1, 1, 1), (9999, 12, 31)])
    func takesDaysThatExist(year: Int, month: Int, day: Int) {
        #expect(CalendarDate(year: year, month: month, day: day) != nil)
    }

    @Test(arguments: [
        (2025, 2, 29), (1900, 2, 29), (2025, 4, 31), (2025, 13, 1), (2025, 0, 1), (2025, 1, 0), (0, 1, 1),
        (10_000, 1, 1),
    ])
    func refusesDaysThatDoNot(year: Int, month: Int, day: Int) {
        #expect(CalendarDate(year: year, month: month, day: day) == nil)
    }

    @Test func countsDaysSince1970() throws {
        #expect(try date(1970, 1, 1).daysSince1970 == 0)
        #expect(try date(1969, 12, 31).daysSince1970 == -1)
        #expect(try date(2000, 3, 1).daysSince1970 == 11_017)
        #expect(CalendarDate(daysSince1970: -719_163) == nil)
        #expect(CalendarDate(daysSince1970: 2_932_897) == nil)
    }

    @Test func goesThereAndBackOverEveryDay() throws {
        var expected = try date(1896, 1, 1)
        for number in expected.daysSince1970...(expected.daysSince1970 + 80_000) {
            let day = try #require(CalendarDate(daysSince1970: number))
            #expect(day == expected && day.daysSince1970 == number)
            let (year, month) = (day.year, day.month)
            expected = try #require(
                CalendarDate(year: year, month: month, day: day.day + 1) ?? CalendarDate(
                    year: year, month: month + 1, day: 1)
                    ?? CalendarDate(year: year + 1, month: 1, day: 1))
        }
    }

    @Test(arguments: [
        ("1969-12-28", Weekday.sunday), ("1970-01-01", .thursday), ("2025-06-18", .wednesday),
        ("2024-02-29", .thursday),
    ])
    func knowsTheWeekday(day: String, weekday: Weekday) throws {
        let parts = day.split(separator: "-").compactMap { Int($0) }
        #expect(try date(parts[0], parts[1], parts[2]).weekday == weekday)
    }

    @Test func addsDaysAndMonths() throws {
        #expect(try date(2025, 12, 31).adding(days: 1) == date(2026, 1, 1))
        #expect(try date(2024, 3, 1).adding(days: -1) == date(2024, 2, 29))
        #expect(try date(2025, 1, 31).adding(months: 1) == date(2025, 2, 28))
        #expect(try date(2025, 11, 30).adding(months: 3) == date(2026, 2, 28))
        #expect(try date(2025, 1, 15).adding(months: -1) == date(2024, 12, 15))
        #expect(try date(9999, 12, 31).adding(days: 1) == nil)
        #expect(try date(9999, 12, 31).adding(months: 1) == nil)
    }

    @Test func comparesAndDescribes() throws {
        #expect(try date(2025, 6, 18) < date(2025, 7, 1))
        #expect(try date(2024, 12, 31) < date(2025, 1, 1))
        #expect(try !(date(2025, 6, 18) < date(2025, 6, 18)))
        #expect(try date(12, 3, 4).description == "0012-03-04")
    }

    private func date(_ year: Int, _ month: Int, _ day: Int) throws -> CalendarDate {
        try #require(CalendarDate(year: year, month: month, day: day))
    }
}

@Suite struct ClockDayTests {
    @Test(arguments: [
        (0, "UTC", "1970-01-01"), (-1, "UTC", "1969-12-31"), (0, "America/New_York", "1969-12-31"),
        (86_399, "UTC", "1970-01-01"), (86_399, "Asia/Tokyo", "1970-01-02"), (Int(1e18), "UTC", "9999-12-31"),
        (-Int(1e18), "UTC", "0001-01-01"),
    ])
    func isTheDayThatAClockShows(seconds: Int, zone: String, day: String) {
        #expect(CalendarDate(atSeconds: seconds, zone: zone).description == day)
    }
}
