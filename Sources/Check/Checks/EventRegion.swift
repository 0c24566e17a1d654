internal import Newsletter

/// An event stands under a region that its country does not lie in.
///
/// Headings that name a continent stand for its countries; others can be given theirs (`regions`).
struct EventRegion: Check {
    static let id = "event-region"
    static let severity = Finding.Severity.error

    func findings(in document: Document, _ surroundings: Surroundings) -> [Finding] {
        let places = surroundings.history.regions.places(of: document)
        return document.events.compactMap { event in
            let section = document.issue.sections[event.section]
            guard event.event.mode != .virtual, let region = places[event.section]?.region,
                let country = document.country(of: event, surroundings.settings), !region.contains(country),
                let code = event.parts.last
            else { return nil }
            let right = CountryCodes.continents(of: country).map(\.rawValue).joined(separator: " or ")
            return finding(
                "\(document.text(code)) does not lie in \(region.name)", at: code, in: document,
                explanation: "Move the event to \(right), or mend the country.",
                notes: [document.note("the region", at: section.range.bytes.lowerBound)])
        }
    }
}
