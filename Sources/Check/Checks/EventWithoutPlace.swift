internal import Newsletter

/// An event has no location, or the bars around it are missing.
struct EventWithoutPlace: Check {
    static let id = "event-without-place"
    static let severity = Finding.Severity.error

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        let withBars = document.events.count { hasBar($0, document) }
        let usesBars = withBars >= Self.fewest && withBars * 10 >= document.events.count * 9
        return document.events.compactMap { event in
            // Only lines with fields have a location of their own.
            guard hasBar(event, document) else { return usesBars ? missingBars(event, in: document) : nil }
            guard event.place.isEmpty else { return nil }
            return finding(
                "the event has no location",
                at: event.date.lowerBound..<max(event.place.upperBound, event.date.upperBound),
                in: document, explanation: "Write the city and the country between the bars, or 'Virtual'.")
        }
    }

    /// How many events must have bars for them to be the custom.
    private static let fewest = 5

    private func hasBar(_ event: CheckedEvent, _ document: Document) -> Bool {
        document.bytes[document.lines[event.entry.range.start.line - 1].bytes].contains(UInt8(ascii: "|"))
    }

    private func missingBars(_ event: CheckedEvent, in document: Document) -> Finding {
        finding(
            "the bars around this event's location are missing",
            at: document.content(document.lines[event.entry.range.start.line - 1]), in: document,
            explanation:
                "Without them, the event has no location; write '2025-06-19 | City, country | [Organiser](URL)'.",
            severity: .warning)
    }
}
