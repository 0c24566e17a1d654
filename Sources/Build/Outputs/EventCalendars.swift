package import Context
internal import Newsletter
internal import Text

/// The newest issue's events as calendars to subscribe to (RFC 5545): all of them, and one for each region.
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
        return [all]
            + (try EventRegion.regions(of: newest, on: site).map { region in
                let path = site.address.path(of: .calendar(region: region.slug))
                return site.file(at: path, dependingOn: parts + [.text(region.name)]) { site in
                    calendar(
                        of: region.events, named: "\(site.publication.title): \(region.name)", issue: newest, on: site)
                }
            })
    }

    private func calendar(
        of events: [EventRegion.ListedEvent], named name: String, issue: IssueSummary, on site: Site
    ) -> [UInt8] {
        var writer = CalendarWriter(name: name, language: site.words.language)
        var seen: Set<String> = []
        for listed in events {
            let event = listed.event
            let identity = Fingerprint(.text(listed.url ?? listed.title), .text(event.start.description))
            let uid = "\(identity)@\(site.address.host)"
            // A hybrid event is listed under its region and under the virtual events.
            guard seen.insert(uid).inserted else { continue }
            writer.add(
                CalendarWriter.AllDayEvent(
                    uid: uid, stamp: issue.header.date, start: event.start, end: event.end, summary: listed.title,
                    location: event.place, url: listed.url,
                    description: event.organizers.map(\.name).joined(separator: ", ")))
        }
        return writer.bytes
    }
}
