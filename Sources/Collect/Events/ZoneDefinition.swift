internal import Text

/// A zone as a calendar defines it in `VTIMEZONE` (RFC 5545, section 3.6.5).
struct ZoneDefinition {
    /// From an instant on, an offset in seconds; in order.
    private var changes: [(instant: Int, offset: Int)] = []
    /// Before the first change.
    private var firstOffset: Int

    /// - Returns: nil if it has no part that can be read, or changes its clocks much more often than zones do.
    init?(_ zone: CalendarText.Zone) {
        var first: (instant: Int, offset: Int)?
        for properties in zone.observances {
            func value(_ name: String) -> String? { properties.first { $0.name == name }?.value }
            guard let start = value("DTSTART").flatMap({ CalendarStamp($0) }),
                let to = value("TZOFFSETTO").flatMap(CalendarStamp.offset)
            else { continue }
            let from = value("TZOFFSETFROM").flatMap(CalendarStamp.offset) ?? to
            guard let walls = Self.onsets(properties, start: start.wall, from: from) else { return nil }
            changes += walls.map { ($0 - from, to) }
            if start.wall - from < first?.instant ?? .max { first = (start.wall - from, from) }
        }
        guard let first else { return nil }
        firstOffset = first.offset
        changes.sort { $0.instant < $1.instant }
    }

    func offset(at instant: Int) -> Int {
        let next = changes.partitioningIndex { $0.instant > instant }
        return next == 0 ? firstOffset : changes[next - 1].offset
    }

    /// The wall's times at which an observance begins.
    ///
    /// - Parameter from: the offset before them.
    private static func onsets(_ properties: [CalendarProperty], start: Int, from: Int) -> [Int]? {
        var walls = [start]
        for property in properties {
            switch property.name {
            case "RDATE":
                walls += property.value.split(separator: ",").compactMap { CalendarStamp(String($0))?.wall }
            case "RRULE":
                guard let rule = RecurrenceRule(property.value) else { continue }
                // The end is in UTC.
                let until = rule.until.map { $0.kind == .utc ? $0.wall + from : $0.wall }
                var work = 100_000
                walls += RecurrenceStarts(rule, first: start, until: until)
                    .starts(from: earliest, before: latest, work: &work)
                if work <= 0 { return nil }
            default: break
            }
            if walls.count > 500 { return nil }
        }
        return walls
    }

    /// The beginning of 1960 and of 2100.
    private static let (earliest, latest) = (-315_619_200, 4_102_444_800)
}
