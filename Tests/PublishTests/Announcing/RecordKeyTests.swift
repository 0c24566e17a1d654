import Testing
import Text

@testable import Publish

@Suite struct RecordKeyTests {
    /// Examples of https://atproto.com/specs/tid.
    @Test func writesTheFormOfTheSpecification() {
        #expect(RecordKey.text(0) == "2222222222222")
        #expect(RecordKey.text(UInt64(Int64.max)) == "bzzzzzzzzzzzz")
        #expect(RecordKey.text(1) == "2222222222223")
    }

    @Test func ordersIssuesByTheirDates() throws {
        let dates = ["2013-06-07", "2026-11-25", "2026-12-02"].compactMap { CalendarDate(iso8601: $0) }
        let keys = dates.map { RecordKey.key(date: $0, number: 7, account: "a") }
        #expect(keys == keys.sorted() && Set(keys).count == 3)
        #expect(keys.allSatisfy { $0.utf8.count == 13 && "234567abcdefghij".contains($0.prefix(1)) })
    }

    @Test func tellsIssuesAndAccountsApart() throws {
        let date = try #require(CalendarDate(iso8601: "2026-11-25"))
        let key = RecordKey.key(date: date, number: 7, account: "a")
        #expect(key == RecordKey.key(date: date, number: 7, account: "a"))
        #expect(key != RecordKey.key(date: date, number: 8, account: "a"))
        #expect(key != RecordKey.key(date: date, number: 7, account: "b"))
        // 25 November 2026 and 7 microseconds, without the clock's bits: the first eleven letters.
        let start = RecordKey.text((1_795_564_800_000_000 + 7) << 10)
        #expect(key.prefix(11) == start.prefix(11))
    }
}
