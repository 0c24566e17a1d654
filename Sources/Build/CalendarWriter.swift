internal import Newsletter
internal import Text

/// Writes an iCalendar stream (RFC 5545) of events: CRLF, lines folded at 75 octets, text escaped.
struct CalendarWriter {
    struct Entry {
        var uid: String
        /// The date on which the entry was created (RFC 5545, section 3.8.7.2).
        var stamp: CalendarDate
        var start: CalendarDate
        /// The last day of the event.
        var end: CalendarDate?
        /// Nil for an event of whole days.
        var times: EventTimes?
        var summary: String
        var location: String?
        /// Where to join the event online (RFC 7986, section 5.11).
        var conference: String?
        var url: String?
        var description: String?
    }

    private var output: [UInt8] = []
    private var entries: [Entry] = []

    init(name: String, language: String) {
        line("BEGIN", "VCALENDAR")
        line("VERSION", "2.0")
        line("PRODID", "-//Sennight//Events//\(language.uppercased())")
        line("CALSCALE", "GREGORIAN")
        line("METHOD", "PUBLISH")
        line("X-WR-CALNAME", Self.escaped(name))
        line("REFRESH-INTERVAL;VALUE=DURATION", "PT12H")
    }

    mutating func add(_ event: Entry) { entries.append(event) }

    private mutating func write(_ event: Entry) {
        line("BEGIN", "VEVENT")
        line("UID", event.uid)
        line("DTSTAMP", Self.basic(event.stamp) + "T000000Z")
        if let times = event.times {
            writeTimes(times, of: event)
        } else {
            line("DTSTART;VALUE=DATE", Self.basic(event.start))
            // The end is the first day that is no longer part of the event.
            if let next = (event.end ?? event.start).adding(days: 1) { line("DTEND;VALUE=DATE", Self.basic(next)) }
        }
        line("SUMMARY", Self.escaped(event.summary))
        if let location = event.location { line("LOCATION", Self.escaped(location)) }
        if let description = event.description, !description.isEmpty { line("DESCRIPTION", Self.escaped(description)) }
        if let url = event.url { line("URL", url.filter { !$0.isNewline }) }
        if let conference = event.conference { line("CONFERENCE;VALUE=URI", conference.filter { !$0.isNewline }) }
        line("TRANSP", "TRANSPARENT")
        line("END", "VEVENT")
    }

    var bytes: [UInt8] {
        var finished = self
        for zone in Set(entries.compactMap { $0.times?.zone }).sorted() { finished.write(zone: zone) }
        for entry in entries { finished.write(entry) }
        finished.line("END", "VCALENDAR")
        return finished.output
    }

    // MARK: Times

    /// Writes the beginning and the end of an event with times of day: in UTC, in a zone, or without one as the local time
    /// of whoever reads the calendar (section 3.3.5).
    private mutating func writeTimes(_ times: EventTimes, of event: Entry) {
        let zone = times.zone.flatMap { ZonedTime.isZone($0) ? $0 : nil }
        let parameter = zone.map { $0 == "UTC" ? "" : ";TZID=\($0)" } ?? ""
        func moment(_ date: CalendarDate, _ minutes: Int) -> String {
            let clock = EventTimes.clock(minutes).filter { $0 != ":" }
            return "\(Self.basic(date))T\(clock)00\(zone == "UTC" ? "Z" : "")"
        }
        line("DTSTART\(parameter)", moment(event.start, times.start))
        if let end = times.end {
            let isNextDay = event.end == nil && end <= times.start
            let last = event.end ?? event.start
            line("DTEND\(parameter)", moment(isNextDay ? last.adding(days: 1) ?? last : last, end))
        } else if let next = event.end?.adding(days: 1) {
            line("DTEND\(parameter)", moment(next, 0))
        }
    }

    /// Writes the offsets of a zone in the days of the events that are in it (section 3.6.5).
    private mutating func write(zone: String) {
        let days = entries.filter { $0.times?.zone == zone }.flatMap { [$0.start, $0.end ?? $0.start] }
        guard zone != "UTC", ZonedTime.isZone(zone), let first = days.min(), let last = days.max(),
            let observances = ZoneObservance.all(of: zone, on: first...last)
        else { return }
        line("BEGIN", "VTIMEZONE")
        line("TZID", zone)
        for observance in observances {
            let name = observance.isDaylight ? "DAYLIGHT" : "STANDARD"
            line("BEGIN", name)
            let begin = observance.begin.map { date, seconds in
                Self.basic(date) + "T" + EventTimes.clock(seconds / 60).filter { $0 != ":" } + "00"
            }
            line("DTSTART", begin ?? "19700101T000000")
            line("TZOFFSETFROM", Self.offset(observance.offsetBefore))
            line("TZOFFSETTO", Self.offset(observance.offset))
            line("END", name)
        }
        line("END", "VTIMEZONE")
    }

    private static func offset(_ seconds: Int) -> String {
        (seconds < 0 ? "-" : "+") + EventTimes.clock(abs(seconds) / 60).filter { $0 != ":" }
    }

    /// Writes a content line, folded between characters (RFC 5545, section 3.1).
    private mutating func line(_ name: String, _ value: String) {
        var width = 0
        for scalar in "\(name):\(value)".unicodeScalars {
            let bytes = scalar.utf8
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
