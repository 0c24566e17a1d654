internal import Markdown
internal import Newsletter
internal import Text

/// An event is after the window that the issue announces, or the window isn't right for this issue.
///
/// The line "Events between 2025-06-18 - 2025-07-16" says which events an issue lists. The window must begin on the day
/// of the issue, or one day earlier or later, and both dates must exist. Without such a line, the settings say how many
/// days ahead events may be (`events: days`).
struct EventOutsideWindow: Check {
    static let id = "event-outside-window"
    static let severity = Finding.Severity.warning

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        guard let first = document.events.first else { return [] }
        let today = document.issue.header.date
        let window = EventWindow(in: document, before: first)
        var findings: [Finding] = []
        if let window, let fault = window.fault(today) {
            findings.append(
                finding(
                    fault, at: window.range, in: document,
                    explanation: "Write the window as 'YYYY-MM-DD - YYYY-MM-DD', beginning with the date of the issue.",
                    severity: .error))
        }
        guard let last = window?.end ?? today.adding(days: context.publication.eventDays) else { return findings }
        // If the window is wrong, all events would be reported.
        guard findings.isEmpty else { return findings }
        for event in document.events where event.event.start > last {
            findings.append(
                finding(
                    "this event is after the last day of the window, \(last)", at: event.date, in: document,
                    explanation: "Keep the event for a later issue, or correct its date."))
        }
        return findings
    }
}

/// The line that says which period an issue's events are from.
private struct EventWindow {
    var range: Range<Int>
    var start: CalendarDate?
    var end: CalendarDate?
    private var isWhole = false

    init?(in document: Document, before event: CheckedEvent) {
        let bytes = document.bytes
        let limit = event.entry.range.start.line - 1
        // It is below a heading of events and above the first region.
        for number in (0..<limit).reversed().prefix(12) {
            let line = document.lines[number]
            guard line.kind == .text, let words = bytes.first("vents between ", in: line.bytes) else { continue }
            var rest = words + 14
            while rest < line.bytes.upperBound, bytes[rest] < 0x80 { rest += 1 }
            range = bytes.trimmed((words + 14)..<rest)
            let days = DateScanner.isoDates(bytes, range)
            guard let first = days.first else { return nil }
            start = first.date
            end = days.count > 1 ? days[1].date : nil
            isWhole =
                days.count == 2
                && bytes[(first.range.upperBound)..<days[1].range.lowerBound].allSatisfy {
                    $0 == 0x20 || $0 == 0x2D
                }
            return
        }
        return nil
    }

    func fault(_ today: CalendarDate) -> String? {
        guard isWhole else { return "the window's two dates aren't separated by a hyphen" }
        guard let start, let end else { return "a date of the window doesn't exist" }
        if end < start { return "the window ends before it begins" }
        return abs(start.daysSince1970 - today.daysSince1970) > 1
            ? "the window begins on \(start), but the issue's date is \(today)" : nil
    }
}
