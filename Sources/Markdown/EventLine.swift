internal import Newsletter
internal import Text

/// The dated line of an event, in any of the forms that newsletters have used.
///
/// - `2025-06-19 | Virtual (Berlin, DE) | [Organiser](url)`, its title on a nested line
/// - `2026-11-08 18:00–20:00 Europe/Madrid | Virtual | …`, with times of day
/// - `[Mar 12. Cologne, DE - Organiser - Title](url)`, `[2014-12-08 Title](url)`, `[7/7, Title](url)`
/// - `12/18 Organiser: [Title](url)`
/// - `[December 8, 2021 | Los Angeles, CA, US | **Title** | Organiser](url)`
struct EventLine {
    private let text: InlineText
    private let start: CalendarDate
    private let end: CalendarDate?
    private let times: EventTimes?
    /// The publication's title, whose words include its subject.
    private let issueTitle: String
    /// The offset after the dates, in UTF-8 bytes of the text.
    private let restStart: Int

    struct Found {
        var title: String
        var url: String?
        var event: Event
    }

    init?(_ text: InlineText, in issue: IssueHeader, dateFormats: [DateFormat] = []) {
        let begin = text.leadingTags.end
        var cursor = DateCursor(InlineText.slice(text.text, begin..<text.text.utf8.count))
        guard
            let start = cursor.isoDate() ?? cursor.date(in: dateFormats, near: issue.date)
                ?? cursor.monthDate(near: issue.date) ?? cursor.numericDate(near: issue.date)
        else { return nil }
        self.start = start
        if let (last, times) = cursor.times(after: start, dateFormats: dateFormats) {
            (end, self.times) = (last, times)
        } else {
            end = cursor.secondDate(after: start, in: dateFormats) ?? cursor.secondDate(after: start)
            times = nil
        }
        self.text = text
        issueTitle = issue.title
        restStart = begin + cursor.offset
    }

    /// The event, if the line has a link and says where or what the event is.
    ///
    /// - Parameters:
    ///   - nested: the links below the line; the first one is the event's own.
    ///   - underVirtual: whether the section's heading says that its events are virtual.
    func event(nested: [InlineText.Link], underVirtual: Bool) -> Found? {
        let fields = text.fields
        if fields.count > 1 { return fielded(Array(fields.dropFirst()), nested: nested, underVirtual: underVirtual) }
        guard let link = text.links.first else { return nil }
        // If the line begins with the link, text after the link is a remark.
        let isInLink = link.range.contains(restStart) || link.range.upperBound == restStart
        let end = isInLink ? link.range.upperBound : text.text.utf8.count
        return dashed(restStart..<max(restStart, end), link, underVirtual: underVirtual)
    }

    // MARK: Forms

    private func fielded(_ fields: [Range<Int>], nested: [InlineText.Link], underVirtual: Bool) -> Found? {
        var placeField = fields[0]
        var linkFields = fields.dropFirst()
        let inPlace = text.links.filter { placeField.contains($0.range.lowerBound) }
        if let first = inPlace.first {
            // The bar before the organiser is missing.
            linkFields = [first.range.lowerBound..<placeField.upperBound] + linkFields
            placeField = placeField.lowerBound..<first.range.lowerBound
        }
        let organizers = linkFields.flatMap { field -> [Event.Organizer] in
            let links = text.links.filter {
                field.contains($0.range.lowerBound) && $0.range.lowerBound < field.upperBound
            }
            if links.isEmpty {
                let name = InlineText.slice(text.text, field).trimmed
                return name.isEmpty ? [] : [Event.Organizer(name: name, url: nil)]
            }
            return links.map { Event.Organizer(name: $0.text.trimmed, url: $0.url.isEmpty ? nil : $0.url) }
        }
        let own = nested.first ?? text.links.first
        guard let own else { return nil }
        let place = InlineText.slice(text.text, placeField).trimmed
        return found(
            title: own.text.trimmed, url: own.url, place: place, organizers: organizers, underVirtual: underVirtual)
    }

    private func dashed(_ range: Range<Int>, _ link: InlineText.Link, underVirtual: Bool) -> Found? {
        let rest = InlineText.slice(text.text, range)
        let words = String(rest.drop { $0 == "." || $0 == ":" || $0 == " " || $0 == "-" || $0 == "," || $0 == "|" })
            .trimmed
        guard !words.isEmpty else { return nil }
        if rest.trimmed.hasPrefix("|") {
            let parts = words.split(separator: "|").map { String($0).trimmed }
            guard parts.count >= 2 else { return nil }
            let organizers = parts.dropFirst(2).map { Event.Organizer(name: $0, url: nil) }
            return found(
                title: parts[1], url: link.url, place: parts[0], organizers: organizers, underVirtual: underVirtual)
        }
        var parts = words.split(separator: " - ", omittingEmptySubsequences: true).map { String($0).trimmed }
        // `Camp - I`, `Monthly Meetup - March`: not a title, but the end of one.
        while parts.count > 1, let last = parts.last, Self.isEndOfTitle(last) {
            parts.removeLast()
            parts[parts.count - 1] += " - " + last
        }
        switch parts.count {
        case 0, 1:
            return found(title: words, url: link.url, place: "", organizers: [], underVirtual: underVirtual)
        case 2 where issueTitle.split(separator: " ").contains { $0 == parts[0] }:
            // `Rust - Modern Systems Programming` in `This Week in Rust` is neither a location nor a group.
            return found(title: words, url: link.url, place: "", organizers: [], underVirtual: underVirtual)
        case 2 where Self.looksLikePlace(parts[0]):
            return found(title: parts[1], url: link.url, place: parts[0], organizers: [], underVirtual: underVirtual)
        case 2:
            return found(
                title: parts[1], url: link.url, place: "", organizers: [.init(name: parts[0], url: nil)],
                underVirtual: underVirtual)
        case 3 where parts[2].contains(",") && !Self.looksLikePlace(parts[0]):
            return found(
                title: parts[0], url: link.url, place: parts[2], organizers: [.init(name: parts[1], url: nil)],
                underVirtual: underVirtual)
        default:
            return found(
                title: parts[2...].joined(separator: " - "), url: link.url, place: parts[0],
                organizers: [.init(name: parts[1], url: nil)], underVirtual: underVirtual)
        }
    }

    private func found(
        title: String, url: String, place: String, organizers: [Event.Organizer], underVirtual: Bool
    ) -> Found {
        let (mode, cleaned) = EventPlace.read(place, underVirtual: underVirtual)
        return Found(
            title: title, url: url.isEmpty ? nil : url,
            event: Event(start: start, end: end, mode: mode, place: cleaned, organizers: organizers, times: times))
    }

    // MARK: Recognition

    /// Whether a text begins like a dated event line.
    static func looksDated(_ text: String) -> Bool {
        let bytes = text.trimmed.utf8.prefix(10)
        let shape = bytes.map { $0 >= 0x30 && $0 <= 0x39 ? UInt8(ascii: "9") : $0 }
        if shape.count >= 8, shape.starts(with: "9999-9".utf8) { return true }
        // `12/18 …`, but neither `1/2/2015` nor a fraction.
        return ["9/9", "99/9", "9/99", "99/99"].contains { days in
            guard shape.starts(with: days.utf8), shape.count > days.utf8.count else { return false }
            return " .,:-".utf8.contains(shape[days.utf8.count])
        }
    }

    private static func isEndOfTitle(_ text: String) -> Bool {
        if text.utf8.count < 3 { return true }
        var cursor = DateCursor(text + " 1")
        guard let day = CalendarDate(year: 2000, month: 1, day: 1) else { return false }
        return !text.contains(" ") && cursor.monthDate(near: day) != nil
    }

    static func saysVirtual(_ heading: String) -> Bool {
        heading.hasFolded("virtual") || heading.hasFolded("online")
    }

    private static func looksLikePlace(_ text: String) -> Bool {
        text.contains(",") || saysVirtual(text) || !text.contains(" ")
    }
}
