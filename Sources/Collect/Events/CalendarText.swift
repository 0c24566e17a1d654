internal import Text

/// The events and time zones of a text in iCalendar form (RFC 5545), or in several calendars one after the other.
///
/// Real calendars have lines that end with CR alone, empty lines, names in lower case, components that are never
/// closed, and texts with line breaks that aren't escaped; all of these are read. What isn't an event or a zone is
/// passed over.
struct CalendarText {
    struct Zone {
        var properties: [CalendarProperty] = []
        /// Its `STANDARD` and `DAYLIGHT` parts.
        var observances: [[CalendarProperty]] = []
    }

    struct Calendar {
        var properties: [CalendarProperty] = []
        var zones: [Zone] = []
        var events: [[CalendarProperty]] = []
    }

    /// Also one of what isn't inside a `VCALENDAR`.
    private(set) var calendars: [Calendar] = []
    private var hasCalendar = false
    /// The names of the open components, the innermost last.
    private var open: [String] = []

    init(_ text: [UInt8]) {
        var lines = CalendarLines(text)
        while let line = lines.next() {
            guard let property = CalendarProperty(line) else { continue }
            switch property.name {
            case "BEGIN": begin(property.value.uppercased())
            case "END": end(property.value.uppercased())
            default: add(property)
            }
        }
    }

    /// Whether there is a `VCALENDAR`, or at least an event.
    var isCalendar: Bool { hasCalendar || calendars.contains { $0.events.contains { !$0.isEmpty } } }

    private mutating func begin(_ name: String) {
        switch name {
        case "VCALENDAR":
            hasCalendar = true
            calendars.append(Calendar())
            open = [name]
        case "VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VTIMEZONE":
            if calendars.isEmpty { calendars.append(Calendar()) }
            // They aren't nested, so that one that is still open was never closed.
            open = ["VCALENDAR", name]
            if name == "VEVENT" { calendars[calendars.count - 1].events.append([]) }
            if name == "VTIMEZONE" { calendars[calendars.count - 1].zones.append(Zone()) }
        default:
            guard !calendars.isEmpty, !open.isEmpty, open.count < 50 else { return }
            if name == "STANDARD" || name == "DAYLIGHT", open.contains("VTIMEZONE") {
                open = ["VCALENDAR", "VTIMEZONE"]
                let calendar = calendars.count - 1
                calendars[calendar].zones[calendars[calendar].zones.count - 1].observances.append([])
            }
            open.append(name)
        }
    }

    private mutating func end(_ name: String) {
        guard let index = open.lastIndex(of: name) else { return }
        open.removeSubrange(index...)
    }

    private mutating func add(_ property: CalendarProperty) {
        guard let name = open.last else { return }
        let calendar = calendars.count - 1
        switch name {
        case "VCALENDAR": calendars[calendar].properties.append(property)
        case "VEVENT": calendars[calendar].events[calendars[calendar].events.count - 1].append(property)
        case "VTIMEZONE": calendars[calendar].zones[calendars[calendar].zones.count - 1].properties.append(property)
        case "STANDARD", "DAYLIGHT":
            guard open.count == 3, open[1] == "VTIMEZONE" else { return }
            let zone = calendars[calendar].zones.count - 1
            let observance = calendars[calendar].zones[zone].observances.count - 1
            calendars[calendar].zones[zone].observances[observance].append(property)
        default: break
        }
    }
}
