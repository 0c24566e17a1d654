internal import Newsletter
internal import Text

/// The events under one heading of an issue.
struct EventRegion {
    struct ListedEvent: Hashable, Sendable {
        var title: String
        var url: String?
        var event: Event

        /// The same for an event that is listed in two regions.
        var id: String { Fingerprint(.text(url ?? title), .text(event.start.description)).description }
    }

    /// The heading's text.
    var name: String
    /// The region's name in URLs, unique among the issue's regions.
    var slug: String
    var events: [ListedEvent]

    /// The regions of an issue that contain events, in the issue's order; headings with the same name are one region.
    static func regions(of summary: IssueSummary, on site: Site) throws -> [EventRegion] {
        var regions: [EventRegion] = []
        for section in try site.issues.sections(of: summary) where section.kind == .events {
            let events = section.entries.compactMap { entry -> ListedEvent? in
                guard case .event(var event) = entry.content else { return nil }
                for index in event.organizers.indices {
                    event.organizers[index].url = webAddress(event.organizers[index].url)
                }
                return ListedEvent(title: entry.title, url: webAddress(entry.url), event: event)
            }
            guard !events.isEmpty else { continue }
            if let known = regions.firstIndex(where: { $0.name == Self.name(of: section) }) {
                regions[known].events += events
            } else {
                // Names in other scripts contain no characters that could distinguish their URLs.
                let (slug, taken) = (Slug.of(section.title), Set(regions.map(\.slug)))
                let free =
                    taken.contains(slug) ? (2...).lazy.map { "\(slug)-\($0)" }.first { !taken.contains($0) } : slug
                regions.append(EventRegion(name: Self.name(of: section), slug: free ?? slug, events: events))
            }
        }
        return regions
    }

    /// The heading without a trailing colon.
    private static func name(of section: Section) -> String {
        section.title.hasSuffix(":") ? String(section.title.dropLast()) : section.title
    }

    /// The URL that an issue's author wrote, or nil if it isn't a web address.
    private static func webAddress(_ url: String?) -> String? {
        guard let url, url.hasPrefix("http://") || url.hasPrefix("https://") || url.hasPrefix("mailto:") else {
            return nil
        }
        return url
    }
}
