internal import Newsletter

/// The events under one heading of an issue.
struct EventRegion {
    struct ListedEvent {
        var title: String
        var url: String?
        var event: Event
    }

    /// The heading's text.
    var name: String
    /// Unique among the issue's regions.
    var slug: String
    var events: [ListedEvent]

    var calendarPath: String { "events/\(slug).ics" }

    /// The regions of an issue that hold events, in its order; headings of one name are one region.
    static func regions(of card: IssueCard, on site: Site) throws -> [EventRegion] {
        var regions: [EventRegion] = []
        for section in try site.library.sections(of: card) where section.kind == .events {
            let events = section.entries.compactMap { entry -> ListedEvent? in
                guard case .event(let event) = entry.content else { return nil }
                return ListedEvent(title: entry.title, url: webAddress(entry.url), event: event)
            }
            guard !events.isEmpty else { continue }
            let slug = Slug.of(section.title)
            if let known = regions.firstIndex(where: { $0.slug == slug }) {
                regions[known].events += events
            } else {
                regions.append(EventRegion(name: section.title, slug: slug, events: events))
            }
        }
        return regions
    }

    /// What an issue's author wrote as an address, if it is one that leads somewhere.
    private static func webAddress(_ url: String?) -> String? {
        guard let url, url.hasPrefix("http://") || url.hasPrefix("https://") || url.hasPrefix("mailto:") else { return nil }
        return url
    }
}
