internal import Archive
internal import Collect
internal import Context
internal import Draft
internal import Foundation
internal import Live
internal import Newsletter
internal import Settings

/// Sends the sources out and writes down what they bring, where everybody sees it.
struct CollectRun {
    let session: DraftSession
    /// The issue that it is collected for.
    let number: Int
    private let window: TimeWindow

    /// What came of it.
    struct Outcome {
        var reports: [Collector.Report] = []
        /// How many candidates are there that were not there before.
        var new = 0
        /// Events that have moved or were cancelled since they were collected.
        var changes: [String] = []
        var faults: [SourceFault] { reports.flatMap(\.harvest.faults) }
    }

    /// - Parameters:
    ///   - since: the first day; by default that of the last issue.
    ///   - until: the day behind the last one; by default now.
    init(_ session: DraftSession, since: CalendarDate?, until: CalendarDate?) async throws {
        self.session = session
        let archive = try await session.archive()
        let draft = try? session.draft(named: nil)
        let next = try NextIssue(
            after: archive.issues.map {
                IssueHeader(title: $0.title, number: $0.number, date: $0.date, category: nil)
            }, calendar: session.publication.calendar, date: draft?.issue.header.date, today: session.today)
        number = draft?.issue.header.number ?? next.number
        let last = archive.issues.last { $0.date < draft?.issue.header.date ?? next.date }?.date
        let zone = session.publication.timeZone
        func start(of day: CalendarDate) -> Int { ZonedTime(day, minutes: 0, zone: zone).secondsSince1970 }
        let now = session.context.clock.now() / 1_000_000_000
        let first = since ?? last ?? session.today.adding(days: -7) ?? session.today
        window = TimeWindow(since: start(of: first), until: until.map(start) ?? max(now, start(of: first) + 1))
    }

    /// - Parameter names: of the sources to ask; none for all.
    func run(_ names: [String]) async throws -> Outcome {
        let collector = try Collector(session.publication.sources)
        if let unknown = names.first(where: { !collector.names.contains($0) }) {
            let nearest = NearestWord.of(unknown, among: collector.names)
            throw Diagnostic(
                "there is no source '\(unknown)'",
                remedy: nearest.map { "Did you mean '\($0)'?" }
                    ?? "There are: \(collector.names.joined(separator: ", "))",
                file: session.location.settings)
        }
        let outside = try OutsideAccess.live(session)
        let isWatched = Terminal.isWatched
        let reports = await collector.collect(in: window, through: outside, only: Set(names)) { report in
            if isWatched { Terminal.say("\(report.settings.name): \(SourceState.brought(report))") }
        }
        var outcome = Outcome(reports: reports)
        try keep(reports, &outcome)
        try SourceState.remember(reports, in: session)
        return outcome
    }

    private func keep(_ reports: [Collector.Report], _ outcome: inout Outcome) throws {
        let events = reports.map { (source: $0.settings.name, events: $0.harvest.events) }
        let eventCandidates = EventCandidates.candidates(of: events, regions: session.publication.regions)
        let cancelled = Set(events.flatMap(\.events).filter { $0.status == .cancelled }.map(\.id))
        for report in reports {
            let name = report.settings.name
            var candidates = report.harvest.candidates + eventCandidates.filter { $0.source == name }
            for index in candidates.indices where candidates[index].section == nil {
                candidates[index].section = report.settings.section
            }
            let path = Self.path(of: name, number, session)
            var pool = try CandidatePools.read(path, session.files)
            outcome.changes += follow(candidates, cancelled: cancelled, in: &pool)
            outcome.new += candidates.count { pool[$0.identity] == nil }
            pool.add(candidates)
            let bytes = pool.bytes
            let old = session.files.status(path) == nil ? [] : try session.files.read(path)
            if bytes != old { try session.files.write(path, bytes) }
        }
    }

    /// An event that is no longer what it was gives way to what it is now.
    private func follow(_ candidates: [Candidate], cancelled: Set<String>, in pool: inout CandidatePool) -> [String] {
        var now: [String: Set<String>] = [:]
        for candidate in candidates {
            if let id = candidate.fact("id") { now[id, default: []].insert(candidate.identity) }
        }
        var changes: [String] = []
        for known in pool.candidates {
            guard let id = known.fact("id"), case .event(let event) = known.content else { continue }
            if cancelled.contains(id) {
                changes.append(
                    "'\(known.title)' on \(event.start) is cancelled: sennight remove \(known.url ?? "") --why cancelled"
                )
                pool.remove(known.identity)
            } else if let identities = now[id], !identities.contains(known.identity) {
                let present = candidates.first { identities.contains($0.identity) }
                var day = ""
                if case .event(let moved)? = present?.content {
                    day = " to \(moved.start), \(moved.place ?? "no place")"
                }
                changes.append(
                    "'\(known.title)' has moved from \(event.start), \(event.place ?? "no place"),\(day): sennight remove \(known.url ?? "") --why moved, then add it again"
                )
                pool.remove(known.identity)
            }
        }
        return changes
    }

    static func path(of source: String, _ number: Int, _ session: DraftSession) -> String {
        session.location.path("\(CandidatePool.folder(ofIssue: number))/\(CandidatePool.file(of: source))")
    }
}
