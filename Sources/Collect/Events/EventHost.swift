internal import Newsletter
internal import Settings

/// The details of an organizer in the settings, for those that its calendar leaves out.
struct EventHost: Sendable {
    /// The address of the calendar or page, or the name of the group.
    var address: String
    var organizer: Event.Organizer?
    var place: EventLocation
    var mode: Event.Mode?
    /// The IANA name of the time zone for times that are given in UTC.
    var timeZone: String?

    /// The keys of an item that names an address or a group by `key`.
    static func keys(_ key: String, _ type: SettingType, example: SettingValue) -> SettingsMapping {
        SettingsMapping([
            Setting(key, type, "The calendar, page or group with the events.", required: true, example: example),
            Setting(
                "organizer", .text, "The organizer's name, which takes precedence over the one in the events.",
                example: "Example Berlin"),
            Setting("organizer-url", .text, "The organizer's page.", example: "https://berlin.example.org/"),
            Setting("place", .text, "The place of events that don't name one.", example: "Berlin, DE"),
            Setting(
                "mode", .choice(["in-person", "virtual", "hybrid"]), "The mode of events that don't say it.",
                example: "in-person"),
            Setting(
                "timezone", .text, "The time zone of times that are given in UTC, an IANA name.",
                example: "Europe/Berlin"),
        ])
    }

    /// The items of a list in the settings, mappings that name an address or a group by `key`.
    static func hosts(_ list: String, key: String, of fields: SettingsFields) -> [EventHost] {
        fields.items(list) { item in
            let address = item.text(key)
            let (name, url) = (item.optionalText("organizer"), item.optionalText("organizer-url"))
            let place = item.optionalText("place").map { EventLocation(place: $0) } ?? EventLocation()
            let mode: Event.Mode? = item.choice("mode")
            let zone = item.optionalText("timezone")
            if let zone, CalendarLibrary.offset(at: 0, in: zone) == nil {
                item.report("timezone", "is unknown: '\(zone)'", remedy: "Write an IANA name such as Europe/Berlin")
            }
            return EventHost(
                address: address, organizer: name.map { Event.Organizer(name: $0, url: url) }, place: place, mode: mode,
                timeZone: zone)
        }
    }

    func completing(_ event: EventOccurrence) -> EventOccurrence {
        var event = event
        if let organizer { event.organizers = [organizer] }
        if let mode { event.mode = mode }
        event.start = zoned(event.start)
        event.end = event.end.map(zoned)
        if event.place.country == nil, let location = event.place.venue.flatMap({ EventLocation(address: $0) }) {
            let venue = event.place.venue
            event.place = location
            event.place.venue = venue
        }
        if event.place.country == nil {
            let venue = event.place.venue
            event.place = place
            event.place.venue = venue
        }
        return event
    }

    private func zoned(_ time: EventTime) -> EventTime {
        guard case .zoned(let instant, _, "UTC") = time, let timeZone,
            let offset = CalendarLibrary.offset(at: instant, in: timeZone)
        else { return time }
        return .zoned(instant, offset: offset, zone: timeZone)
    }
}

extension TimeWindow {
    /// The time after the window for which events are collected.
    func ahead(days: Int) -> TimeWindow { TimeWindow(since: until, until: until + days * 86_400) }
}

extension FormerSetting {
    /// The former key for how many days a source looked ahead.
    static let days = FormerSetting("days", now: "events.days", remedy: "Write 'events: { days: … }' at the top level")
}
