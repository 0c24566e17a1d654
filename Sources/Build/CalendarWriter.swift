internal import Newsletter
internal import Text

/// Writes an iCalendar stream (RFC 5545) of all-day events: CRLF, lines folded at 75 octets, text escaped.
struct CalendarWriter {
    struct AllDayEvent {
        var uid: String
        /// The date on which the entry was created (RFC 5545, section 3.8.7.2).
        var stamp: CalendarDate
        var start: CalendarDate
        /// The last day of the event.
        var end: CalendarDate?
        var summary: String
        var location: String?
        var url: String?
        var description: String?
    }

    private var output: [UInt8] = []

    init(name: String, language: String) {
        line("BEGIN", "VCALENDAR")
        line("VERSION", "2.0")
        line("PRODID", "-//Sennight//Events//\(language.uppercased())")
        line("CALSCALE", "GREGORIAN")
        line("METHOD", "PUBLISH")
        line("X-WR-CALNAME", Self.escaped(name))
        line("REFRESH-INTERVAL;VALUE=DURATION", "PT12H")
    }

    mutating func add(_ event: AllDayEvent) {
        line("BEGIN", "VEVENT")
        line("UID", event.uid)
        line("DTSTAMP", Self.basic(event.stamp) + "T000000Z")
        line("DTSTART;VALUE=DATE", Self.basic(event.start))
        // The end is the first day that is no longer part of the event.
        if let next = (event.end ?? event.start).adding(days: 1) { line("DTEND;VALUE=DATE", Self.basic(next)) }
        line("SUMMARY", Self.escaped(event.summary))
        if let location = event.location { line("LOCATION", Self.escaped(location)) }
        if let description = event.description, !description.isEmpty { line("DESCRIPTION", Self.escaped(description)) }
        if let url = event.url { line("URL", url.filter { !$0.isNewline }) }
        line("TRANSP", "TRANSPARENT")
        line("END", "VEVENT")
    }

    var bytes: [UInt8] {
        var finished = self
        finished.line("END", "VCALENDAR")
        return finished.output
    }

    /// Writes a content line, folded between characters (RFC 5545, section 3.1).
    private mutating func line(_ name: String, _ value: String) {
        var width = 0
        for scalar in "\(name):\(value)".unicodeScalars {
            let bytes = Array(String(scalar).utf8)
            if width + bytes.count > 75 {
                output += "\r\n ".utf8
                width = 1
            }
            output += bytes
            width += bytes.count
        }
        output += "\r\n".utf8
    }

    private static func basic(_ date: CalendarDate) -> String { date.description.filter { $0 != "-" } }

    /// Escapes a TEXT value (RFC 5545, section 3.3.11) and drops control characters, which aren't allowed in it.
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", ";", ",": escaped += "\\" + String(scalar)
            case "\n": escaped += "\\n"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F: break
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
