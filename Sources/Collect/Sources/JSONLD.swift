internal import Address
internal import Archive
internal import Context
internal import Newsletter
package import Settings

/// Events from the data that web pages have for search engines, as schema.org Events in JSON-LD: Eventbrite, Luma,
/// Meetup, and the pages of many conferences.
///
///     - source: json-ld
///       pages:
///         - url: https://www.eventbrite.com/o/some-organiser-123
///         - url: https://conference.example.org/
///           organizer: The conference
///           place: Berlin, DE
///
/// `organizer`, `organizer-url`, `place` and `mode` are for details that the page doesn't have.
package struct JSONLD: Source {
    package static let name = "json-ld"
    package static let summary = "events from the data that web pages have for search engines, in JSON-LD"
    package static let keys = SettingsMapping(
        [
            Setting(
                "pages", .list(.mapping(EventHost.keys("url", .address, example: "https://conference.example.org/"))),
                "The web pages to read.", required: true)
        ], former: [FormerSetting.days])
    private let settings: Settings

    struct Settings: Sendable {
        var pages: [EventHost]
    }

    package init(_ fields: SettingsFields) {
        settings = Settings(
            pages: EventHost.hosts("pages", key: "url", of: fields))
    }

    package func collect(_ request: SourceRequest) async throws(SourceFault) -> CollectionResult {
        let window = request.window.ahead(days: request.eventDays)
        return await request.gather(settings.pages) { page throws(SourceFault) in
            let answer = try await request.client.get(page.address, headers: ["Accept": "text/html"])
            let root = MarkupLibrary.html(answer.body, contentType: answer.headers["Content-Type"])
            let base = Self.base(of: root, at: answer.url.isEmpty ? page.address : answer.url)
            let data = root.map {
                LinkedData(page: $0, at: page.address, client: request.client)
            }
            guard let data, data.isPresent else {
                throw request.fault(
                    "is missing", address: page.address, field: "application/ld+json",
                    remedy: "Use another page, or a calendar with these events")
            }
            var result = CollectionResult(faults: data.faults)
            for event in data.events {
                if let occurrence = event.occurrence(foundAt: page.address, base: base) {
                    if occurrence.overlaps(window) { result.events.append(page.completing(occurrence)) }
                } else {
                    result.faults.append(
                        request.fault(
                            "isn't a time ('\(event.startDate)')", address: page.address, field: "startDate"))
                }
            }
            result.events = Self.distinct(result.events, on: page.address)
            return result
        }
    }

    /// Gives the events of a page that have no page of their own, if they are several, their own IDs; and those on one day
    /// the page as that of their organiser, as for other events without a URL.
    private static func distinct(_ events: [EventOccurrence], on page: String) -> [EventOccurrence] {
        let titles = Dictionary(grouping: events.filter { $0.url == page }) { EntryIdentity.key($0.title) }
        guard titles.count > 1 else { return events }
        let days = titles.values.flatMap { events in Set(events.map(\.start.date)) }
        return events.map { event in
            guard event.url == page else { return event }
            var event = event
            event.id = "\(page) \(EntryIdentity.key(event.title))"
            guard days.count(where: { $0 == event.start.date }) > 1 else { return event }
            event.url = nil
            if event.organizers.isEmpty, let host = LinkHost.of(page) {
                event.organizers = [Event.Organizer(name: host, url: page)]
            }
            for index in event.organizers.indices where event.organizers[index].url == nil {
                event.organizers[index].url = page
            }
            return event
        }
    }

    /// What a page's relative URLs are relative to: its first `<base href>`, which may be relative itself (HTML, section
    /// 4.2.3).
    private static func base(of root: MarkupNode?, at url: String) -> String {
        let written = (root?.all("base") ?? []).lazy.compactMap { $0.attributes["href"] }.first
        return written.map { WebAddress.resolve($0, from: url) } ?? url
    }
}
