package import Context
internal import Newsletter
internal import Text

/// The newest issue's events as calendars to subscribe to (RFC 5545): all of them, those of each region, and each event alone.
package struct EventCalendars: Output {
    package init() {}

    package func products(of site: Site) throws -> [Product] {
        guard site.publication.hasEvents, let newest = site.newestFirst.first else { return [] }
        let parts: [Fingerprint.Part] = [.fingerprint(newest.fingerprint), .fingerprint(newest.source)]
        let all = site.file(at: site.address.path(of: .calendar(region: nil)), dependingOn: parts) { site in
            let events = try EventRegion.regions(of: newest, on: site).flatMap(\.events)
            return calendar(of: events, named: site.publication.title, issue: newest, on: site)
        }
        // The regions are only known from the issue itself.
        let regions = try EventRegion.regions(of: newest, on: site)
        var seen: Set<String> = []
        let single = regions.flatMap(\.events).filter { seen.insert($0.id).inserted }.map { event in
            let path = site.address.path(of: .calendar(region: event.id))
            return site.file(at: path, dependingOn: parts) { site in
                calendar(of: [event], named: event.title, issue: newest, on: site)
            }
        }
        return [all] + single
            + regions.map { region in
                let path = site.address.path(of: .calendar(region: region.slug))
                return site.file(at: path, dependingOn: parts + [.text(region.name)]) { site in
                    calendar(
                        of: region.events, named: "\(site.publication.title): \(region.name)", issue: newest, on: site)
                }
            }
    }

    private func calendar(
        of events: [EventRegion.ListedEvent], named name: String, issue: IssueSummary, on site: Site
    ) -> [UInt8] {
        var writer = CalendarWriter(name: name, language: site.words.language)
        var seen: Set<String> = []
        for listed in events {
            let event = listed.event
            let uid = "\(listed.id)@\(site.address.host)"
            // A hybrid event is listed under its region and under the virtual events.
            guard seen.insert(uid).inserted else { continue }
            var entry = CalendarWriter.Entry(
                uid: uid, stamp: issue.header.date, start: event.start, end: event.end,
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
