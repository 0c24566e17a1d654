import Context
import Newsletter
import Settings

@testable import Collect

/// 2026-07-01 to 2026-07-08, in UTC.
let week = TimeWindow(since: 1_782_864_000, until: 1_783_468_800)

/// The settings of one source, from its keys in YAML.
func sourceSettings(_ yaml: String) throws -> [SourceSettings] {
    let text = "title: W\nurl: https://example.org/\nsources:\n" + yaml
    return try SettingsReader.publication(from: text, file: "sennight.yaml") { _ in "" }.sources
}

/// What a source brings that the settings describe.
func collect(
    _ yaml: String, in window: TimeWindow = week, eventDays: Int = 28,
    from web: ScriptedWeb = ScriptedWeb([:] as [String: HTTPResponse]),
    known: [any Source.Type] = allSources, listed: [String] = [], overlap: Int = 0,
    prepare: (inout ScriptedAccess) -> Void = { _ in }
) async throws -> CollectionResult {
    var access = ScriptedAccess(http: web.http, now: window.until)
    prepare(&access)
    let reports = try await Collector(try sourceSettings(yaml), known: known).collect(
        in: window, eventDays: eventDays, through: access.access, listed: listed,
        overlap: overlap)
    return reports.reduce(into: CollectionResult()) { $0 += $1.result }
}

/// What is wrong with a source's keys, a line each.
func faults(_ yaml: String, known: [any Source.Type] = allSources) throws -> [String] {
    let settings = try sourceSettings(yaml)
    do throws(Diagnostics) {
        _ = try Collector(settings, known: known)
        return []
    } catch {
        return error.all.map(\.description)
    }
}

extension Candidate {
    /// Its facts by name.
    var factsByName: [String: String] { Dictionary(facts.map { ($0.name, $0.value) }) { first, _ in first } }

    /// `title <url> name=value …`, on one line.
    var line: String {
        let facts = facts.map { " \($0.name)=\($0.value)" }.joined()
        return "\(title) <\(url ?? "-")>\(facts)"
    }
}
