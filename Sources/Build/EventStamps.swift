internal import Newsletter
internal import Synchronization
internal import Text

/// Since when each event has been listed as it is now, so that the calendar of an event that is listed week after week
/// stays the same file.
final class EventStamps: Sendable {
    /// How many issues list an event at most; TWiR's events are those of the next four weeks.
    static let limit = 8

    /// The newest issue first.
    private let issues: [IssueSummary]
    private let dates = Mutex<[EventRegion.ListedEvent: CalendarDate]?>(nil)

    init(of newest: IssueSummary, on site: Site) {
        let older = site.newestFirst.lazy.filter { $0.header.date < newest.header.date }
        issues = [newest] + older.prefix(Self.limit - 1)
    }

    /// What the dates depend on.
    var parts: [Fingerprint.Part] {
        issues.prefix(1).map { .fingerprint($0.fingerprint) } + issues.map { .fingerprint($0.source) }
    }

    /// The date of the first of the issues, back from the newest one without a gap, that list the event with the same
    /// details.
    ///
    /// - Throws: the errors of reading an issue.
    func date(of event: EventRegion.ListedEvent, on site: Site) throws -> CalendarDate {
        try dates.withLock { dates in
            if dates == nil { dates = try found(on: site) }
            return dates?[event] ?? issues[0].header.date
        }
    }

    private func found(on site: Site) throws -> [EventRegion.ListedEvent: CalendarDate] {
        var found: [EventRegion.ListedEvent: CalendarDate] = [:]
        var open: Set<EventRegion.ListedEvent>?
        for issue in issues {
            let listed = Set(try EventRegion.regions(of: issue, on: site).flatMap(\.events))
            let still = open.map { $0.intersection(listed) } ?? listed
            guard !still.isEmpty else { break }
            for event in still { found[event] = issue.header.date }
            open = still
        }
        return found
    }
}
