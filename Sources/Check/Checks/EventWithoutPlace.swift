internal import Newsletter

/// An event has no location.
struct EventWithoutPlace: Check {
    static let id = "event-without-place"
    static let severity = Finding.Severity.error

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        document.events.compactMap { event in
            let line = document.lines[event.entry.range.start.line - 1].bytes
            // Only lines with fields have a location of their own.
            guard event.place.isEmpty, document.bytes[line].contains(UInt8(ascii: "|")) else { return nil }
            return finding(
                "the event has no location",
                at: event.date.lowerBound..<max(event.place.upperBound, event.date.upperBound),
                in: document, explanation: "Write the city and the country between the bars, or 'Virtual'.")
        }
    }
}
