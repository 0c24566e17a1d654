internal import Context
package import Newsletter

/// Events that web pages describe for search engines, as schema.org Events in JSON-LD: Eventbrite, Luma, Meetup,
/// and the pages of many conferences.
///
///     - source: json-ld
///       days: 28
///       pages:
///         - url: https://www.eventbrite.com/o/some-organiser-123
///         - url: https://conference.example.org/
///           organizer: The conference
///           place: Berlin, DE
///
/// `days` is how far ahead is looked, from the end of the window on. `organizer`, `organizer-url`, `place` and `mode`
/// are for what a page does not tell.
package struct JSONLD: Source {
    package static let name = "json-ld"
    private let settings: Settings

    struct Settings: Sendable {
        var pages: [EventHost]
        var days: Int
    }

    package init(_ fields: inout SettingsFields) {
        settings = Settings(
            pages: EventHost.hosts("pages", key: "url", of: &fields),
            days: fields.number("days", in: 1...366, default: 28))
    }

    package func collect(_ request: SourceRequest) async throws(SourceFault) -> CollectionResult {
        let window = request.window.ahead(days: settings.days)
        return await request.gather(settings.pages) { page throws(SourceFault) in
            let answer = try await request.client.get(page.address, headers: ["Accept": "text/html"])
            let data = MarkupLibrary.html(answer.body).map {
                LinkedData(page: $0, at: page.address, client: request.client)
            }
            guard let data, data.isPresent else {
                throw request.fault(
                    "is missing", address: page.address, field: "application/ld+json",
                    remedy: "Look for another page or a calendar of these events")
            }
            var result = CollectionResult(faults: data.faults)
            for event in data.events {
                if let occurrence = event.occurrence(foundAt: page.address) {
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
}
