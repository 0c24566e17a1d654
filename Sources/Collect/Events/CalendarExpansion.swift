internal import Newsletter
internal import Text

/// Expands a calendar's series into single occurrences (RFC 5545, sections 3.8.4.4 and 3.8.5).
struct CalendarExpansion {
    private let zones: CalendarZones
    private let window: TimeWindow
    /// How many days and starts may still be looked at to follow rules: for all series together.
    private var work = 1_200_000
    /// Series with rules that take too long to follow to the window's end.
    private var endless: [CalendarComponent] = []
    private var found: [EventOccurrence] = []

    /// What a calendar has.
    struct Found {
        /// Those in a window, in order of their starts; at most one more than a source may return.
        var occurrences: [EventOccurrence]
        var faults: [CalendarFault]
    }

    /// - Returns: nil if the text isn't a calendar.
    static func found(in text: [UInt8], window: TimeWindow) -> Found? {
        let text = CalendarText(text)
        guard text.isCalendar else { return nil }
        return CalendarLibrary.withZones { zones in
            let reader = CalendarReader(text, zones)
            var expansion = CalendarExpansion(zones: zones, window: window)
            for series in CalendarSeries.series(of: reader.components, zones) {
                guard expansion.found.count <= CollectionLimits.candidates else { break }
                expansion.add(series)
            }
            let occurrences = expansion.found.sorted {
                ($0.start.instant, $0.title, $0.id) < ($1.start.instant, $1.title, $1.id)
            }
            let endless = CalendarFault.endless(expansion.endless)
            return Found(occurrences: occurrences, faults: reader.faults + (endless.map { [$0] } ?? []))
        }
    }

    private init(zones: CalendarZones, window: TimeWindow) {
        self.zones = zones
        self.window = window
    }

    private mutating func add(_ series: CalendarSeries) {
        let master = series.masters.first { $0.isRecurring } ?? series.masters.first
        for (override, replaced) in series.overrides where found.count <= CollectionLimits.candidates {
            found += occurrence(override, at: override.start, duration: nil, planned: replaced, filledFrom: master)
        }
        let replacements = CalendarMomentIndex(zones, series.overrides.map(\.replaced))
        for master in series.masters {
            addOccurrences(of: master, in: series, replacements)
        }
    }

    private mutating func addOccurrences(
        of master: CalendarComponent, in series: CalendarSeries, _ replacements: CalendarMomentIndex
    ) {
        let excluded = CalendarMomentIndex(zones, master.excluded)
        let shifts = series.overrides.filter(\.component.isThisAndFuture)
            .map { (component: $0.component, from: zones.wall(of: $0.replaced, in: master.start.zone)) }
            .sorted { $0.from < $1.from }
        let link = link(of: master)
        let isListed = series.masters.count > 1
        let isShared = series.masters.count { $0.start == master.start } > 1
        for (start, duration) in starts(of: master, shifts.map(\.component))
        where found.count <= CollectionLimits.candidates && !excluded.contains(start) && !replacements.contains(start) {
            let next = shifts.partitioningIndex { $0.from > start.wall }
            if next == 0 {
                found += occurrence(
                    master, at: start, duration: duration, planned: start, link: link, isListed: isListed,
                    isShared: isShared)
                continue
            }
            let (shift, from) = shifts[next - 1]
            let isDay = shift.start.zone == .day || start.zone == .day
            let delay = zones.wall(of: shift.start, in: start.zone) - from
            let moved = CalendarMoment(wall: start.wall + delay, zone: isDay ? shift.start.zone : start.zone)
            found += occurrence(shift, at: moved, duration: nil, planned: start, filledFrom: master)
        }
    }

    private mutating func starts(of master: CalendarComponent, _ shifts: [CalendarComponent]) -> [(
        CalendarMoment, Int?
    )] {
        guard master.isRecurring else { return [(master.start, nil)] }
        // A day more than the window, for places east of Greenwich, and what a shift brings forward.
        let delays = shifts.map { $0.start.wall - ($0.recurrenceID?.wall ?? $0.start.wall) }
        let limit = window.until + 86_400 + max(0, delays.map { -$0 }.max() ?? 0)
        // What begins this long before the window can still be in it, also where it was moved.
        let lengths = ([master] + shifts).flatMap { component in
            [component.duration, component.end.map { $0.wall - component.start.wall }].compactMap { $0 }
        }
        let earliest = window.since - 2 * 86_400 - max(0, lengths.max() ?? 0) - max(0, delays.max() ?? 0)
        var walls = self.walls(master.rules, of: master, from: earliest, before: limit)
        let ends = master.rules.map { RecurrenceEnd.wall(of: $0, start: master.start, zones) }
        // A series that ended before it began has no dates; otherwise its first one counts, also if no rule has it.
        if ends.isEmpty || ends.contains(where: { $0 ?? .max >= master.start.wall }) { walls.insert(master.start.wall) }
        if !master.exclusionRules.isEmpty {
            walls.subtract(self.walls(master.exclusionRules, of: master, from: earliest, before: limit))
        }
        var starts: [(CalendarMoment, Int?)] = walls.sorted()
            .map { (CalendarMoment(wall: $0, zone: master.start.zone), nil) }
        var known = CalendarMomentIndex(zones, starts.map(\.0))
        for (start, duration) in master.added {
            if let index = known[start] {
                if duration != nil { starts[index].1 = duration }
            } else {
                known.add(start, starts.count)
                starts.append((start, duration))
            }
        }
        return starts
    }

    private mutating func walls(
        _ rules: [RecurrenceRule], of master: CalendarComponent, from earliest: Int, before limit: Int
    ) -> Set<Int> {
        var walls: Set<Int> = []
        for rule in rules {
            let until = RecurrenceEnd.wall(of: rule, start: master.start, zones)
            var share = min(work, Self.mostWork)
            let before = share
            let starts = RecurrenceStarts(rule, first: master.start.wall, until: until)
                .starts(from: earliest, before: limit, work: &share)
            work -= before - share
            if share <= 0 { endless.append(master) }
            let isDay = master.start.zone == .day
            for start in starts { walls.insert(isDay ? start - EventTime.secondsOfDay(start) : start) }
        }
        return walls
    }

    /// For one rule.
    private static let mostWork = 400_000

    /// What the texts of a component say, or those of the series where it has none.
    private func link(of component: CalendarComponent, filledFrom master: CalendarComponent? = nil) -> EventLink {
        EventLink(
            url: component.url ?? master?.url, location: component.location ?? master?.location,
            description: component.description ?? master?.description)
    }

    /// - Parameters:
    ///   - planned: when the series has it.
    ///   - link: of the component, if it's known.
    ///   - isListed: whether a server has listed a series date by date.
    ///   - isShared: whether another event with this `UID` has the same start.
    /// - Returns: one, or none outside the window.
    private func occurrence(
        _ component: CalendarComponent, at start: CalendarMoment, duration: Int?, planned: CalendarMoment,
        filledFrom master: CalendarComponent? = nil, link: EventLink? = nil, isListed: Bool = false,
        isShared: Bool = false
    ) -> [EventOccurrence] {
        let isPartOfSeries = component.recurrenceID != nil || component.isRecurring || isListed
        guard let began = time(start), let planned = time(planned) else { return [] }
        let end = end(of: component, from: start, duration: duration)
        guard window.overlaps(from: began, to: end) else { return [] }
        let link = link ?? self.link(of: component, filledFrom: master)
        let organizer = component.organizer ?? master?.organizer ?? component.calendarName
        // What identifies nothing is replaced by what stays the same as long as the event does.
        let uid =
            CalendarSeries.isIdentifier(component.uid)
            ? component.uid : "#\(component.summary ?? "")/\(planned)/\(component.location ?? "")"
        var occurrence = EventOccurrence(
            id: isPartOfSeries ? "\(uid)/\(planned)\(isShared ? "/\(component.summary ?? "")" : "")" : uid,
            title: (component.summary ?? master?.summary ?? "").collapsingBlanks, url: link.url, start: began,
            end: end,
            place: EventLocation(venue: link.venue),
            organizers: organizer.map { [Event.Organizer(name: $0.collapsingBlanks, url: nil)] } ?? [],
            status: status(component.status ?? master?.status))
        occurrence.mode = link.mode
        if began.instant != planned.instant { occurrence.movedFrom = planned }
        return [occurrence]
    }

    /// The end of an occurrence. Occurrences keep their length in local time, even across changes of daylight saving
    /// time.
    private func end(of component: CalendarComponent, from start: CalendarMoment, duration: Int?) -> EventTime? {
        if let end = component.end, duration == nil {
            if end.zone == component.start.zone {
                return time(CalendarMoment(wall: start.wall + end.wall - component.start.wall, zone: start.zone))
            }
            guard let first = zones.instant(component.start), let last = zones.instant(end),
                let began = zones.instant(start)
            else { return nil }
            return zoned(began + last - first, in: end.zone)
        }
        if let duration = duration ?? component.duration {
            return time(CalendarMoment(wall: start.wall + duration, zone: start.zone))
        }
        // RFC 5545, 3.6.1: a day without an end lasts that day, a time without an end no time.
        return start.zone == .day ? time(CalendarMoment(wall: start.wall + 86_400, zone: .day)) : nil
    }

    /// - Returns: nil for times outside the years 1 to 9999.
    private func time(_ moment: CalendarMoment) -> EventTime? {
        let seconds = EventTime.secondsOfDay(moment.wall)
        guard let date = CalendarDate(daysSince1970: (moment.wall - seconds) / 86_400) else { return nil }
        switch moment.zone {
        case .day: return .day(date)
        case .floating: return .floating(date, seconds: seconds)
        case .utc, .zone: return zoned(zones.instant(moment) ?? moment.wall, in: moment.zone)
        }
    }

    private func zoned(_ instant: Int, in zone: CalendarMoment.Zone) -> EventTime {
        guard case .zone(let index) = zone else { return .zoned(instant, offset: 0, zone: "UTC") }
        return .zoned(instant, offset: zones.offset(at: instant, in: index), zone: zones.name(index))
    }

    private func status(_ text: String?) -> EventOccurrence.Status {
        switch text {
        case "CANCELLED": .cancelled
        case "TENTATIVE": .tentative
        default: .confirmed
        }
    }
}
