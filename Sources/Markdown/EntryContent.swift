internal import Newsletter
internal import Text

/// Determines the type of a list item from its section's rule and its own text.
enum EntryContent {
    /// An entry's own URL and the content of its type.
    ///
    /// - Parameters:
    ///   - links: the links in the item's own text.
    ///   - inner: the links in nested items.
    static func content(
        of rule: SectionRule, text: InlineText, links: [InlineText.Link], inner: [InlineText.Link], tags: [String]
    ) -> (url: String?, content: Entry.Content) {
        let first = (links.first ?? inner.first)?.url
        switch rule.kind {
        case .links: return (first, .link)
        case .jobs: return (first, .job)
        case .pullRequests:
            for link in links {
                if let pull = PullRequest(url: link.url) { return (link.url, .pullRequest(pull)) }
            }
            return (first, .prose)
        case .proposals:
            let disposition = tags.lazy.compactMap(disposition).first
            return (first, .proposal(Proposal(stage: rule.stage, disposition: disposition)))
        case .testing:
            let steps = inner.first ?? links.dropFirst().first
            return (first, .callForTesting(CallForTesting(steps: steps?.url)))
        case .participation:
            return (first, .callForParticipation(callForParticipation(text, rule: rule)))
        default: return (nil, .prose)
        }
    }

    /// The disposition in a tag: `merge` for `disposition: merge` and for `new, disposition: merged`.
    private static func disposition(_ tag: String) -> String? {
        for part in tag.split(separator: ",") {
            let parts = part.split(separator: ":", maxSplits: 1)
            guard parts.count == 2, String(parts[0]).trimmed.lowercased() == "disposition" else { continue }
            switch String(parts[1]).trimmed.lowercased() {
            case "merge", "merged": return "merge"
            case "close", "closed": return "close"
            case "postpone", "postponed": return "postpone"
            default: continue
            }
        }
        return nil
    }

    /// Reads a call for speakers: `[**name**](URL) | closes | place | date`, or with the first two fields in one:
    /// `[name](URL) CFP closes 2024-02-19 | place | date`.
    private static func callForParticipation(_ text: InlineText, rule: SectionRule) -> CallForParticipation {
        let ranges = text.fields
        let name = ranges[0]
        let nameEnd = text.links.last { name.contains($0.range.lowerBound) }?.range.upperBound ?? name.lowerBound
        let closesInName = CalendarDate(
            withinText: InlineText.slice(text.text, min(nameEnd, name.upperBound)..<name.upperBound))
        var fields = ranges.dropFirst().map { InlineText.slice(text.text, $0).trimmed }[...]
        let kind = rule.calls ?? (ranges.count >= 3 ? .event : .project)
        guard kind == .event, !fields.isEmpty || closesInName != nil else {
            return CallForParticipation(kind: kind, closes: nil, place: nil, date: nil)
        }
        let closes = closesInName ?? fields.popFirst().flatMap { CalendarDate(withinText: $0) }
        let place = fields.popFirst()
        return CallForParticipation(
            kind: kind, closes: closes, place: place, date: fields.popFirst().map(withoutLabel))
    }

    /// A field such as `Event date: 2024-05-07 & 2024-05-08` without the words before the first date.
    private static func withoutLabel(_ text: String) -> String {
        let bytes = Array(text.utf8)
        guard let first = bytes.firstIndex(where: { 0x30...0x39 ~= $0 }) else { return text }
        let shape = bytes[first...].prefix(6).map { 0x30...0x39 ~= $0 ? UInt8(ascii: "9") : $0 }
        return shape.starts(with: "9999-9".utf8) ? String(decoding: bytes[first...], as: UTF8.self) : text
    }
}

extension PullRequest {
    /// Parses the URL of a pull or merge request on a forge.
    init?(url: String) {
        // Most links are of other things.
        guard Self.mayHaveMarker(url) else { return nil }
        let parts = url.utf8.split(separator: UInt8(ascii: "/"))
        guard let marker = parts.firstIndex(where: Self.isMarker), marker >= 4, marker + 1 < parts.count,
            let number = Int(Substring(parts[marker + 1].prefix { 0x30...0x39 ~= $0 }))
        else { return nil }
        let path = parts[2..<marker].filter { !$0.elementsEqual("-".utf8) }
        self.init(repository: path.map { String(Substring($0)) }.joined(separator: "/"), number: number)
    }

    /// Whether a part of the path begins with the first letter of a marker.
    private static func mayHaveMarker(_ url: String) -> Bool {
        var url = url
        return url.withUTF8 { bytes in
            var index = 0
            while let slash = bytes.firstIndex(of: UInt8(ascii: "/"), from: index) {
                index = slash + 1
                guard index < bytes.count else { return false }
                if bytes[index] == UInt8(ascii: "p") || bytes[index] == UInt8(ascii: "m") { return true }
            }
            return false
        }
    }

    private static func isMarker(_ part: Substring.UTF8View) -> Bool {
        part.elementsEqual("pull".utf8) || part.elementsEqual("pulls".utf8)
            || part.elementsEqual("merge_requests".utf8)
    }
}

extension CalendarDate {
    /// The first `YYYY-MM-DD` in a text.
    init?(withinText text: String) {
        for word in text.split(whereSeparator: { $0 == " " || $0 == "," || $0 == "(" || $0 == ")" }) {
            var cursor = DateCursor(word)
            if let date = cursor.isoDate() {
                self = date
                return
            }
        }
        return nil
    }
}

extension InlineText {
    /// The ranges of the fields, which are separated by `|` outside of links.
    var fields: [Range<Int>] {
        var text = text
        return text.withUTF8 { bytes in
            var fields: [Range<Int>] = []
            var (start, index) = (0, 0)
            while let bar = bytes.firstIndex(of: UInt8(ascii: "|"), from: index) {
                index = bar + 1
                if links.contains(where: { $0.range.contains(bar) }) { continue }
                fields.append(start..<bar)
                start = index
            }
            fields.append(start..<bytes.count)
            return fields
        }
    }
}
