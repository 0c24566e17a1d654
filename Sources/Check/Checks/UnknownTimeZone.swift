internal import Newsletter
internal import Text

/// An event's time of day has a time zone that doesn't exist, such as `18:00 Europe/Madird`.
///
/// Calendars would show the event at 18:00 wherever their owner is. Time zones have the names of the IANA database:
/// `Europe/Madrid`, or `UTC`. Abbreviations such as `CET` aren't read, because most are used for several zones and don't
/// say when summer time begins.
struct UnknownTimeZone: Check {
    static let id = "unknown-time-zone"
    static let severity = Finding.Severity.warning

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        document.events.compactMap { event in
            guard event.event.times != nil, let range = zone(of: event, document) else { return nil }
            let name = document.text(range)
            let meant = ZonedTime.closestZone(to: name)
            return finding(
                "'\(name)' isn't a time zone", at: range, in: document,
                explanation: meant.map { "Did you mean '\($0)'?" }
                    ?? "Write a name of the IANA database, such as 'Europe/Madrid', or 'UTC'.",
                fixes: meant.map { [document.fix("Write '\($0)'", replacing: range, with: $0)] } ?? [])
        }
    }

    /// The range of what is written like a time zone after the times, but isn't one.
    private func zone(of event: CheckedEvent, _ document: Document) -> Range<Int>? {
        let bytes = document.bytes
        let line = document.lines[event.entry.range.start.line - 1]
        let end = bytes[event.date.upperBound..<line.bytes.upperBound].firstIndex { $0 == 0x7C || $0 == 0x5B }
        var index = event.date.upperBound
        while index < end ?? line.bytes.upperBound {
            guard ASCII.isLetter(bytes[index]) else {
                index += 1
                continue
            }
            let start = index
            while index < line.bytes.upperBound, Self.isOfZone(bytes[index]) { index += 1 }
            let name = document.text(start..<index)
            if name == event.event.times?.zone || end != nil && looksLikeZone(name) {
                return ZonedTime.isZone(name) ? nil : start..<index
            }
        }
        return nil
    }

    private func looksLikeZone(_ name: String) -> Bool {
        name.contains("/") || name.utf8.allSatisfy(ASCII.isUpper) && TimeZoneNames.offsets[name.lowercased()] != nil
    }

    private static func isOfZone(_ byte: UInt8) -> Bool {
        ASCII.isLetter(byte) || ASCII.isDigit(byte) || "/_+-".utf8.contains(byte)
    }
}
