internal import Newsletter
internal import Text

/// An event is over before the issue is published.
///
/// The event may have been copied from an older issue, or its year may be wrong.
struct EventPast: Check {
    static let id = "event-past"
    static let severity = Finding.Severity.error

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        let today = document.issue.header.date
        return document.events.compactMap { event in
            let last = event.event.end ?? event.event.start
            guard last < today else { return nil }
            let days = today.daysSince1970 - last.daysSince1970
            return finding(
                "this event was over \(days == 1 ? "a day" : "\(days) days") before the issue of \(today)",
                at: event.date,
                in: document,
                explanation: days > 300
                    ? "The year may be wrong; otherwise, remove the event." : "Remove the event, or correct its date.")
        }
    }
}
