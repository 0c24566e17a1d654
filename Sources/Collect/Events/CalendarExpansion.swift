internal import Newsletter

/// Makes single occurrences of a calendar's series (RFC 5545, sections 3.8.4.4 and 3.8.5).
struct CalendarExpansion {
    private let session: CalendarSession
    private let window: TimeWindow

    /// What a calendar holds.
    struct Found {
        /// Those in a window, in order of their starts.
        var occurrences: [EventOccurrence]
        /// The starts that cannot be read, as `VEVENT[2].DTSTART`; their events are in no occurrence.
        var unreadable: [String]
    }

    /// - Returns: nil where the text holds no calendar.
    static func found(in text: [UInt8], window: TimeWindow) -> Found? {
        CalendarLibrary.read(text) { session in
            let occurrences = CalendarExpansion(session: session, window: window).occurrences.sorted {
                ($0.start.instant, $0.title, $0.id) < ($1.start.instant, $1.title, $1.id)
            }
            return Found(occurrences: occurrences, unreadable: session.unreadable)
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
        return order.flatMap { occurrences(of: byUID[$0] ?? [], uid: $0) }.filter { $0.overlaps(window) }
    }

    /// Those of one series: its rule, and the components that replace single occurrences of it.
    private func occurrences(of components: [CalendarComponent], uid: String) -> [EventOccurrence] {
        let master = components.filter { $0.recurrenceID == nil }.max { $0.sequence < $1.sequence }
        var overrides: [CalendarComponent] = []
        for component in components {
            guard let replaced = component.recurrenceID else { continue }
            if let known = overrides.firstIndex(where: { $0.recurrenceID.map { same($0, replaced) } == true }) {
                if component.sequence >= overrides[known].sequence { overrides[known] = component }
            } else {
                overrides.append(component)
            }
        }
        var found = overrides.compactMap { override -> EventOccurrence? in
            guard let replaced = override.recurrenceID else { return nil }
            return occurrence(
                override, at: override.start, duration: nil, uid: uid, planned: replaced, filledFrom: master)
        }
        guard let master else { return found }
        let shifts = overrides.filter(\.isThisAndFuture).sorted {
            ($0.recurrenceID?.wall ?? 0) < ($1.recurrenceID?.wall ?? 0)
        }
        for (start, duration) in starts(of: master)
        where !master.excluded.contains(where: { same($0, start) })
            && !overrides.contains(where: { $0.recurrenceID.map { same($0, start) } == true })
        {
            guard let shift = shifts.last(where: { ($0.recurrenceID?.wall ?? .max) <= start.wall }),
                let from = shift.recurrenceID
            else {
                found += [occurrence(master, at: start, duration: duration, uid: uid, planned: start)].compactMap { $0 }
                continue
            }
            let moved = CalendarMoment(wall: start.wall + shift.start.wall - from.wall, zone: shift.start.zone)
            found += [occurrence(shift, at: moved, duration: nil, uid: uid, planned: start, filledFrom: master)]
                .compactMap { $0 }
        }
        return found
    }

    private func starts(of master: CalendarComponent) -> [(CalendarMoment, Int?)] {
        guard master.isRecurring else { return [(master.start, nil)] }
        // A day more than the window, for places east of Greenwich.
        let limit = window.until + 86_400
        var starts: [(CalendarMoment, Int?)] = session.starts(of: master, before: limit).map {
            (CalendarMoment(wall: $0, zone: master.start.zone), nil)
        }
        for (start, duration) in master.added where !starts.contains(where: { same($0.0, start) }) {
            starts.append((start, duration))
        }
        return starts
    }

    /// Whether two moments are one; a day is one with all moments of it.
    private func same(_ left: CalendarMoment, _ right: CalendarMoment) -> Bool {
        if left.zone == .day || right.zone == .day {
            return left.wall - EventTime.secondsOfDay(left.wall) == right.wall - EventTime.secondsOfDay(right.wall)
        }
        guard left.zone != right.zone, let first = session.instant(left), let second = session.instant(right) else {
            return left.wall == right.wall
        }
        return first == second
    }

    private func occurrence(
        _ component: CalendarComponent, at start: CalendarMoment, duration: Int?, uid: String,
        planned: CalendarMoment, filledFrom master: CalendarComponent? = nil
    ) -> EventOccurrence? {
        let isPartOfSeries = component.recurrenceID != nil || component.isRecurring
        guard let began = time(start), let planned = time(planned) else { return nil }
        let location = component.location ?? master?.location
        let link = EventLink(
            url: component.url ?? master?.url, location: location,
            description: component.description ?? master?.description)
        let organizer = component.organizer ?? master?.organizer ?? session.name
        var occurrence = EventOccurrence(
            id: isPartOfSeries ? "\(uid)/\(planned)" : uid,
            title: (component.summary ?? master?.summary ?? "").collapsingBlanks, url: link.url, start: began,
            end: end(of: component, from: start, duration: duration),
            place: EventLocation(venue: link.venue),
            organizers: organizer.map { [Event.Organizer(name: $0.collapsingBlanks, url: nil)] } ?? [],
            status: status(component.status ?? master?.status))
        occurrence.mode = link.mode
        if began.instant != planned.instant { occurrence.movedFrom = planned }
        return occurrence
    }

    /// Series keep their length on the wall's clock, also through nights in which clocks are set.
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

    /// - Returns: nil for times outside the calendar's years.
    private func time(_ moment: CalendarMoment) -> EventTime? {
        let seconds = EventTime.secondsOfDay(moment.wall)
        guard let date = CalendarDate(daysSince1970: (moment.wall - seconds) / 86_400) else { return nil }
        switch moment.zone {
        case .day: return .day(date)
        case .floating: return .floating(date, seconds: seconds)
        case .utc, .zone: return zoned(session.instant(moment) ?? moment.wall, in: moment.zone)
        }
    }

    /// A calendar's own zone tells at which place's clock to look where its times are in UTC.
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
