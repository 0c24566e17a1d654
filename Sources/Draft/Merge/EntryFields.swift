internal import Markdown

/// An entry's bytes, split into the fields that are merged separately. Joining the fields gives the entry again.
///
/// The fields of a link: lead (bullet), tags, title, URL, rest. Of an event: lead, date, place, organisers, then title
/// and URL of its nested line, rest. Bytes between two fields belong to the first one.
struct EntryFields: Equatable, Sendable {
    var lead: [UInt8] = []
    var tags: [UInt8] = []
    var date: [UInt8] = []
    var place: [UInt8] = []
    var organizers: [UInt8] = []
    /// Brackets, and anything else before the title.
    var titleLead: [UInt8] = []
    var title: [UInt8] = []
    var urlLead: [UInt8] = []
    var url: [UInt8] = []
    var rest: [UInt8] = []
    /// Whether an event's URL is only that of an organiser, because it has none of its own.
    private(set) var hasOnlyOrganizers = false

    /// A field's name for people, and its key path.
    struct Field: Sendable {
        var name: String
        var path: any WritableKeyPath<EntryFields, [UInt8]> & Sendable
    }

    /// All fields, in the order of the text.
    static let all = [
        Field(name: "bullet", path: \.lead), Field(name: "tags", path: \.tags), Field(name: "date", path: \.date),
        Field(name: "place", path: \.place), Field(name: "organisers", path: \.organizers),
        Field(name: "bullet", path: \.titleLead), Field(name: "title", path: \.title),
        Field(name: "link", path: \.urlLead), Field(name: "URL", path: \.url), Field(name: "rest", path: \.rest),
    ]

    var bytes: [UInt8] { Self.all.reduce(into: []) { $0 += self[keyPath: $1.path] } }

    /// Splits an entry; nil for a paragraph that doesn't begin with a link, and for an item without a link.
    init?(_ bytes: ArraySlice<UInt8>) {
        let content = Self.contentStart(of: bytes)
        lead = Array(bytes[..<content])
        if let dates = Self.dates(in: bytes[content...]) {
            readEvent(bytes, dates: dates)
            if !url.isEmpty { return }
            return nil
        }
        guard let link = LinkSyntax.first(in: bytes) else { return nil }
        let isItem =
            content > bytes.startIndex && LineStart.listMarker(bytes.drop { $0 == 0x20 }.prefix { $0 != 0x0A }) != nil
        let before = bytes[content..<link.whole.lowerBound]
        // Emphasised sentences that contain links are the editors' own text.
        if before.first == UInt8(ascii: "*") { return nil }
        if !isItem, !Self.isTags(before) { return nil }
        tags = Array(before)
        readLink(link, bytes)
    }

    private mutating func readLink(_ link: LinkSyntax, _ bytes: ArraySlice<UInt8>) {
        titleLead = Array(bytes[link.whole.lowerBound..<link.title.lowerBound])
        title = Array(bytes[link.title])
        urlLead = Array(bytes[link.title.upperBound..<link.url.lowerBound])
        url = Array(bytes[link.url])
        rest = Array(bytes[link.url.upperBound...])
    }

    private mutating func readEvent(_ bytes: ArraySlice<UInt8>, dates: Range<Int>) {
        date = Array(bytes[dates])
        let lineEnd = bytes[dates.upperBound...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.endIndex
        var placeEnd = lineEnd
        if let firstBar = bytes[dates.upperBound..<lineEnd].firstIndex(of: UInt8(ascii: "|")) {
            placeEnd = bytes[(firstBar + 1)..<lineEnd].firstIndex(of: UInt8(ascii: "|")) ?? lineEnd
        }
        if let link = LinkSyntax.first(in: bytes[lineEnd...]) {
            place = Array(bytes[dates.upperBound..<placeEnd])
            organizers = Array(bytes[placeEnd..<lineEnd])
            titleLead = Array(bytes[lineEnd..<link.whole.lowerBound])
            readLink(link, bytes)
            titleLead = Array(bytes[lineEnd..<link.title.lowerBound])
        } else if let link = LinkSyntax.first(in: bytes[dates.upperBound...]) {
            hasOnlyOrganizers = lineEnd < bytes.endIndex && link.whole.lowerBound >= placeEnd && placeEnd < lineEnd
            place = Array(bytes[dates.upperBound..<min(placeEnd, link.whole.lowerBound)])
            organizers = Array(bytes[min(placeEnd, link.whole.lowerBound)..<link.whole.lowerBound])
            readLink(link, bytes)
        }
    }

    /// The index after the bullet and its spaces.
    private static func contentStart(of bytes: ArraySlice<UInt8>) -> Int {
        var index = bytes.firstIndex { $0 != 0x20 && $0 != 0x09 } ?? bytes.endIndex
        guard index < bytes.endIndex, LineStart.listMarker(bytes[index...].prefix { $0 != 0x0A }) != nil else {
            return index
        }
        while index < bytes.endIndex, bytes[index] > 0x20 { index += 1 }
        while index < bytes.endIndex, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
        return index
    }

    /// The range of dates and times at the beginning, up to the `|`: `2025-06-18`, `2025-06-18 - 2025-06-20`, or in
    /// another form that begins with a number, if the line has more fields: `22/11/2026`, `22 de noviembre`.
    private static func dates(in content: ArraySlice<UInt8>) -> Range<Int>? {
        let shape = content.prefix(10).map { $0 >= 0x30 && $0 <= 0x39 ? UInt8(ascii: "9") : $0 }
        let line = content.prefix { $0 != 0x0A }
        guard shape.starts(with: "9999-9".utf8) || isOtherDate(line) else { return nil }
        let end = line.firstIndex(of: UInt8(ascii: "|")) ?? line.firstIndex { $0 <= 0x20 } ?? line.endIndex
        var trimmed = end
        while trimmed > content.startIndex, content[trimmed - 1] <= 0x20 { trimmed -= 1 }
        return content.startIndex..<trimmed
    }

    private static func isOtherDate(_ line: ArraySlice<UInt8>) -> Bool {
        let digits = line.prefix { 0x30...0x39 ~= $0 }.count
        guard 1...2 ~= digits, let next = line.dropFirst(digits).first, " ./-".utf8.contains(next),
            let bar = line.firstIndex(of: UInt8(ascii: "|")), bar - line.startIndex <= 60
        else { return false }
        return !line[..<bar].contains(UInt8(ascii: "["))
            && line[(bar + 1)...].contains(UInt8(ascii: "|"))
    }

    /// Whether bytes are tags, such as `[video] [ES] `, or empty.
    private static func isTags(_ bytes: ArraySlice<UInt8>) -> Bool {
        var rest = bytes.drop { $0 <= 0x20 }
        while rest.first == UInt8(ascii: "[") {
            guard let end = rest.firstIndex(of: UInt8(ascii: "]")) else { return false }
            rest = rest[(end + 1)...].drop { $0 <= 0x20 }
        }
        return rest.isEmpty
    }
}
