internal import Newsletter
internal import Text

/// The URL, venue and mode of an event, from the texts in its calendar.
struct EventLink {
    private(set) var url: String?
    private(set) var venue: String?
    private(set) var mode = Event.Mode.inPerson

    /// - Parameter location: a place in words, or the address of a video call.
    init(url: String?, location: String?, description: String?) {
        let linked = location.flatMap(Self.firstAddress)
        if let location, linked != location { venue = location.collapsingBlanks }
        self.url = url.flatMap(Self.firstAddress) ?? description.flatMap(Self.page) ?? linked
        let words = (venue ?? "").lowercased()
        let isCall = linked.map { link in Self.calls.contains { link.contains($0) } } ?? false
        let saysVirtual = ["virtual", "online", "remote", "zoom", "discord"].contains { words.contains($0) }
        if words.contains("hybrid") {
            mode = .hybrid
        } else if saysVirtual || isCall || (venue == nil && linked != nil) {
            mode = .virtual
        }
    }

    /// The first web address in a text.
    static func firstAddress(in text: String) -> String? { addresses(in: text).first }

    /// The event's page in a description in text or HTML: not an image, and a video call only if there is no other
    /// link.
    private static func page(in description: String) -> String? {
        let isHTML = description.range(ofBytes: "<a ") != nil || description.range(ofBytes: "<A ") != nil
        let linked = isHTML ? ContentLinks.links(in: description, at: "").map(\.url) : []
        let pages = (linked + addresses(in: description)).filter { !isImage($0) }
        return pages.first { page in !calls.contains { page.contains($0) } } ?? pages.first
    }

    /// The first few web addresses in a text.
    private static func addresses(in text: String) -> [String] {
        var found: [String] = []
        var rest = text[...]
        while found.count < 20, let start = String(rest).range(ofBytes: "http") {
            rest = Substring(String(rest)[start.lowerBound...])
            guard rest.hasPrefix("https://") || rest.hasPrefix("http://") else {
                rest = rest.dropFirst(4)
                continue
            }
            let end = rest.firstIndex { $0.isWhitespace || "<>\"'\\|".contains($0) } ?? rest.endIndex
            found.append(trimmed(rest[..<end].replacing("&amp;", with: "&")))
            rest = rest[end...]
        }
        return found
    }

    /// The address without the punctuation of the sentence; a closing bracket belongs to the address if one is open in
    /// it (GitHub Flavored Markdown, section 6.9).
    private static func trimmed(_ text: some StringProtocol) -> String {
        var address = String(text)
        while let last = address.last, ".,;:!?)]".contains(last) {
            let opening: Character? = last == ")" ? "(" : last == "]" ? "[" : nil
            if let opening, address.count(where: { $0 == last }) <= address.count(where: { $0 == opening }) { break }
            address.removeLast()
        }
        return address
    }

    private static func isImage(_ address: String) -> Bool {
        let path = address.prefix { $0 != "?" && $0 != "#" }.lowercased()
        return [".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg"].contains { path.hasSuffix($0) }
    }

    private static let calls = [
        "zoom.us/", "zoom.com/", "meet.google.com/", "teams.microsoft.com/", "teams.live.com/", "meet.jit.si/",
        "discord.gg/",
        "webex.com/", "whereby.com/", "gotomeeting.com/", "gotomeet.me/", "bluejeans.com/", "join.skype.com/",
    ]
}
