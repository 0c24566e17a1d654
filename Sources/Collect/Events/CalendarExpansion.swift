internal import Newsletter
internal import Text

/// Expands a calendar's series into single occurrences (RFC 5545, sections 3.8.4.4 and 3.8.5).
struct CalendarExpansion {
    private let session: CalendarSession
    private let window: TimeWindow

    /// The content of a calendar in a window.
    struct Found {
        /// The occurrences in the window, in order of their starts, up to one more than a source may return.
        var occurrences: [EventOccurrence]
        /// The starts that can't be read, such as `VEVENT[2].DTSTART`; their events are missing in ``occurrences``.
        var unreadable: [String]
        /// The number of series with rules that take too long to evaluate up to the window's end.
        var endless: Int
    }

    /// - Returns: nil if the text isn't a calendar.
    static func found(in text: [UInt8], window: TimeWindow) -> Found? {
        CalendarLibrary.read(text) { session in
            let occurrences = CalendarExpansion(session: session, window: window).occurrences.sorted {
                ($0.start.instant, $0.title, $0.id) < ($1.start.instant, $1.title, $1.id)
            }
            return Found(
                occurrences: occurrences, unreadable: session.unreadable, endless: session.endless)
        }
    }

    private var occurrences: [EventOccurrence] {
        var order: [String] = []
        var byUID: [String: [CalendarComponent]] = [:]
        for (index, component) in session.components.enumerated() {
            let uid = component.uid.isEmpty ? "#\(index)" : component.uid
            if byUID[uid] == nil { order.append(uid) }
            byUID[uid, default: []].append(component)
        }
        var found: [EventOccurrence] = []
        for uid in order where found.count <= CollectionLimits.candidates {
            addOccurrences(of: byUID[uid] ?? [], uid: uid, to: &found)
        }
        return found
    }

    /// Adds the occurrences of one series: those of its rule, and the components that replace single ones.
    private func addOccurrences(
        of components: [CalendarComponent], uid: String, to found: inout [EventOccurrence]
    ) {
        let master = components.filter { $0.recurrenceID == nil }.max { $0.sequence < $1.sequence }
        var overrides: [(component: CalendarComponent, replaced: CalendarMoment)] = []
        var replacements = CalendarMomentIndex(session)
        for component in components {
            guard let replaced = component.recurrenceID else { continue }
            if let known = replacements[replaced] {
                if component.sequence >= overrides[known].component.sequence {
                    overrides[known] = (component, replaced)
                }
            } else {
                replacements.add(replaced, overrides.count)
                overrides.append((component, replaced))
            }
        }
        for (override, replaced) in overrides where found.count <= CollectionLimits.candidates {
            found += occurrence(
                override, at: override.start, duration: nil, uid: uid, planned: replaced, filledFrom: master)
        }
        guard let master else { return }
        let excluded = CalendarMomentIndex(session, master.excluded)
        let shifts = overrides.filter(\.component.isThisAndFuture).sorted { $0.replaced.wall < $1.replaced.wall }
        let link = link(of: master)
        for (start, duration) in starts(of: master, shifts.map(\.component))
        where found.count <= CollectionLimits.candidates && !excluded.contains(start) && !replacements.contains(start) {
            let next = shifts.partitioningIndex { $0.replaced.wall > start.wall }
            if next == 0 {
                found += occurrence(master, at: start, duration: duration, uid: uid, planned: start, link: link)
                continue
            }
            let (shift, from) = shifts[next - 1]
            let moved = CalendarMoment(wall: start.wall + shift.start.wall - from.wall, zone: shift.start.zone)
            found += occurrence(shift, at: moved, duration: nil, uid: uid, planned: start, filledFrom: master)
        }
    }

    private func starts(of master: CalendarComponent, _ shifts: [CalendarComponent]) -> [(CalendarMoment, Int?)] {
        guard master.isRecurring else { return [(master.start, nil)] }
        // A day more than the window, for places east of Greenwich.
        let limit = window.until + 86_400
        // What begins this long before the window can still be in it, also where it was moved.
        let lengths = ([master] + shifts).flatMap { component in
            [component.duration, component.end.map { $0.wall - component.start.wall }].compactMap { $0 }
        }
        let delays = shifts.map { $0.start.wall - ($0.recurrenceID?.wall ?? $0.start.wall) }
        let reach = 2 * 86_400 + max(0, lengths.max() ?? 0) + max(0, delays.max() ?? 0)
        var starts: [(CalendarMoment, Int?)] = session.starts(of: master, from: window.since - reach, before: limit)
            .map { (CalendarMoment(wall: $0, zone: master.start.zone), nil) }
        var known = CalendarMomentIndex(session, starts.map(\.0))
        for (start, duration) in master.added where !known.contains(start) {
            known.add(start, 0)
            starts.append((start, duration))
        }
        return starts
    }

    /// The link in the texts of a component, or in those of the series if the component has no texts.
    private func link(of component: CalendarComponent, filledFrom master: CalendarComponent? = nil) -> EventLink {
        EventLink(
            url: component.url ?? master?.url, location: component.location ?? master?.location,
            description: component.description ?? master?.description)
    }

    /// - Parameter link: the component's link, if it is already known.
    /// - Returns: the occurrence; nil if it is outside the window.
    private func occurrence(
        _ component: CalendarComponent, at start: CalendarMoment, duration: Int?, uid: String,
        planned: CalendarMoment, filledFrom master: CalendarComponent? = nil, link: EventLink? = nil
    ) -> [EventOccurrence] {
        let isPartOfSeries = component.recurrenceID != nil || component.isRecurring
        guard let began = time(start), let planned = time(planned) else { return [] }
        let end = end(of: component, from: start, duration: duration)
        guard window.overlaps(from: began, to: end) else { return [] }
        let link = link ?? self.link(of: component, filledFrom: master)
        let organizer = component.organizer ?? master?.organizer ?? session.name
        var occurrence = EventOccurrence(
            id: isPartOfSeries ? "\(uid)/\(planned)" : uid,
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
            guard let first = session.instant(component.start), let last = session.instant(end),
                let began = session.instant(start)
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
        case .utc, .zone: return zoned(session.instant(moment) ?? moment.wall, in: moment.zone)
        }
    }

    /// A moment in a zone; times in UTC are shown in the calendar's own zone.
    private func zoned(_ instant: Int, in zone: CalendarMoment.Zone) -> EventTime {
        switch (zone, session.ownZone) {
        case (.zone(let index), _), (.utc, .zone(let index)):
            .zoned(instant, offset: session.offset(at: instant, in: index), zone: session.zoneName(index))
        default: .zoned(instant, offset: 0, zone: "UTC")
        }
    }

    private func status(_ text: String?) -> EventOccurrence.Status {
        switch text {
        case "CANCELLED": .cancelled
        case "TENTATIVE": .tentative
        default: .confirmed
        }
    }
}
