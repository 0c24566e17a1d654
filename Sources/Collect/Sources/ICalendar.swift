internal import Context
internal import Newsletter
package import Settings
internal import Text

/// Events from calendars in the iCalendar format (RFC 5545): Google, Luma, Meetup groups, any `.ics` file on the web.
///
///     - source: icalendar
///       calendars:
///         - url: https://www.meetup.com/rust-berlin/events/ical/
///           organizer: Rust Berlin
///           organizer-url: https://www.meetup.com/rust-berlin/
///           place: Berlin, DE
///         - url: https://api.lu.ma/ics/get?entity=calendar&id=cal-abc
///
/// Series are expanded, and moved or cancelled events are recognised. `organizer`, `organizer-url`, `place` and `mode`
/// (`in-person`, `virtual`, `hybrid`) are for details that the calendar doesn't have; an organizer in the settings
/// takes precedence.
package struct ICalendar: Source {
    package static let name = "icalendar"
    package static let summary = "events from calendars in the iCalendar format"
    package static let keys = SettingsMapping(
        [
            Setting(
                "calendars",
                .list(.mapping(EventHost.keys("url", .address, example: "https://calendar.example.org/events.ics"))),
                "The calendars to read.", required: true)
        ], former: [FormerSetting.days])
    private let settings: Settings

    struct Settings: Sendable {
        var calendars: [EventHost]
    }

    package init(_ fields: SettingsFields) {
        settings = Settings(
            calendars: EventHost.hosts("calendars", key: "url", of: fields))
    }

    package func collect(_ request: SourceRequest) async throws(SourceFault) -> CollectionResult {
        let window = request.window.ahead(days: request.eventDays)
        return await request.gather(settings.calendars) { host throws(SourceFault) in
            let answer = try await request.client.get(host.address, headers: ["Accept": "text/calendar"])
            let text = DecodedText(answer.body, format: .plain, contentType: answer.headers["Content-Type"])
            guard let found = CalendarExpansion.found(in: text.bytes, window: window) else {
                throw request.fault(
                    "is missing", address: host.address, field: "BEGIN:VCALENDAR",
                    remedy: "Check that the URL is that of a calendar (.ics), not of a web page")
            }
            let faults = found.faults.map { fault in
                request.fault(
                    fault.problem, address: host.address, field: fault.field,
                    remedy: "Ask the calendar's owner to correct it")
            }
            return CollectionResult(events: found.occurrences.map { host.completing($0) }, faults: faults)
        }
    }
}
