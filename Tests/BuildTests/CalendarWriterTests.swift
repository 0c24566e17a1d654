import Newsletter
import Testing

@testable import Build
import Text

/// RFC 5545, by its sections.
@Suite struct CalendarWriterTests {
    private func day(_ year: Int, _ month: Int, _ day: Int) throws -> CalendarDate {
        try #require(CalendarDate(year: year, month: month, day: day))
    }

    private func calendar(_ change: (inout CalendarWriter.Entry) -> Void = { _ in }) throws -> String {
        var writer = CalendarWriter(name: "Cats; dogs, \\mice", language: "de")
        var event = CalendarWriter.Entry(
            uid: "1@w.example.org", stamp: try day(2026, 1, 1), start: try day(2026, 2, 28), end: nil, summary: "Talk")
        change(&event)
        writer.add(event)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    @Test func endsLinesWithCRLF() throws {
        let text = try calendar { $0.description = "a\r\nb\nc" }
        #expect(text.hasPrefix("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:"))
        #expect(text.hasSuffix("END:VEVENT\r\nEND:VCALENDAR\r\n"))
        #expect(text.utf8.filter { $0 == 0x0A }.count == text.utf8.filter { $0 == 0x0D }.count)
        #expect(text.contains("\r\nDESCRIPTION:a\\nb\\nc\r\n"))
    }

    @Test func escapesText() throws {
        let text = try calendar {
            $0.summary = "a;b,c\\d:e\"f\u{7}"
            $0.location = "Köln, DE"
        }
        #expect(text.contains("\r\nX-WR-CALNAME:Cats\\; dogs\\, \\\\mice\r\n"))
        #expect(text.contains("\r\nSUMMARY:a\\;b\\,c\\\\d:e\"f\r\n"))
        #expect(text.contains("\r\nLOCATION:Köln\\, DE\r\n"))
    }

    @Test(
        "Folds lines at 75 octets between characters",
        arguments: [
            String(repeating: "x", count: 67), String(repeating: "x", count: 68), String(repeating: "ü", count: 200),
            "x" + String(repeating: "🐈", count: 100), String(repeating: "日本", count: 60),
            String(repeating: ",", count: 120),
        ])
    func foldsLines(summary: String) throws {
        let text = try calendar { $0.summary = summary }
        for line in text.split(separator: "\r\n") { #expect(line.utf8.count <= 75, "\(line)") }
        let unfolded = text.replacing("\r\n ", with: "")
        #expect(unfolded.contains("\r\nSUMMARY:\(summary.replacing(",", with: "\\,"))\r\n"))
        #expect(text.contains("\r\n ") == (summary.utf8.count > 67))
    }

    @Test func endsOnTheDayBehindTheLast() throws {
        #expect(try calendar().contains("\r\nDTSTART;VALUE=DATE:20260228\r\nDTEND;VALUE=DATE:20260301\r\n"))
        let end = try day(2026, 12, 31)
        #expect(try calendar { $0.end = end }.contains("\r\nDTEND;VALUE=DATE:20270101\r\n"))
    }

    @Test func stampsInUTCAndLeavesOutWhatIsNotThere() throws {
        let text = try calendar()
        #expect(text.contains("\r\nDTSTAMP:20260101T000000Z\r\n"))
        #expect(!text.contains("LOCATION") && !text.contains("URL") && !text.contains("DESCRIPTION"))
    }

    @Test func letsNoAddressBeginALine() throws {
        let text = try calendar { $0.url = "https://example.org/\r\nATTENDEE:x" }
        #expect(!text.contains("\r\nATTENDEE"))
    }
}
