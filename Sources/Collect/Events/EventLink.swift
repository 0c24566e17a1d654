internal import Newsletter
internal import Text

/// What a calendar's texts tell of an event's address, venue and mode.
struct EventLink {
    private(set) var url: String?
    private(set) var venue: String?
    private(set) var mode = Event.Mode.inPerson

    /// - Parameter location: a place in words, or the address of a video call.
    init(url: String?, location: String?, description: String?) {
        let linked = location.flatMap(Self.firstAddress)
        if let location, linked != location { venue = location.collapsingBlanks }
        self.url = url.flatMap(Self.firstAddress) ?? description.flatMap(Self.firstAddress) ?? linked
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
    static func firstAddress(in text: String) -> String? {
        guard let start = text.range(ofBytes: "https://") ?? text.range(ofBytes: "http://") else { return nil }
        let rest = text[start.lowerBound...]
        let end = rest.firstIndex { $0.isWhitespace || "<>\"'\\|".contains($0) } ?? rest.endIndex
        var address = rest[..<end]
        while let last = address.last, ".,;:!?)]".contains(last) { address.removeLast() }
        return String(address)
    }

    private static let calls = ["zoom.us/", "meet.google.com/", "teams.microsoft.com/", "meet.jit.si/", "discord.gg/"]
}
