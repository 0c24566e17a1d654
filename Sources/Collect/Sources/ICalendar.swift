internal import Context
package import Newsletter

/// Events of calendars in iCalendar form (RFC 5545): Google, Luma, Meetup groups, any `.ics` file on the web.
///
///     - source: icalendar
///       days: 28
///       calendars:
///         - url: https://www.meetup.com/rust-berlin/events/ical/
///           organizer: Rust Berlin
///           organizer-url: https://www.meetup.com/rust-berlin/
///           place: Berlin, DE
///         - url: https://api.lu.ma/ics/get?entity=calendar&id=cal-abc
///
/// Series are expanded; what has been moved or cancelled is followed. `days` is how far ahead is looked, from the end
/// of the window on. `organizer`, `organizer-url`, `place` and `mode` (`in-person`, `virtual`, `hybrid`) are for what a
/// calendar does not tell; an organiser given here is preferred.
package struct ICalendar: Source {
    package static let name = "icalendar"
    private let settings: Settings

    struct Settings: Sendable {
        var calendars: [EventHost]
        var days: Int
    }

    package init(_ fields: inout SettingsFields) {
        settings = Settings(
            calendars: EventHost.hosts("calendars", key: "url", of: &fields),
            days: fields.number("days", in: 1...366, default: 28))
    }

    package func collect(_ request: SourceRequest) async throws(SourceFault) -> CollectionResult {
        let window = request.window.ahead(days: settings.days)
        return await request.gather(settings.calendars) { host throws(SourceFault) in
            let answer = try await request.client.get(host.address, headers: ["Accept": "text/calendar"])
            guard let found = CalendarExpansion.found(in: answer.body, window: window) else {
                throw request.fault(
                    "is missing", address: host.address, field: "BEGIN:VCALENDAR",
                    remedy: "Check that the URL is a calendar's (.ics), not a page's")
            }
            var faults = found.unreadable.map { field in
                request.fault(
                    "is missing or can't be read", address: host.address, field: field,
                    remedy: "Tell the calendar's keeper")
            }
            if found.endless > 0 {
                let series =
                    found.endless == 1
                    ? "a series has a rule that takes" : "\(found.endless) series have rules that take"
                faults.append(
                    request.fault(
                        "\(series) too long to follow to the end of the window", address: host.address,
                        remedy: "Tell the calendar's keeper"))
            }
            return CollectionResult(events: found.occurrences.map { host.completing($0) }, faults: faults)
        }
    }
}
