internal import Newsletter
internal import Text

/// A weekday doesn't match its date.
///
/// In the title of an event ("Second Tuesday") or next to a date in the header, one of the two is wrong.
struct WeekdayMismatch: Check {
    static let id = "weekday-mismatch"
    static let severity = Finding.Severity.warning

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        document.events.compactMap { event in
            guard event.event.end == nil else { return nil }
            if let beside = besideDate(event, document) { return beside }
            let title = titleRange(event, document)
            let found = Self.weekdays(document.bytes, title)
            // A series may name several days, and "Monday to Friday" isn't a single weekday.
            guard found.count == 1, let (weekday, range) = found.first else { return nil }
            let day = event.event.start
            let ordinal = Self.ordinal(before: range.lowerBound, in: title, document)
            if day.weekday != weekday {
                // A virtual event in the evening may be on the next day elsewhere.
                let distance = abs(day.weekday.index - weekday.index)
                guard ordinal != nil || event.event.mode != .virtual || distance != 1 && distance != 6 else {
                    return nil
                }
                return mismatch("\(day) is a \(day.weekday.name)", range, event, in: document)
            }
            guard let ordinal, !ordinal.fits(day) else { return nil }
            let whole = ordinal.range.lowerBound..<range.upperBound
            return mismatch(
                "\(day) isn't the \(document.text(whole)) of its month", whole, event, in: document)
        }
    }

    /// A finding for a weekday in parentheses: `2026-07-28 (Monday) | …`.
    private func besideDate(_ event: CheckedEvent, _ document: Document) -> Finding? {
        let line = document.lines[event.entry.range.start.line - 1]
        guard let bar = document.bytes[event.date.upperBound..<line.bytes.upperBound].firstIndex(of: UInt8(ascii: "|"))
        else { return nil }
        let found = Self.weekdays(document.bytes, event.date.upperBound..<bar)
        guard found.count == 1, let (weekday, range) = found.first, event.event.start.weekday != weekday else {
            return nil
        }
        return mismatch("\(event.event.start) is a \(event.event.start.weekday.name)", range, event, in: document)
    }

    private func mismatch(_ summary: String, _ range: Range<Int>, _ event: CheckedEvent, in document: Document)
        -> Finding
    {
        finding(
            "'\(document.text(range))': \(summary)", at: range, in: document,
            explanation: "Correct the date or the title.",
            notes: [document.note("the date", at: event.date.lowerBound)])
    }

    private func titleRange(_ event: CheckedEvent, _ document: Document) -> Range<Int> {
        let own = document.links(in: event.entry.range.bytes).first { link in
            event.entry.url.map { document.bytes[link.url].elementsEqual($0.utf8) } == true
        }
        return own?.text ?? 0..<0
    }

    private static func weekdays(_ bytes: [UInt8], _ range: Range<Int>) -> [(Weekday, Range<Int>)] {
        var found: [(Weekday, Range<Int>)] = []
        var index = range.lowerBound
        while index < range.upperBound {
            guard ASCII.isLetter(bytes[index]), index == range.lowerBound || !ASCII.isWord(bytes[index - 1]) else {
                index += 1
                continue
            }
            var end = index
            while end < range.upperBound, ASCII.isWord(bytes[end]) { end += 1 }
            if end - index >= 6, end - index <= 9,
                let day = Weekday(rawValue: String(decoding: bytes[index..<end], as: UTF8.self).lowercased())
            {
                found.append((day, index..<end))
            }
            index = end
        }
        return found
    }

    private struct Ordinal {
        var number: Int
        var range: Range<Int>

        /// Whether a date is the first, second … of its weekday in the month; 0 means the last.
        func fits(_ day: CalendarDate) -> Bool {
            number == 0 ? day.day + 7 > CalendarDate.days(in: day.month, of: day.year) : (day.day - 1) / 7 + 1 == number
        }
    }

    private static func ordinal(before offset: Int, in title: Range<Int>, _ document: Document) -> Ordinal? {
        let bytes = document.bytes
        var end = offset
        while end > title.lowerBound, ASCII.isBlank(bytes[end - 1]) { end -= 1 }
        var start = end
        while start > title.lowerBound, ASCII.isWord(bytes[start - 1]) { start -= 1 }
        guard let number = ordinals[document.text(start..<end).lowercased()] else { return nil }
        return Ordinal(number: number, range: start..<end)
    }

    private static let ordinals = [
        "first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "fifth": 5, "5th": 5,
        "last": 0,
    ]
}

extension Weekday {
    /// The capitalized English name: `Monday`.
    fileprivate var name: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}
