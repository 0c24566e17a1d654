internal import Newsletter

/// An event is listed under a region that its country isn't in.
///
/// The settings say which countries belong to a heading (`regions`); by default, headings are continents.
struct EventRegion: Check {
    static let id = "event-region"
    static let severity = Finding.Severity.error

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        let places = context.history.regions.places(of: document)
        return document.events.compactMap { event in
            let section = document.issue.sections[event.section]
            guard event.event.mode != .virtual, let region = places[event.section]?.region,
                let country = document.country(of: event, context.settings), !region.contains(country),
                let code = event.parts.last
            else { return nil }
            if event.parts.count == 2, let missing = Self.missing(document.text(code), region),
                !context.history.codeUse.isCountry(
                    document.text(code), after: document.text(event.parts[0]), notPartOf: missing)
            {
                return finding(
                    "the country is missing after '\(document.text(code))'", at: code, in: document,
                    explanation: "Without the country, this is the code of a country that isn't in \(region.name).",
                    notes: [document.note("the region", at: section.range.bytes.lowerBound)],
                    fixes: [
                        document.fix(
                            "Add '\(missing)'", replacing: code.upperBound..<code.upperBound, with: ", \(missing)")
                    ])
            }
            let right = context.history.regions.headings(of: country).joined(separator: " or ")
            return finding(
                "\(document.text(code)) isn't in \(region.name)", at: code, in: document,
                explanation: right.isEmpty
                    ? "Fix the country, or add it to a heading of 'regions:' in the settings."
                    : "Move the event to \(right), or fix the country.",
                notes: [document.note("the region", at: section.range.bytes.lowerBound)])
        }
    }

    /// The only country of a region that has a subdivision with this code: in North America, `NC` isn't New Caledonia.
    private static func missing(_ code: String, _ region: Regions.Region) -> String? {
        let countries = SubdivisionCodes.countries(with: code).filter(region.contains)
        return countries.count == 1 ? countries[0] : nil
    }
}
