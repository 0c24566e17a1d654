internal import CLibical
internal import Text

/// A parsed calendar, which can be read until the session ends.
final class CalendarSession {
    private let root: OpaquePointer
    private var zones: [(name: String, zone: OpaquePointer)] = []
    /// The zones that were looked up, by name; nil for unknown ones.
    private var zonesByName: [String: CalendarMoment.Zone?] = [:]
    /// The calendar's name (`X-WR-CALNAME`).
    private(set) var name: String?
    /// The calendar's zone (`X-WR-TIMEZONE`).
    private(set) var ownZone: CalendarMoment.Zone?
    private(set) var components: [CalendarComponent] = []
    /// The starts that can't be read, as in ``CalendarExpansion/Found/unreadable``.
    private(set) var unreadable: [String] = []
    private(set) var isCalendar = false

    /// The number of series with rules that take too long to evaluate.
    private(set) var endless = 0

    /// The maximum number of occurrences of one rule that are evaluated; there is a higher limit for all rules
    /// together.
    private static let mostOccurrences = 20_000
    private var occurrencesLeft = 300_000
    /// The remaining time for evaluating rules. For a rule that never matches, libical searches centuries, and can't be
    /// stopped.
    private var timeLeft = Duration.seconds(1)
    /// The maximum length of a text in bytes, because links are at its beginning.
    private static let longestText = 20_000

    init(_ root: OpaquePointer) {
        self.root = root
        read(root)
    }

    private func read(_ component: OpaquePointer) {
        if icalcomponent_isa(component) == ICAL_VCALENDAR_COMPONENT {
            isCalendar = true
            readCalendar(component)
            return
        }
        forEachComponent(of: component, ICAL_ANY_COMPONENT) { read($0) }
    }

    private func readCalendar(_ calendar: OpaquePointer) {
        forEachProperty(of: calendar, ICAL_X_PROPERTY) { property in
            guard let key = string(icalproperty_get_x_name(property)) else { return }
            let value = string(icalproperty_get_value_as_string(property))
            switch key.uppercased() {
            case "X-WR-CALNAME": name = value.map(Self.unescaped)
            case "X-WR-TIMEZONE": ownZone = value.flatMap { zone(named: $0, in: calendar) }
            default: break
            }
        }
        var index = 0
        forEachComponent(of: calendar, ICAL_VEVENT_COMPONENT) { event in
            if let event = self.event(event, in: calendar) {
                components.append(event)
            } else {
                unreadable.append("VEVENT[\(index)].DTSTART")
            }
            index += 1
        }
    }

    private func event(_ event: OpaquePointer, in calendar: OpaquePointer) -> CalendarComponent? {
        var read = CalendarComponent(uid: "", start: CalendarMoment(wall: 0, zone: .floating))
        var hasStart = false
        forEachProperty(of: event, ICAL_ANY_PROPERTY) { property in
            let kind = icalproperty_isa(property)
            switch kind {
            case ICAL_DTSTART_PROPERTY:
                guard let start = moment(property, icalproperty_get_dtstart(property), calendar) else { return }
                (read.start, hasStart) = (start, true)
            case ICAL_DTEND_PROPERTY: read.end = moment(property, icalproperty_get_dtend(property), calendar)
            case ICAL_RECURRENCEID_PROPERTY:
                read.recurrenceID = moment(property, icalproperty_get_recurrenceid(property), calendar)
                let range = icalproperty_get_first_parameter(property, ICAL_RANGE_PARAMETER)
                read.isThisAndFuture = range.map { icalparameter_get_range($0) } == ICAL_RANGE_THISANDFUTURE
            case ICAL_EXDATE_PROPERTY:
                if let day = moment(property, icalproperty_get_exdate(property), calendar) { read.excluded.append(day) }
            case ICAL_RDATE_PROPERTY: readAdded(property, calendar, into: &read)
            case ICAL_RRULE_PROPERTY: read.rules.append(icalproperty_get_rrule(property))
            case ICAL_DURATION_PROPERTY:
                read.duration = Int(icaldurationtype_as_int(icalproperty_get_duration(property)))
            case ICAL_SEQUENCE_PROPERTY: read.sequence = Int(icalproperty_get_sequence(property))
            case ICAL_UID_PROPERTY: read.uid = string(icalproperty_get_uid(property)) ?? ""
            case ICAL_SUMMARY_PROPERTY: read.summary = string(icalproperty_get_summary(property))
            case ICAL_DESCRIPTION_PROPERTY: read.description = string(icalproperty_get_description(property))
            case ICAL_LOCATION_PROPERTY: read.location = string(icalproperty_get_location(property))
            case ICAL_URL_PROPERTY: read.url = string(icalproperty_get_url(property))
            case ICAL_ORGANIZER_PROPERTY: read.organizer = string(icalproperty_get_parameter_as_string(property, "CN"))
            case ICAL_STATUS_PROPERTY:
                read.status = string(icalproperty_get_value_as_string(property))?.uppercased()
            default: break
            }
        }
        return hasStart ? read : nil
    }

    private func readAdded(
        _ property: OpaquePointer, _ calendar: OpaquePointer, into component: inout CalendarComponent
    ) {
        let value = icalproperty_get_rdate(property)
        if icaltime_is_null_time(value.period.start) == 0 {
            guard let start = moment(property, value.period.start, calendar) else { return }
            let end = moment(property, value.period.end, calendar)
            let length = end.map { $0.wall - start.wall } ?? Int(icaldurationtype_as_int(value.period.duration))
            component.added.append((start, length))
        } else if let start = moment(property, value.time, calendar) {
            component.added.append((start, nil))
        }
    }

    // MARK: Recurrence

    /// The starts of a series according to its rules, including the first one, as local times in seconds, in order.
    ///
    /// - Parameters:
    ///   - earliest: the local time before which starts aren't needed.
    ///   - limit: the local time after which starts aren't needed.
    func starts(of component: CalendarComponent, from earliest: Int, before limit: Int) -> [Int] {
        var starts: Set<Int> = [component.start.wall]
        var isEndless = false
        // The iterator would move times about where clocks are set; on the wall's clock it has no cause to.
        var first = Self.time(wall: component.start.wall)
        first.is_date = component.start.zone == .day ? 1 : 0
        for rule in component.rules {
            guard timeLeft > .zero, !Self.isSelective(rule) else {
                isEndless = true
                break
            }
            let begin = ContinuousClock.now
            defer { timeLeft -= begin.duration(to: .now) }
            var rule = rule
            if icaltime_is_null_time(rule.until) == 0 { rule.until = wallUntil(rule.until, of: component.start) }
            guard let iterator = icalrecur_iterator_new(rule, first) else { continue }
            defer { icalrecur_iterator_free(iterator) }
            var count = 0
            while true {
                let next = icalrecur_iterator_next(iterator)
                if icaltime_is_null_time(next) != 0 { break }
                let wall = Self.wall(next)
                if wall >= limit { break }
                count += 1
                occurrencesLeft -= 1
                guard count <= Self.mostOccurrences, occurrencesLeft > 0 else {
                    isEndless = true
                    break
                }
                if wall >= earliest { starts.insert(wall) }
            }
        }
        if isEndless { endless += 1 }
        return starts.sorted()
    }

    /// Whether a rule selects hours, minutes or seconds of certain days. If no day matches, libical searches centuries,
    /// which takes minutes.
    private static func isSelective(_ rule: icalrecurrencetype) -> Bool {
        guard [ICAL_SECONDLY_RECURRENCE, ICAL_MINUTELY_RECURRENCE, ICAL_HOURLY_RECURRENCE].contains(rule.freq) else {
            return false
        }
        let parts = [
            rule.by_month.0, rule.by_month_day.0, rule.by_year_day.0, rule.by_week_no.0, rule.by_day.0,
            rule.by_set_pos.0,
        ]
        return parts.contains { $0 != unset }
    }

    /// The first value of a missing part of a rule: `ICAL_RECURRENCE_ARRAY_MAX`.
    private static let unset: Int16 = 0x7F7F

    /// The last start of a rule, in the local time of the first start.
    private func wallUntil(_ until: icaltimetype, of start: CalendarMoment) -> icaltimetype {
        var wall = Self.wall(until)
        // A day as the end of a series of times means all of that day, and the other way round.
        if until.is_date != 0, start.zone != .day { wall += 86_399 }
        if icaltime_is_utc(until) != 0, case .zone(let index) = start.zone { wall += offset(at: wall, in: index) }
        var time = Self.time(wall: wall)
        time.is_date = start.zone == .day ? 1 : 0
        return time
    }

    // MARK: Zones

    func zoneName(_ index: Int) -> String { zones[index].name }

    /// The instant in seconds since 1970; nil for days and floating times.
    func instant(_ moment: CalendarMoment) -> Int? {
        switch moment.zone {
        case .day, .floating: return nil
        case .utc: return moment.wall
        case .zone(let index):
            // RFC 5545, 3.3.5: an hour that comes twice means the first one; one that is left out is told by the
            // offset before the gap.
            let before = offset(at: moment.wall - 86_400, in: index)
            let after = offset(at: moment.wall + 86_400, in: index)
            for offset in [before, after] where self.offset(at: moment.wall - offset, in: index) == offset {
                return moment.wall - offset
            }
            return moment.wall - before
        }
    }

    /// Seconds east of Greenwich at an instant.
    func offset(at instant: Int, in index: Int) -> Int {
        CalendarLibrary.offset(at: instant, in: zones[index].zone)
    }

    private func zone(named name: String, in calendar: OpaquePointer) -> CalendarMoment.Zone? {
        if ["UTC", "Etc/UTC", "GMT", "Z"].contains(name) { return .utc }
        if let known = zonesByName[name] { return known }
        var found: CalendarMoment.Zone?
        // The system's zones know more than a calendar's own description of them.
        if let zone = icaltimezone_get_builtin_timezone(name)
            ?? icalcomponent_get_timezone(calendar, name).flatMap({ changesYearly($0) ? $0 : nil })
        {
            zones.append((name, zone))
            found = .zone(zones.count - 1)
        }
        zonesByName.updateValue(found, forKey: name)
        return found
    }

    /// Whether a zone that the calendar defines changes its offset at most a few times a year, because libical lists
    /// all changes from the first year on.
    private func changesYearly(_ zone: OpaquePointer) -> Bool {
        guard let description = icaltimezone_get_component(zone) else { return false }
        var (rules, isYearly) = (0, true)
        forEachComponent(of: description, ICAL_ANY_COMPONENT) { part in
            forEachProperty(of: part, ICAL_RRULE_PROPERTY) { property in
                let rule = icalproperty_get_rrule(property)
                rules += 1
                isYearly =
                    isYearly && rule.freq == ICAL_YEARLY_RECURRENCE && rule.by_hour.0 == Self.unset
                    && rule.by_minute.0 == Self.unset && rule.by_second.0 == Self.unset
            }
        }
        return isYearly && rules <= 500
    }

    // MARK: Times

    private func moment(
        _ property: OpaquePointer, _ time: icaltimetype, _ calendar: OpaquePointer
    ) -> CalendarMoment? {
        guard icaltime_is_null_time(time) == 0, icaltime_is_valid_time(time) != 0 else { return nil }
        let wall = Self.wall(time)
        if time.is_date != 0 { return CalendarMoment(wall: wall, zone: .day) }
        if icaltime_is_utc(time) != 0 { return CalendarMoment(wall: wall, zone: .utc) }
        let identifier = icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER)
            .flatMap { string(icalparameter_get_tzid($0)) }
        let zone = identifier.flatMap { self.zone(named: $0, in: calendar) }
        return CalendarMoment(wall: wall, zone: zone ?? .floating)
    }

    private static func time(wall: Int) -> icaltimetype {
        icaltime_from_timet_with_zone(time_t(wall), 0, nil)
    }

    private static func wall(_ time: icaltimetype) -> Int { Int(icaltime_as_timet(time)) }

    // MARK: Trees

    private func forEachComponent(
        of parent: OpaquePointer, _ kind: icalcomponent_kind, _ body: (OpaquePointer) -> Void
    ) {
        var next = icalcomponent_get_first_component(parent, kind)
        while let component = next {
            body(component)
            next = icalcomponent_get_next_component(parent, kind)
        }
    }

    private func forEachProperty(
        of component: OpaquePointer, _ kind: icalproperty_kind, _ body: (OpaquePointer) -> Void
    ) {
        var next = icalcomponent_get_first_property(component, kind)
        while let property = next {
            body(property)
            next = icalcomponent_get_next_property(component, kind)
        }
    }

    private func string(_ text: UnsafePointer<CChar>?) -> String? {
        guard let text else { return nil }
        let string = String(decoding: String(cString: text).utf8.prefix(Self.longestText), as: UTF8.self).trimmedBlanks
        return string.isEmpty ? nil : string
    }

    private static func unescaped(_ text: String) -> String {
        var output = ""
        var isEscaped = false
        for character in text {
            if !isEscaped, character == "\\" {
                isEscaped = true
            } else {
                output.append(isEscaped && (character == "n" || character == "N") ? " " : character)
                isEscaped = false
            }
        }
        return output
    }
}
