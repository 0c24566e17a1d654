internal import Archive
internal import Context
internal import Draft
package import Newsletter
package import Text

/// The state of a draft, section by section.
package struct DraftStatus: Sendable {
    package struct Row: Sendable {
        package var title: String
        package var level: Int
        package var owners: [String]
        /// How many entries the section has.
        package var filled: Int
        /// How many candidates are waiting for a decision.
        package var waiting: Int
        /// When candidates for the section were last collected, in seconds since 1970; nil if never.
        package var collected: Int?
    }

    package var title: String
    package var file: String
    package var rows: [Row]
    /// Hours until the deadline, negative after the deadline; nil if the calendar has no deadline.
    package var hoursLeft: Int?

    /// Commands that were interrupted, or are running, as they were typed.
    package private(set) var interrupted: [String] = []
    /// Problems that keep shared files from reaching the other editors.
    package private(set) var warnings: [Diagnostic] = []

    /// From two days, in days and hours: `3 days 2 hours`.
    static func duration(_ hours: Int) -> String {
        guard hours >= 48 else { return hours.counted("hour") }
        let rest = hours % 24 == 0 ? "" : " " + (hours % 24).counted("hour")
        return (hours / 24).counted("day") + rest
    }

    /// - Parameter name: the draft's file; by default, the draft with the latest date.
    package init(_ session: DraftSession, draft name: String?) async throws {
        let draft = try session.draft(named: name)
        let memory = try await session.decisions(on: draft)
        let waiting = try await WaitingCandidates(session, draft: draft, memory: memory)
        self.init(
            draft, memory: memory, publication: session.publication, waiting: waiting.rows.map(\.candidate),
            collected: SourceState.times(session, waiting.pool.candidates), now: session.now)
        interrupted = try session.changeLog.interrupted().map(\.title)
        warnings = await IgnoredFiles(location: session.location, git: session.context.git).warnings(session.files)
    }

    /// - Parameters:
    ///   - candidates: the candidates without a decision.
    ///   - collected: when each source was last collected, in seconds since 1970, with its candidates and the section
    ///     in its settings.
    ///   - now: in seconds since 1970.
    private init(
        _ draft: WorkingDraft, memory: DecisionLog, publication: Publication, waiting candidates: [Candidate] = [],
        collected: [(time: Int, candidates: [Candidate])] = [], now: Int
    ) {
        title = draft.issue.header.title
        file = draft.file
        let known = Set(candidates.map(\.identity))
        var waiting = Dictionary(
            grouping: memory.all.filter { $0.decision == .later && !known.contains($0.identity) },
            by: { SectionName.key($0.section ?? "") }
        ).mapValues(\.count)
        for candidate in candidates { waiting[Self.key(of: candidate, in: draft), default: 0] += 1 }
        var times: [String: Int] = [:]
        for source in collected {
            for key in Set(source.candidates.map({ Self.key(of: $0, in: draft) })) {
                times[key] = max(times[key] ?? 0, source.time)
            }
        }
        rows = draft.issue.sections.filter { $0.level > 0 }.map { section in
            let key = SectionName.key(section.title)
            let owners = publication.people.filter { $0.sections.contains { SectionName.key($0) == key } }
            return Row(
                title: section.title, level: section.level, owners: owners.map(\.name),
                filled: section.entries.count { $0.content != .prose }, waiting: waiting[key] ?? 0,
                collected: times[key])
        }
        if let deadline = publication.calendar?.deadline,
            let day = draft.issue.header.date.adding(days: -deadline.daysBefore)
        {
            let parts = deadline.time.split(separator: ":").compactMap { Int($0) } + [0, 0]
            let end = ZonedTime(day, minutes: parts[0] * 60 + parts[1], zone: publication.timeZone).secondsSince1970
            hoursLeft = Int((Double(end - now) / 3600).rounded(.down))
        }
    }

    /// The section that a candidate belongs to; if several fit, the first of its kind.
    private static func key(of candidate: Candidate, in draft: WorkingDraft) -> String {
        let section =
            draft.place(of: candidate).first
            ?? draft.issue.sections.first { $0.kind == candidate.kind && $0.level > 0 }
        return SectionName.key(section?.title ?? candidate.section ?? "")
    }

    package var text: PrintableText {
        let names = rows.map { String(repeating: "  ", count: max(0, $0.level - 2)) + $0.title }
        let width = min(48, names.map(\.count).max() ?? 0)
        let owners = rows.map { $0.owners.isEmpty ? "–" : $0.owners.joined(separator: ", ") }
        let ownerWidth = max(5, owners.map(\.count).max() ?? 0)
        let time = hoursLeft.map { $0 >= 0 ? ", \(Self.duration($0)) left" : ", closed" } ?? ""
        var lines: [PrintableText] = ["\(title), \(file)\(time)", ""]
        lines.append(
            "\(Self.padded("SECTION", width))  \(Self.padded("OWNER", ownerWidth))  FILLED  WAITING  COLLECTED")
        for (row, (name, owner)) in zip(rows, zip(names, owners)) {
            let collected = row.collected.map(SourceState.moment) ?? "–"
            lines.append(
                "\(Self.padded(name, width))  \(Self.padded(owner, ownerWidth))  "
                    + "\(Self.right(row.filled, 6))  \(Self.right(row.waiting, 7))  \(collected)")
        }
        return lines.joined(separator: "\n")
    }

    package var json: JSONText {
        .object([
            ("title", .text(title)), ("file", .text(file)), ("hoursLeft", hoursLeft.map { .number($0) } ?? .null),
            (
                "sections",
                .list(
                    rows.map { row in
                        .object([
                            ("title", .text(row.title)), ("level", .number(row.level)),
                            ("owners", .list(row.owners.map { .text($0) })), ("filled", .number(row.filled)),
                            ("waiting", .number(row.waiting)),
                            ("collected", row.collected.map { .number($0) } ?? .null),
                        ])
                    })
            ),
        ])
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        let text = text.count > width ? text.prefix(max(0, width - 1)) + "…" : text[...]
        return text + String(repeating: " ", count: max(0, width - text.count))
    }

    private static func right(_ number: Int, _ width: Int) -> String {
        let text = number == 0 ? "–" : String(number)
        return String(repeating: " ", count: max(0, width - text.count)) + text
    }
}
