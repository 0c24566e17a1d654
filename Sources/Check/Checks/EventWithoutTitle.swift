internal import Newsletter

/// An event has only its date, location and organiser, while the others have a title on a nested line.
struct EventWithoutTitle: Check {
    static let id = "event-without-title"
    static let severity = Finding.Severity.warning

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        let events = document.events.filter { document.bytes[line($0, document).bytes].contains(UInt8(ascii: "|")) }
        let bare = events.filter { !hasTitle($0, document) }
        guard events.count >= Self.fewest, bare.count * 10 <= events.count else { return [] }
        return bare.map { event in
            finding(
                "this event has no title", at: document.content(line(event, document)), in: document,
                explanation: "Write the title, with the event's own address, on a nested line.")
        }
    }

    /// How many events an issue must have for their layout to be the custom.
    private static let fewest = 10

    private func line(_ event: CheckedEvent, _ document: Document) -> Line {
        document.lines[event.entry.range.start.line - 1]
    }

    /// Whether a line follows that isn't the beginning of the next entry, or the event has a second link.
    private func hasTitle(_ event: CheckedEvent, _ document: Document) -> Bool {
        let number = event.entry.range.start.line
        let links = document.links(in: line(event, document).bytes).count {
            $0.kind == .inline || $0.kind == .reference
        }
        guard links < 2, number < document.lines.count else { return links > 1 }
        let (own, next) = (document.lines[number - 1], document.lines[number])
        switch next.kind {
        case .item:
            // A title that isn't indented is reported by another check.
            return next.indent > own.indent || document.bytes.has("[**", at: next.content)
        case .text, .html: return true
        default: return false
        }
    }
}
