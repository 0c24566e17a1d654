internal import Address
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
            return result
        }
    }

    /// What a page's relative URLs are relative to: its first `<base href>`, which may be relative itself (HTML, section
    /// 4.2.3).
    private static func base(of root: MarkupNode?, at url: String) -> String {
        let written = (root?.all("base") ?? []).lazy.compactMap { $0.attributes["href"] }.first
        return written.map { WebAddress.resolve($0, from: url) } ?? url
    }
}
