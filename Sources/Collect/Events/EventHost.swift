internal import Newsletter

/// What the settings tell of those who invite to events, for what their calendars leave out.
struct EventHost: Sendable {
    /// An address or a group's name.
    var address: String
    var organizer: Event.Organizer?
    var place: EventLocation
    var mode: Event.Mode?
    /// At which place's clock to look where times are in UTC: an IANA name.
    var timeZone: String?

    /// The items of a list in the settings, mappings that name an address or a group by `key`.
    static func hosts(_ list: String, key: String, of fields: inout SettingsFields) -> [EventHost] {
        fields.items(list) { item in
            let address = item.requiredText(key)
            let (name, url) = (item.text("organizer"), item.text("organizer-url"))
            let place = item.text("place").map { EventLocation(place: $0) } ?? EventLocation()
            var mode: Event.Mode?
            if let text = item.text("mode") {
                mode = Event.Mode(rawValue: text)
                if mode == nil {
                    item.report("mode", "cannot be '\(text)'", remedy: "Choose one of: in-person, virtual, hybrid")
                }
            }
            let zone = item.text("timezone")
            if let zone, CalendarLibrary.offset(at: 0, in: zone) == nil {
                item.report("timezone", "is unknown: '\(zone)'", remedy: "Use an IANA name such as Europe/Berlin")
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
        if event.place.country == nil, let told = event.place.venue.flatMap({ EventLocation(address: $0) }) {
            let venue = event.place.venue
            event.place = told
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
    /// What lies ahead of its end.
    func ahead(days: Int) -> TimeWindow { TimeWindow(since: until, until: until + days * 86_400) }
}
