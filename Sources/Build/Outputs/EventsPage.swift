package import Context
internal import Newsletter
internal import Text

/// `/events/`: the newest issue's events by region.
package struct EventsPage: Output {
    package init() {}

    package func products(of site: Site) -> [Product] {
        guard site.publication.hasEvents, let newest = site.newestFirst.first else { return [] }
        let path = site.address.path(of: .events)
        return [
            site.page(
                "events", at: path, dependingOn: [.fingerprint(newest.fingerprint), .fingerprint(newest.source)]
            ) { site in
                let regions = try EventRegion.regions(of: newest, on: site)
                var context = site.head(title: site.words["events"], path: path, current: "events")
                context["issue"] = .object(site.listing(newest))
                context["calendar"] = .text(site.address.href(.calendar(region: nil)))
                context["has_events"] = .flag(!regions.isEmpty)
                context["regions"] = .list(regions.map { region($0, on: site) })
                return context
            }
        ]
    }

    private func region(_ region: EventRegion, on site: Site) -> TemplateContext {
        [
            "name": .text(region.name),
            "id": .text(region.slug),
            "calendar": .text(site.address.href(.calendar(region: region.slug))),
            "events": .list(region.events.map { event($0, on: site) }),
        ]
    }

    private func event(_ listed: EventRegion.ListedEvent, on site: Site) -> TemplateContext {
        let event = listed.event
        return [
            "date": .text(site.words.longWithWeekday(event.start)),
            "datetime": .text(moment(event.start, event.times?.start)),
            "end_date": .optional(event.end.map(site.words.longWithWeekday)),
            "end_datetime": .optional(event.end.map { moment($0, event.times?.end) }),
            "hours": .optional(hours(of: event, on: site)),
            "time_zone": .optional(event.times?.zone),
            "event_calendar": .text(site.address.href(.calendar(region: listed.id))),
            "place": .optional(event.place),
            "mode": .text(event.mode.rawValue),
            // For other events, the location or the heading says so.
            "mode_name": event.mode == .hybrid ? .text(site.words["mode_hybrid"]) : nil,
            "title": .text(listed.title),
            "href": .optional(listed.url),
            "organizers": .list(
                event.organizers.map { ["name": .text($0.name), "organizer_href": .optional($0.url)] }),
        ]
    }

    /// `2026-11-08`, or with a time of day `2026-11-08T18:00`.
    private func moment(_ date: CalendarDate, _ minutes: Int?) -> String {
        date.description + (minutes.map { "T" + EventTimes.clock($0) } ?? "")
    }

    private func hours(of event: Event, on site: Site) -> String? {
        event.times.map { site.words.oClock($0.clocks) }
    }
}
