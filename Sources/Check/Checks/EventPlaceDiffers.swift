internal import Archive
internal import Newsletter
internal import Text

/// An event's location differs from that of its organizer's other events.
///
/// If the same city is followed by different codes (`Charlottesville, NC, US` and `Charlottesville, VA, US`), one of
/// the two is wrong, possibly the older one.
struct EventPlaceDiffers: Check {
    static let id = "event-place-differs"
    static let severity = Finding.Severity.warning

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        let before = context.archive.issues(before: document.issue.header.date, last: 1).upperBound
        guard before > 0 else { return [] }
        return document.events.compactMap { event in
            guard event.parts.count >= 2, !document.bytes[event.place].contains(where: { $0 == 0x3B || $0 == 0x2F }),
                let organizer = event.event.organizers.first.flatMap(OrganizerKey.key)
            else { return nil }
            let place = Self.place(document.text(event.place), context.settings)
            let known = context.history.places(
                of: organizer, in: place.city, before: before, context.settings)
            let others = known.filter {
                $0.place != place && $0.count >= Self.fewest && Self.isPlausible($0.place.codes)
            }
            guard let most = others.max(by: { ($0.count, $1.place.codes) < ($1.count, $0.place.codes) }) else {
                return nil
            }
            let (other, count) = (most.place, most.count)
            let own = known.first { $0.place == place }?.count ?? 0
            // If a single event differs from many, the many are probably right.
            guard count * 5 >= own else { return nil }
            let range = (event.parts[1].lowerBound)..<event.place.upperBound
            return finding(
                "this organizer's events are listed \(count.counted("time")) as '\(other.city), \(other.codes)'",
                at: range,
                in: document,
                explanation: "They are listed \(own.counted("time")) as '\(place.codes)'. One of the two is wrong.",
                severity: own > count ? .hint : nil,
                notes: [
                    Finding.Note(
                        file: context.archive.issues[most.issue].file, place: most.location,
                        text: "the last of these events")
                ],
                fixes: [document.fix("Write '\(other.codes)'", replacing: range, with: other.codes)])
        }
    }

    private static let fewest = 3

    /// Whether codes end with a country; codes that don't are ignored for the comparison.
    private static func isPlausible(_ codes: String) -> Bool {
        codes.split(separator: " ").last.map { Country(code: String($0)) != nil } == true && !codes.contains(";")
            && !codes.contains("/")
    }

    static func place(_ text: String, _ settings: CheckSettings) -> History.Place {
        let parts = text.utf8.split(separator: UInt8(ascii: ",")).map { part in
            var part = part.drop { $0 == 0x20 }
            while part.last == 0x20 { part.removeLast() }
            return String(Substring(part))
        }
        // `UK` and `GB` are the same country.
        let codes = parts.dropFirst().map { settings.placeAliases[$0] ?? $0 }
        return History.Place(city: parts.first ?? "", codes: codes.joined(separator: ", "))
    }
}
