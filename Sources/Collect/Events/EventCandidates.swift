package import Newsletter
internal import Text

/// Turns events into candidates for the publication's sections.
package enum EventCandidates {
    /// The events of all reports, merged, sorted by heading, day and place; cancelled ones are left out.
    ///
    /// A hybrid event becomes two candidates if there is a heading for virtual events.
    package static func candidates(
        of reports: [(source: String, events: [EventOccurrence])], regions: [RegionRule]
    ) -> [Candidate] {
        let merged = EventMerge.merged(reports.flatMap { report in report.events.map { (report.source, $0) } })
        let order = regions.map(\.heading)
        let listed = merged.filter { $0.event.status != .cancelled }.flatMap { candidates(of: $0, regions: regions) }
        return listed.sorted { key(of: $0, in: order) < key(of: $1, in: order) }
    }

    /// The IDs of the events that are cancelled in one of the reports, even if another report has them as planned.
    package static func cancelled(of reports: [(source: String, events: [EventOccurrence])]) -> Set<String> {
        let all = reports.flatMap(\.events)
        let merged = EventMerge.merged(reports.flatMap { report in report.events.map { (report.source, $0) } })
        return Set((all + merged.map(\.event)).filter { $0.status == .cancelled }.map(\.id))
    }

    private static func candidates(of merged: EventMerge.Merged, regions: [RegionRule]) -> [Candidate] {
        let event = merged.event
        guard let content = event.content else { return [] }
        var facts: [Candidate.Fact] = [.signal(.start, event.start.description)]
        if let end = event.end { facts.append(.signal(.end, end.description)) }
        if let venue = event.place.venue { facts.append(.note("venue", venue)) }
        if event.status != .confirmed { facts.append(.signal(.status, event.status.rawValue)) }
        if let planned = event.movedFrom { facts.append(.note("moved from", planned.description)) }
        if merged.sources.count > 1 { facts.append(.signal(.foundBy, merged.sources.joined(separator: ", "))) }
        facts.append(.signal(.eventID, event.id))
        let headings = regions.headings(for: event.mode, in: event.place)
        return (headings.isEmpty ? [nil] : headings.map(Optional.some)).map { heading in
            Candidate(
                source: merged.sources.first ?? "", kind: .events, section: heading, title: event.title, url: event.url,
                content: .event(content), facts: facts)
        }
    }

    private typealias Key = (region: Int, day: String, place: String, title: String)

    private static func key(of candidate: Candidate, in order: [String]) -> Key {
        guard case .event(let event) = candidate.content else { return (.max, "", "", candidate.title) }
        let region = candidate.section.flatMap { order.firstIndex(of: $0) } ?? order.count
        return (region, event.start.description, event.place ?? "", candidate.title)
    }
}

extension EventOccurrence {
    /// The event as the content of an entry: dates, place and organisers.
    var content: Event? {
        guard let first = start.date else { return nil }
        return Event(
            start: first, end: lastDay.flatMap { $0 > first ? $0 : nil }, mode: mode, place: place.text,
            organizers: organizers)
    }

    /// The last day of the event; an end in the first hours of a day counts as the evening before.
    private var lastDay: CalendarDate? {
        guard let end else { return nil }
        switch end {
        case .day(let date): return date.adding(days: -1)
        case .floating, .zoned:
            let wall = end.wall - 6 * 3600
            return CalendarDate(daysSince1970: (wall - EventTime.secondsOfDay(wall)) / 86_400)
        }
    }
}
