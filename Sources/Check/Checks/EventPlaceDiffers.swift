internal import Archive
internal import Newsletter
internal import Text

/// An event's location differs from that of its organizer's last events.
///
/// If the same city is followed by different codes (`Charlottesville, NC, US` and `Charlottesville, VA, US`), one of
/// the two is wrong, possibly the older one. Only the organizer's last events count. A location that is more exact than
/// theirs isn't reported. Two names of one country in an issue, such as `UK` and `GB`, are a hint.
struct EventPlaceDiffers: Check {
    static let id = "event-place-differs"
    static let severity = Finding.Severity.warning

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        let before = context.archive.issues(before: document.issue.header.date, last: 1).upperBound
        let mixed = mixedAliases(in: document, context.settings)
        guard before > 0 else { return mixed }
        return mixed
            + document.events.compactMap { event in
                guard event.parts.count >= 2,
                    !document.bytes[event.place].contains(where: { $0 == 0x3B || $0 == 0x2F }),
                    let organizer = event.event.organizers.first.flatMap(OrganizerKey.key)
                else { return nil }
                let place = Self.place(document.text(event.place), context.settings)
                // Codes that can't be right are reported by another check.
                guard Self.isPlausible(place.codes) else { return nil }
                let known = context.history.places(
                    of: organizer, in: place.city, before: before, context.settings)
                guard known.first(where: { $0.place == place })?.count ?? 0 < Self.fewestOwn,
                    let usual = known.filter({ $0.place != place && Self.isPlausible($0.place.codes) })
                        .max(by: { ($0.count, $1.place.codes) < ($1.count, $0.place.codes) }),
                    usual.count >= Self.fewest, !Self.isPart(usual.place.codes, of: place.codes)
                else { return nil }
                let range = (event.parts[1].lowerBound)..<event.place.upperBound
                // Only a missing subdivision is certain; of two different ones, either may be right.
                let isCertain = Self.isPart(place.codes, of: usual.place.codes)
                return finding(
                    "this organizer's last events are listed as '\(usual.place.city), \(usual.place.codes)'",
                    at: range, in: document,
                    explanation: isCertain
                        ? "The subdivision is missing here."
                        : "One of the two is wrong; look it up, and correct the others if it is theirs.",
                    notes: [
                        Finding.Note(
                            file: context.archive.issues[usual.issue].file, place: usual.location,
                            text: "the last of these events")
                    ],
                    fixes: isCertain
                        ? [document.fix("Write '\(usual.place.codes)'", replacing: range, with: usual.place.codes)] : []
                )
            }
    }

    /// Findings for the codes of a country that most events of the issue call by another code.
    private func mixedAliases(in document: Document, _ settings: CheckSettings) -> [Finding] {
        var uses: [String: [String: [Range<Int>]]] = [:]
        for event in document.events where event.parts.count >= 2 {
            guard let last = event.parts.last, last.count == 2 else { continue }
            let code = document.text(last)
            uses[settings.placeAliases[code] ?? code, default: [:]][code, default: []].append(last)
        }
        return uses.values.filter { $0.count > 1 }.flatMap { codes -> [Finding] in
            guard let usual = codes.max(by: { ($0.value.count, $1.key) < ($1.value.count, $0.key) }) else { return [] }
            return codes.filter { $0.key != usual.key && $0.value.count < usual.value.count }.flatMap(\.value).map {
                range in
                finding(
                    "other events of the issue write '\(usual.key)' for this country", at: range, in: document,
                    explanation:
                        "Readers who search for one miss the other; use the one that your issues usually have.",
                    severity: .hint)
            }
        }.sorted { $0.range.bytes.lowerBound < $1.range.bytes.lowerBound }
    }

    /// How many of the organizer's last events must have a location for it to be the usual one, and how many with this
    /// event's location show that it is used on purpose.
    private static let fewest = 3
    private static let fewestOwn = 2

    /// Whether `DE` is a part of `SN, DE`.
    private static func isPart(_ short: String, of long: String) -> Bool { long.hasSuffix(", " + short) }

    /// Whether codes are those of a country, and of a subdivision that it has.
    private static func isPlausible(_ codes: String) -> Bool {
        let codes = codes.split(separator: ",").map { $0.drop { $0 == " " } }
        guard let last = codes.last, Country(code: String(last)) != nil, codes.count <= 2 else { return false }
        guard codes.count == 2, let known = SubdivisionCodes.codes(of: String(last)) else { return codes.count == 1 }
        return known.contains(String(codes[0]))
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
