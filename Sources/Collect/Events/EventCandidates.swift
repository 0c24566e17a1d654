package import Newsletter
internal import Text

/// Writes events down as a publication's sections hold them.
package enum EventCandidates {
    /// The events of all reports, merged, sorted by heading, day and place; cancelled ones are left out.
    ///
    /// A hybrid event is two candidates where there is a heading for virtual ones.
    package static func candidates(
        of reports: [(source: String, events: [EventOccurrence])], regions: [RegionRule]
    ) -> [Candidate] {
        let told = EventMerge.merged(reports.flatMap { report in report.events.map { (report.source, $0) } })
        let order = regions.map(\.heading)
        let listed = told.filter { $0.event.status != .cancelled }.flatMap { candidates(of: $0, regions: regions) }
        return listed.sorted { key(of: $0, in: order) < key(of: $1, in: order) }
    }

    /// The ids of the events that one of the reports calls off, also where another report has not heard of it.
    package static func cancelled(of reports: [(source: String, events: [EventOccurrence])]) -> Set<String> {
        let all = reports.flatMap(\.events)
        let told = EventMerge.merged(reports.flatMap { report in report.events.map { (report.source, $0) } })
        return Set((all + told.map(\.event)).filter { $0.status == .cancelled }.map(\.id))
    }

    private static func candidates(of told: EventMerge.Told, regions: [RegionRule]) -> [Candidate] {
        let event = told.event
        guard let content = event.content else { return [] }
        var facts: [Candidate.Fact] = [.signal(.start, event.start.description)]
        if let end = event.end { facts.append(.signal(.end, end.description)) }
        if let venue = event.place.venue { facts.append(.note("venue", venue)) }
        if event.status != .confirmed { facts.append(.signal(.status, event.status.rawValue)) }
        if let planned = event.movedFrom { facts.append(.note("moved from", planned.description)) }
        if told.sources.count > 1 { facts.append(.signal(.foundBy, told.sources.joined(separator: ", "))) }
        facts.append(.signal(.eventID, event.id))
        let headings = regions.headings(for: event.mode, in: event.place)
        return (headings.isEmpty ? [nil] : headings.map(Optional.some)).map { heading in
            Candidate(
                source: told.sources.first ?? "", kind: .events, section: heading, title: event.title, url: event.url,
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
    /// As an issue tells it: days, place and organisers.
    var content: Event? {
        guard let first = start.date else { return nil }
        return Event(
            start: first, end: lastDay.flatMap { $0 > first ? $0 : nil }, mode: mode, place: place.text,
            organizers: organizers)
    }

    /// The last day with a part of it; what ends in the first hours of a day belongs to the evening before.
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
