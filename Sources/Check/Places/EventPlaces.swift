internal import Newsletter

/// An event with the ranges in the file that event checks mark.
struct CheckedEvent: Sendable {
    var entry: Entry
    var event: Event
    /// The index of the event's section.
    var section: Int
    /// The range of the dates at the beginning.
    var date: Range<Int>
    /// The range of the location; if there is none, an empty range at the position where it belongs.
    var place: Range<Int>
    /// The ranges between commas in the location, trimmed: `Berlin`, `DE`.
    var parts: [Range<Int>]
}

extension Document {
    /// The issue's events in the order of the text.
    static func events(of issue: Issue, _ bytes: [UInt8], _ lines: [Line]) -> [CheckedEvent] {
        var events: [CheckedEvent] = []
        for (index, section) in issue.sections.enumerated() {
            for entry in section.entries {
                guard case .event(let event) = entry.content else { continue }
                let line = lines[entry.range.start.line - 1]
                let date = dateRange(in: line, bytes)
                let field = placeField(in: line, after: date.upperBound, bytes)
                let place = event.place.flatMap { find(Array($0.utf8), in: field, bytes) } ?? field
                events.append(
                    CheckedEvent(
                        entry: entry, event: event, section: index, date: date, place: place,
                        parts: parts(of: place, bytes)))
            }
        }
        return events
    }

    private static func dateRange(in line: Line, _ bytes: [UInt8]) -> Range<Int> {
        var start = line.content
        while start < line.bytes.upperBound, !ASCII.isWord(bytes[start]) { start += 1 }
        var end = start
        while end < line.bytes.upperBound, ASCII.isWord(bytes[end]) || bytes[end] == 0x2D || bytes[end] == 0x2F {
            end += 1
        }
        return start..<end
    }

    /// The range between the first two bars; the rest of the line if there are none.
    private static func placeField(in line: Line, after date: Int, _ bytes: [UInt8]) -> Range<Int> {
        guard let open = bytes[date..<line.bytes.upperBound].firstIndex(of: UInt8(ascii: "|")) else {
            return bytes.trimmed(date..<line.bytes.upperBound)
        }
        let rest = (open + 1)..<line.bytes.upperBound
        let close = bytes[rest].firstIndex { $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: "[") } ?? rest.upperBound
        return bytes.trimmed(rest.lowerBound..<close)
    }

    private static func find(_ text: [UInt8], in range: Range<Int>, _ bytes: [UInt8]) -> Range<Int>? {
        guard !text.isEmpty, range.count >= text.count else { return nil }
        for start in range.lowerBound...(range.upperBound - text.count)
        where bytes[start] == text[0] && bytes[start..<(start + text.count)].elementsEqual(text) {
            return start..<(start + text.count)
        }
        return nil
    }

    private static func parts(of place: Range<Int>, _ bytes: [UInt8]) -> [Range<Int>] {
        // Two locations in one field are left alone.
        guard !bytes[place].contains(where: { $0 == 0x2B || $0 == 0x26 || $0 == 0x28 || $0 == 0x5B || $0 == 0x7C })
        else { return [] }
        var parts: [Range<Int>] = []
        var start = place.lowerBound
        for index in place where bytes[index] == UInt8(ascii: ",") {
            parts.append(bytes.trimmed(start..<index))
            start = index + 1
        }
        parts.append(bytes.trimmed(start..<place.upperBound))
        return parts
    }

    /// The country at the end of an event's location, aliases resolved, or nil if it doesn't end with a country code.
    func country(of event: CheckedEvent, _ settings: CheckSettings) -> String? {
        guard event.parts.count >= 2, let last = event.parts.last, last.count == 2 || last.count == 3 else {
            return nil
        }
        let code = text(last)
        let country = settings.placeAliases[code] ?? code
        return Country(code: country) == nil ? nil : country
    }
}
