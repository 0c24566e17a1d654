internal import Address
internal import Archive
internal import Collect
internal import Context
internal import Draft
internal import Markdown
package import Newsletter
internal import Settings
package import Text

/// Runs the sources and writes what they return into files that all editors share.
package struct CollectRun: Sendable {
    let session: DraftSession
    /// The number of the issue to collect for.
    package let number: Int
    private let window: TimeWindow
    /// In days.
    private let overlap: Int
    /// Posts and pull requests of so many days before the window are collected unless an earlier pool or issue has
    /// them, because what was posted after the previous run would be missed.
    private static let usualOverlap = 7
    private let archive: ArchiveIndex
    private let draft: WorkingDraft?
    private var folder: CandidateFolder { session.candidates(ofIssue: number) }

    /// The result of a run.
    package struct Outcome: Sendable {
        var reports: [Collector.Report] = []
        /// How many of the candidates are new.
        package fileprivate(set) var new = 0
        /// Entries of the draft that are out of date: events that were moved or cancelled, tasks that are assigned.
        package fileprivate(set) var changes: [Diagnostic] = []
        /// The files that hold what each source returned, in the order of the settings.
        package fileprivate(set) var files: [String] = []
        /// A sentence for everything that could not be collected, with the source and the address.
        package var faults: [String] { reports.flatMap(\.result.faults).map(\.description) }
    }

    /// - Parameters:
    ///   - since: the first day; by default that of the last issue, and for posts and pull requests a week before.
    ///   - until: the day after the last one; by default the issue's own day, so that the windows of two issues meet.
    package init(_ session: DraftSession, since: CalendarDate?, until: CalendarDate?) async throws {
        self.session = session
        archive = try await session.archive()
        draft = try session.openDraft(archive)
        let date: CalendarDate
        if let draft {
            (number, date) = (try await session.number(of: draft), draft.issue.header.date)
        } else {
            let next = try session.next(after: archive, date: nil)
            (number, date) = (next.number, next.date)
        }
        let zone = session.publication.timeZone
        func start(of day: CalendarDate) -> Int { ZonedTime(day, minutes: 0, zone: zone).secondsSince1970 }
        let last = archive.issues.last { $0.date < date }?.date
        let first = since ?? last ?? date.adding(days: -7) ?? date
        overlap = since == nil ? Self.usualOverlap : 0
        window = TimeWindow(since: start(of: first), until: max(start(of: until ?? date), start(of: first) + 1))
    }

    /// - Parameter names: the sources to run; empty for all.
    package func run(_ names: [String]) async throws -> Outcome {
        let collector = try Collector.made(session.publication.sources)
        if let unknown = names.first(where: { !collector.names.contains($0) }) {
            let nearest = ClosestMatch.of(unknown, among: collector.names)
            throw Diagnostic(
                "unknown source '\(unknown)'",
                remedy: nearest.map { "Did you mean '\($0)'?" }
                    ?? "The sources are: \(collector.names.joined(separator: ", "))",
                file: session.location.settings)
        }
        let before = try folder.pool()
        let access = SourceAccess(
            session.context, http: try session.http(leavesSlowHosts: true), settings: session.location.settings,
            root: session.location.root
        ) { [notify = session.notify] name, fault in
            notify(.unreadableSecret(name: name, fault: fault.description))
        }
        let listed = try listed(before)
        let earlier = EarlierCandidates(session, before: number, archive)
        // Cleans up after interrupted commands before this one leaves anything to clean up.
        try PublicationLock.take(session) {}
        let (arrivals, arrival) = AsyncStream.makeStream(of: Collector.Report.self)
        async let all = collector.collect(
            in: window, eventDays: session.publication.eventDays, through: access, only: Set(names), listed: listed,
            overlap: overlap
        ) { report in
            arrival.yield(report)
        } finally: {
            arrival.finish()
        }
        var early: [String: EarlyFile] = [:]
        for await report in arrivals {
            session.notify(.collected(source: report.settings.name, outcome: SourceState.outcome(of: report)))
            // What can't be written now is written, or fails, after all sources are done.
            early[report.settings.name] = try? PublicationLock.takeAtOnce(session) { try keepEarly(report, earlier) }
        }
        let reports = await all
        var outcome = Outcome(reports: reports)
        outcome.files = reports.map { folder.path(of: $0.settings.name) }
        try PublicationLock.take(session) {
            try keep(reports, early, earlier)
            try SourceState.remember(reports, in: session)
        }
        let now = try folder.pool()
        let known = Set(before.candidates.map(\.identity))
        outcome.new = now.candidates.count { !known.contains($0.identity) }
        if let draft { outcome.changes = changes(now, in: draft) }
        return outcome
    }

    /// The URLs of entries in the draft and the last issue that may have ended by now.
    private func listed(_ pool: CandidatePool) throws -> [String] {
        var issues = draft.map { [$0.issue] } ?? []
        if let last = archive.issues.last {
            let bytes = try session.files.read(session.location.path(last.file))
            issues.append(try IssueReader(session.publication).read(bytes, file: last.file).issue)
        }
        return TrackedItems.addresses(in: issues, waiting: pool.candidates, ended: pool.resolutions)
    }

    /// The file of a source that has finished while others are still running.
    private struct EarlyFile {
        var before: CandidateFile
        var written: [UInt8]
    }

    /// Writes what one source returned immediately, so that it isn't lost if another source takes long or the run is
    /// stopped.
    ///
    /// Events are written as the source returned them; ``keep(_:_:)`` writes the file again, with the events of several
    /// sources merged.
    private func keepEarly(_ report: Collector.Report, _ earlier: EarlierCandidates) throws -> EarlyFile {
        let name = report.settings.name
        let returned = [(source: name, events: report.result.events)]
        let before = try folder.file(of: name)
        let file = file(
            before, after: report, events(of: returned, [report]), cancelled: EventCandidates.cancelled(of: returned),
            earlier)
        return EarlyFile(before: before, written: try folder.write(file, of: name, session.context.redactor))
    }

    private func keep(
        _ reports: [Collector.Report], _ early: [String: EarlyFile], _ earlier: EarlierCandidates
    ) throws {
        let returned = reports.map { (source: $0.settings.name, events: $0.result.events) }
        let events = events(of: returned, reports)
        let cancelled = EventCandidates.cancelled(of: returned)
        for report in reports {
            let name = report.settings.name
            var before = try folder.file(of: name)
            // Unless another command has written to it since.
            if let early = early[name], try folder.bytes(of: name) == early.written { before = early.before }
            let file = file(before, after: report, events, cancelled: cancelled, earlier)
            _ = try folder.write(file, of: name, session.context.redactor)
        }
    }

    private func file(
        _ before: CandidateFile, after report: Collector.Report, _ events: [Candidate], cancelled: Set<String>,
        _ earlier: EarlierCandidates
    ) -> CandidateFile {
        var file = before
        file.follow(events, cancelled: cancelled)
        let new = candidates(of: report).filter { !isKnown($0, earlier) }
        file.add(new + events.filter { $0.source == report.settings.name })
        file.end(report.result.resolutions, isWhole: report.result.faults.allSatisfy(\.isCut))
        file.total = report.result.totals.first ?? file.total
        return file
    }

    /// Whether a post or pull request from before the window, or without a time, is in an earlier pool or issue.
    private func isKnown(_ candidate: Candidate, _ earlier: EarlierCandidates) -> Bool {
        guard candidate.kind == .links || candidate.kind == .pullRequests else { return false }
        guard let time = candidate.time else { return earlier.contain(candidate, hasTime: false) }
        return time < window.since && earlier.contain(candidate, hasTime: true)
    }

    private func events(
        of returned: [(source: String, events: [EventOccurrence])], _ reports: [Collector.Report]
    ) -> [Candidate] {
        let headings = Dictionary(reports.map { ($0.settings.name, $0.settings.section) }) { first, _ in first }
        return EventCandidates.candidates(of: returned, regions: session.publication.regions).map { event in
            var event = event
            event.section = event.section ?? headings[event.source] ?? nil
            return event
        }
    }

    private func candidates(of report: Collector.Report) -> [Candidate] {
        var candidates = ArticleMerge.merged(report.result.candidates).map { candidate in
            var candidate = candidate
            // Parameters by which a source tracks its readers don't belong into an issue.
            candidate.url = candidate.url.map(TrackingParameters.removed)
            return candidate
        }
        for kind in [SectionKind.pick, .quote] where candidates.contains(where: { $0.kind == kind }) {
            let wins = PreviousWins(of: kind, in: archive)
            candidates = candidates.flatMap { $0.kind == kind ? wins.noted(on: [$0]) : [$0] }
        }
        return candidates
    }

    private func changes(_ pool: CandidatePool, in draft: WorkingDraft) -> [Diagnostic] {
        let updates = EventUpdates(pool.superseded, now: pool.candidates, publication: session.publication)
            .updates(of: draft)
        return updates.map(\.diagnostic) + EndedEntries(pool.resolutions).diagnostics(in: draft)
    }
}
