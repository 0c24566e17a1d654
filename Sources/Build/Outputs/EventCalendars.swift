package import Context
internal import Newsletter
internal import Text

/// The newest issue's events as calendars to subscribe to (RFC 5545): all of them, those of each region, and each event alone.
package struct EventCalendars: Output {
    package init() {}

    package func products(of site: Site) throws -> [Product] {
        guard site.publication.hasEvents, let newest = site.newestFirst.first else { return [] }
        let stamps = EventStamps(of: newest, on: site)
        let parts = stamps.parts
        func file(_ name: String?, of events: [EventRegion.ListedEvent], title: String) -> Product {
            let path = site.address.path(of: .calendar(region: name))
            return site.file(at: path, dependingOn: parts + [.text(title)]) { site in
                try calendar(of: events, named: title, stamps, on: site)
            }
        }
        // The regions are only known from the issue itself.
        let regions = try EventRegion.regions(of: newest, on: site)
        let events = regions.flatMap(\.events)
        var seen: Set<String> = []
        let title = site.publication.title
        return [file(nil, of: events, title: title)]
            + events.filter { seen.insert($0.id).inserted }.map { file($0.id, of: [$0], title: $0.title) }
            + regions.map { file($0.slug, of: $0.events, title: "\(title): \($0.name)") }
    }

    private func calendar(
        of events: [EventRegion.ListedEvent], named name: String, _ stamps: EventStamps, on site: Site
    ) throws -> [UInt8] {
        var writer = CalendarWriter(name: name, language: site.words.language)
        var seen: Set<String> = []
        for listed in events {
            let event = listed.event
            let uid = "\(listed.id)@\(site.address.host)"
            // A hybrid event is listed under its region and under the virtual events.
            guard seen.insert(uid).inserted else { continue }
            var entry = CalendarWriter.Entry(
                uid: uid, stamp: try stamps.date(of: listed, on: site), start: event.start, end: event.end,
                times: times(of: event, on: site), summary: listed.title, location: event.place, url: listed.url,
                description: event.organizers.map(\.name).joined(separator: ", "))
            // People join a virtual event at its URL, not in the city of its group.
            if event.mode == .virtual { entry.location = site.words["online"] }
            if event.mode != .inPerson { entry.conference = listed.url }
            writer.add(entry)
        }
        return writer.bytes
    }

    /// A time without a zone is the local time of the event's location, or for a virtual event, that of the publication.
    private func times(of event: Event, on site: Site) -> EventTimes? {
        var times = event.times
        if event.mode == .virtual, times?.zone == nil { times?.zone = site.publication.timeZone }
        return times
    }
}
