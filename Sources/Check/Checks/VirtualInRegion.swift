internal import Newsletter

/// A virtual event stands under a region, or one that only happens at a place stands under the virtual ones.
///
/// Readers who cannot travel look under one heading, and those who want to meet people under another.
struct VirtualInRegion: Check {
    static let id = "virtual-in-region"
    static let severity = Finding.Severity.error

    func findings(in document: Document, _ surroundings: Surroundings) -> [Finding] {
        let places = surroundings.history.regions.places(of: document)
        return document.events.compactMap { event in
            let section = document.issue.sections[event.section]
            if event.event.mode == .virtual, places[event.section]?.region != nil {
                return finding(
                    "a virtual event stands under \(section.title)", at: event.place, in: document,
                    explanation: "Move it to the virtual ones.",
                    notes: [document.note("the heading", at: section.range.bytes.lowerBound)])
            }
            guard places[event.section]?.isVirtual == true, !event.place.isEmpty, saysNoVirtual(event, document) else {
                return nil
            }
            return finding(
                "this event does not say that it is virtual", at: event.place, in: document,
                explanation: "Write 'Virtual (\(document.text(event.place)))', or move it to its region.",
                severity: .hint)
        }
    }

    private func saysNoVirtual(_ event: CheckedEvent, _ document: Document) -> Bool {
        let line = document.lines[event.entry.range.start.line - 1].bytes
        for index in event.date.upperBound..<line.upperBound
        where Self.words.contains(where: { document.bytes[index...].startsFolded(with: $0) }) {
            return false
        }
        return true
    }

    private static let words: [StaticString] = ["virtual", "online", "hybrid", "remote"]
}
