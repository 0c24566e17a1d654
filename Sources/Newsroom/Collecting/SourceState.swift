internal import Collect
internal import Context
internal import Foundation
internal import Newsletter
internal import Settings
internal import Text

/// When a source was last collected, and what it returned. This is stored in a cache, which may be lost.
package struct SourceState: Codable, Sendable {
    package var name: String
    /// The time of the run, in seconds since 1970.
    package var run: Int
    /// How many candidates and events the source returned.
    package var count: Int
    package var faults: [String]

    private enum CodingKeys: String, CodingKey {
        case name, run, count = "brought", faults
    }

    static func outcome(of report: Collector.Report) -> String {
        let count = report.result.candidates.count + report.result.events.count
        let faults = report.result.faults
        return faults.isEmpty ? "\(count)" : "\(count), and \(faults.count) could not be read"
    }

    /// Formats a time in UTC: `2026-11-23 13:55`.
    package static func moment(_ time: Int) -> String {
        let day = CalendarDate(daysSince1970: time / 86_400)?.description ?? "?"
        let (hour, minute) = (time / 3600 % 24, time / 60 % 60)
        return "\(day) \(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
    }

    /// When each source was last collected, with the candidates that it returned and the section that its settings
    /// name.
    static func times(
        _ session: DraftSession, _ candidates: [Candidate]
    ) -> [(time: Int, candidates: [Candidate])] {
        let states = all(session)
        let returned = Dictionary(grouping: candidates, by: \.source)
        return session.publication.sources.compactMap { source in
            guard let state = states[source.name] else { return nil }
            let named = source.section.map {
                [Candidate(source: source.name, kind: .links, section: $0, title: "", url: nil)]
            }
            return (state.run, (returned[source.name] ?? []) + (named ?? []))
        }
    }

    private static func path(_ session: DraftSession) -> String {
        session.location.cache("sources.json", session.files)
    }

    package static func all(_ session: DraftSession) -> [String: SourceState] {
        // If the cache can't be read, `status` and `sources` only show less about the past.
        guard let bytes = try? session.files.read(path(session)),
            let states = try? JSONDecoder().decode([SourceState].self, from: Data(bytes))
        else { return [:] }
        return Dictionary(states.map { ($0.name, $0) }, uniquingKeysWith: { _, last in last })
    }

    static func remember(_ reports: [Collector.Report], in session: DraftSession) throws {
        var states = all(session)
        for report in reports {
            states[report.settings.name] = SourceState(
                name: report.settings.name, run: session.now,
                count: report.result.candidates.count + report.result.events.count,
                faults: report.result.faults.map(\.description))
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        let data = try encoder.encode(states.values.sorted { $0.name < $1.name })
        try session.files.write(path(session), session.context.redactor.redacted(Array(data)))
    }
}
