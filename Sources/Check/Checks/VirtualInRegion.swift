internal import Newsletter

/// A virtual event is listed under a region, or an in-person event under the heading for virtual events.
///
/// Readers who can't travel look under one heading, and those who want to meet people under another. If most events
/// under a virtual heading don't have "Virtual" in their location, the heading is enough.
struct VirtualInRegion: Check {
    static let id = "virtual-in-region"
    static let severity = Finding.Severity.error

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        let places = context.history.regions.places(of: document)
        let saying = Self.sectionsThatSay(document, places.filter(\.value.isVirtual).keys)
        return document.events.compactMap { event in
            let section = document.issue.sections[event.section]
            if event.event.mode == .virtual, places[event.section]?.region != nil {
                return finding(
                    "a virtual event is listed under \(section.title)", at: event.place, in: document,
                    explanation: "Move the event to the virtual events.",
                    notes: [document.note("the heading", at: section.range.bytes.lowerBound)])
            }
            guard places[event.section]?.isVirtual == true, saying.contains(event.section), !event.place.isEmpty,
                !Self.saysVirtual(event, document)
            else {
                return nil
            }
            return finding(
                "this event doesn't say that it is virtual", at: event.place, in: document,
                explanation: "Write 'Virtual (\(document.text(event.place)))', or move the event to its region.",
                severity: .hint)
        }
    }

    /// The sections where most events say in their location that they are virtual; where none does, the heading is
    /// enough.
    private static func sectionsThatSay(_ document: Document, _ virtual: some Collection<Int>) -> Set<Int> {
        var balance: [Int: Int] = [:]
        let virtual = Set(virtual)
        for event in document.events where virtual.contains(event.section) {
            balance[event.section, default: 0] += saysVirtual(event, document) ? 1 : -1
        }
        return Set(balance.filter { $0.value > 0 }.keys)
    }

    private static func saysVirtual(_ event: CheckedEvent, _ document: Document) -> Bool {
        if event.event.mode == .hybrid { return true }
        let line = document.lines[event.entry.range.start.line - 1].bytes
        return (event.date.upperBound..<line.upperBound).contains { index in
            words.contains { document.bytes.hasFolded($0, at: index) }
        }
    }

    private static let words: [StaticString] = ["virtual", "online", "hybrid", "remote"]
}
