internal import Text

/// Reads the events of calendars into components, and reports what it can't read.
struct CalendarReader {
    private let zones: CalendarZones
    private(set) var components: [CalendarComponent] = []
    private(set) var faults: [CalendarFault] = []
    /// The zone that the calendar names for times in UTC, its name, and whether it cancels what it has.
    private var ownZone: CalendarMoment.Zone?
    private var name: String?
    private var isCancellation = false
    /// Times without a zone, or in one that isn't known, are in this one.
    private var unknownZone: CalendarMoment.Zone { ownZone ?? .floating }

    /// How many bytes of a text are read. Links come near the beginning.
    private static let longestText = 20_000

    init(_ text: CalendarText, _ zones: CalendarZones) {
        self.zones = zones
        for calendar in text.calendars { read(calendar) }
    }

    private mutating func read(_ calendar: CalendarText.Calendar) {
        zones.open(calendar)
        (ownZone, name, isCancellation) = (nil, nil, false)
        let doubts = zones.doubtful.count
        for property in calendar.properties {
            switch property.name {
            case "X-WR-CALNAME", "NAME": name = name ?? property.text(longest: Self.longestText)?.collapsingBlanks
            case "X-WR-TIMEZONE": ownZone = zones.zone(named: property.value)
            case "METHOD": isCancellation = property.value.uppercased() == "CANCEL"
            default: break
            }
        }
        for (index, event) in calendar.events.enumerated() where !event.isEmpty { read(event, index) }
        let reading = ownZone.map { zoneName($0) }.map { "times were read as those of \($0)" }
        for (name, offset) in zones.doubtful[doubts...] {
            let hours = offset.map { "times were read with its offset all year: \($0 / 60) minutes" }
            faults.append(.unknownZone(name, reading: hours ?? reading ?? "times were read without a time zone"))
        }
    }

    private func zoneName(_ zone: CalendarMoment.Zone) -> String {
        if case .zone(let index) = zone { return zones.name(index) }
        return "UTC"
    }

    private mutating func read(_ properties: [CalendarProperty], _ index: Int) {
        var event = CalendarComponent(index: index)
        event.calendarName = name
        for property in properties { readText(property, into: &event) }
        if isCancellation { event.status = "CANCELLED" }
        var hasStart = false
        for property in properties { readTime(property, into: &event, &hasStart) }
        if !hasStart, let planned = event.recurrenceID {
            // A cancelled occurrence needn't say when it is (RFC 5546, section 3.2.5).
            event.start = planned
            hasStart = true
        }
        guard hasStart else {
            faults.append(.start(event))
            return
        }
        if let end = event.end, isBefore(end, event.start) {
            faults.append(.endBeforeStart(event))
            event.end = nil
        }
        if event.isDetached { (event.rules, event.added) = ([], []) }
        components.append(event)
    }

    private func isBefore(_ end: CalendarMoment, _ start: CalendarMoment) -> Bool {
        if end.zone == start.zone { return end.wall < start.wall }
        if let end = zones.instant(end), let start = zones.instant(start) { return end < start }
        return false
    }

    private func readText(_ property: CalendarProperty, into event: inout CalendarComponent) {
        func text(_ known: String?) -> String? { known ?? property.text(longest: Self.longestText) }
        switch property.name {
        case "UID": event.uid = event.uid.isEmpty ? property.value : event.uid
        case "SUMMARY": event.summary = text(event.summary)
        case "DESCRIPTION": event.description = text(event.description)
        case "LOCATION": event.location = text(event.location)
        case "URL": event.url = text(event.url)
        case "ORGANIZER": event.organizer = event.organizer ?? property.parameter("CN")
        case "STATUS": event.status = property.value.uppercased()
        case "SEQUENCE": event.version.sequence = Int(property.value) ?? 0
        case "LAST-MODIFIED": event.version.modified = CalendarStamp(property.value)?.wall
        case "DTSTAMP": event.version.stamped = CalendarStamp(property.value)?.wall
        default: break
        }
    }

    private mutating func readTime(
        _ property: CalendarProperty, into event: inout CalendarComponent, _ hasStart: inout Bool
    ) {
        switch property.name {
        case "DTSTART":
            guard !hasStart, let start = moment(property.value, of: property) else { return }
            event.start = start
            hasStart = true
        case "DTEND":
            event.end = moment(property.value, of: property)
            if event.end == nil { report(property, of: event, reading: "the event was read without an end") }
        case "DURATION":
            event.duration = CalendarStamp.duration(property.value)
            if event.duration == nil { report(property, of: event, reading: "the event was read without an end") }
        case "RECURRENCE-ID":
            event.recurrenceID = moment(property.value, of: property)
            event.isThisAndFuture = property.parameter("RANGE")?.uppercased() == "THISANDFUTURE"
            guard event.recurrenceID == nil else { return }
            event.isDetached = true
            report(property, of: event, reading: "the date that it replaces may be listed, too")
        case "EXDATE":
            for value in property.value.split(separator: ",").map(String.init) {
                if let day = moment(value, of: property) {
                    event.excluded.append(day)
                } else {
                    report(property, value, of: event, reading: "a date that was called off may be listed")
                }
            }
        case "RDATE": readAdded(property, into: &event)
        case "RRULE": readRule(property, into: &event.rules, of: event)
        case "EXRULE": readRule(property, into: &event.exclusionRules, of: event)
        default: break
        }
    }

    private mutating func readRule(
        _ property: CalendarProperty, into rules: inout [RecurrenceRule], of event: CalendarComponent
    ) {
        guard !property.value.isEmpty else { return }
        guard let rule = RecurrenceRule(property.value) else {
            report(
                property, of: event,
                reading: property.name == "EXRULE" ? "dates that it excludes are listed" : "its dates are missing")
            return
        }
        for part in rule.ignored { faults.append(.rulePart(part, of: event)) }
        rules.append(rule)
    }

    private mutating func readAdded(_ property: CalendarProperty, into event: inout CalendarComponent) {
        for value in property.value.split(separator: ",").map(String.init) {
            let sides = value.split(separator: "/").map(String.init)
            guard let start = sides.first.flatMap({ moment($0, of: property) }) else {
                report(property, value, of: event, reading: "a date is missing")
                continue
            }
            let end = sides.count > 1 ? moment(sides[1], of: property) : nil
            let length = end.map { $0.wall - start.wall } ?? (sides.count > 1 ? CalendarStamp.duration(sides[1]) : nil)
            event.added.append((start, length))
        }
    }

    private mutating func report(
        _ property: CalendarProperty, _ value: String? = nil, of event: CalendarComponent, reading: String
    ) {
        let value = value ?? property.value
        guard !value.isEmpty else { return }
        faults.append(.value(property.name, value, of: event, reading: reading))
    }

    private func moment(_ value: String, of property: CalendarProperty) -> CalendarMoment? {
        guard let stamp = CalendarStamp(value) else { return nil }
        if stamp.kind == .day || property.parameter("VALUE")?.uppercased() == "DATE" {
            return CalendarMoment(wall: stamp.wall - EventTime.secondsOfDay(stamp.wall), zone: .day)
        }
        if stamp.kind == .utc {
            // Who names a zone for the calendar means its clock, also where a series is expanded.
            guard case .zone(let index) = ownZone else { return CalendarMoment(wall: stamp.wall, zone: .utc) }
            return CalendarMoment(wall: stamp.wall + zones.offset(at: stamp.wall, in: index), zone: .zone(index))
        }
        guard let name = property.parameter("TZID"), !name.isEmpty else {
            return CalendarMoment(wall: stamp.wall, zone: unknownZone)
        }
        return CalendarMoment(wall: stamp.wall, zone: zones.zone(named: name) ?? unknownZone)
    }
}
