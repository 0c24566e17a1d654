import Context
import Newsletter
import Settings
import Synchronization
import Testing

@testable import Collect

/// Yields its title once, or fails.
private struct Echo: Source {
    static let name = "echo"
    static let summary = "its title"
    static let keys = SettingsMapping([
        Setting("title", .text, "The title.", required: true),
        Setting("count", .number(1...5), "How often.", default: 1),
    ])
    let title: String
    let count: Int

    init(_ fields: SettingsFields) {
        title = fields.text("title")
        count = fields.number("count")
    }

    func collect(_ request: SourceRequest) async throws(SourceFault) -> CollectionResult {
        if title == "broken" {
            throw request.fault(
                "is missing", address: "https://example.org/", field: "channel", remedy: "Mend the feed")
        }
        return CollectionResult(
            (0..<count).map { request.candidate(.links, title: "\(title) \($0)", url: nil, time: week.since) })
    }
}

/// Brings nothing, and finds that all that is listed has ended.
private struct Undertaker: Source {
    static let name = "undertaker"

    static let summary = "nothing"
    static let keys = SettingsMapping([])

    init(_ fields: SettingsFields) {}

    func collect(_ request: SourceRequest) async throws(SourceFault) -> CollectionResult {
        throw request.fault("is asleep")
    }

    func recheck(_ request: SourceRequest) async -> CollectionResult {
        CollectionResult(
            resolutions: request.listed.map {
                Resolution(source: request.name, url: $0, title: "T", outcome: .closed, time: nil)
            })
    }
}

@Suite struct CollectorTests {
    private func collector(_ yaml: String) throws -> Collector {
        try Collector(try sourceSettings(yaml), known: [Echo.self])
    }

    @Test func reportsAFailingSourceAndGoesOn() async throws {
        let collector = try collector(
            """
              - { source: echo, name: one, title: A }
              - { source: echo, name: two, title: broken }
              - { source: echo, name: three, title: C, count: 2, section: News }
            """)
        let told = Mutex<Set<String>>([])
        let reports = await collector.collect(in: week, eventDays: 28, through: ScriptedAccess().access) { report in
            told.withLock { _ = $0.insert(report.settings.name) }
        }
        #expect(reports.map(\.settings.name) == ["one", "two", "three"])
        #expect(reports.map { $0.result.candidates.map(\.title) } == [["A 0"], [], ["C 0", "C 1"]])
        #expect(reports[2].result.candidates.map(\.source) == ["three", "three"])
        #expect(reports[2].result.candidates.first?.section == "News")
        #expect(
            reports[1].result.faults.map(\.description) == [
                "two: https://example.org/: 'channel' is missing. Mend the feed"
            ])
        #expect(told.withLock { $0 } == ["one", "two", "three"])
    }

    @Test func looksAgainAtWhatIsListed() async throws {
        let collector = try Collector(
            try sourceSettings("  - { source: undertaker }\n  - { source: echo, title: A }\n"),
            known: [Echo.self, Undertaker.self])
        let reports = await collector.collect(
            in: week, eventDays: 28, through: ScriptedAccess().access,
            listed: ["https://a.example", "https://b.example"])
        #expect(reports.map(\.result.resolutions.count) == [2, 0])
        #expect(reports.map(\.result.faults.count) == [1, 0])
        #expect(reports.map(\.result.candidates.count) == [0, 1])
    }

    @Test func asksOnlyTheNamedSources() async throws {
        let collector = try collector(
            "  - { source: echo, name: one, title: A }\n  - { source: echo, name: two, title: B }\n")
        let reports = await collector.collect(in: week, eventDays: 28, through: ScriptedAccess().access, only: ["two"])
        #expect(reports.map(\.settings.name) == ["two"])
    }

    @Test(arguments: [
        ("source: ecko, title: A", "4:5: error: unknown source 'ecko'. Did you mean 'echo'?"),
        ("source: echo", "4:5: error: 'echo.title' is missing. Write 'title: …'"),
        ("source: echo, title: A, cuont: 2", "4:31: error: unknown key 'cuont' in 'echo'. Did you mean 'count'?"),
        (
            "source: echo, name: x, title: A, count: 9",
            "4:47: error: 'x.count' must be a number from 1 to 5. Change '9'"
        ),
        (
            "source: echo, title: A, count: many",
            "4:38: error: 'echo.count' must be a number from 1 to 5. Change 'many'"
        ),
        ("source: echo, title: A, count: 0", "4:38: error: 'echo.count' must be a number from 1 to 5. Change '0'"),
        ("source: echo, title: { a: b }", "4:28: error: 'echo.title' must be text. Write one value after the colon"),
        ("source: echo, title: [A]", "4:28: error: 'echo.title' must be text. Write one value after the colon"),
    ])
    func namesFaultsOfTheSettings(keys: String, fault: String) throws {
        #expect(try faults("  - { \(keys) }\n", known: [Echo.self]) == ["sennight.yaml:" + fault])
    }

    @Test(
        "Refuses sources that can't be read as settings",
        arguments: [
            ("{ title: A }", "4:5: error: 'sources[1].source' is missing. Write 'source: …'"),
            (
                "{ source: [echo], title: A }",
                "4:15: error: 'sources[1].source' must be text. Write one value after the colon"
            ),
            (
                "{ source: echo, title: A, title: B }",
                "4:21: error: this key is written twice: title. Keep one of the keys"
            ),
            (
                "{ source: echo, title: A, name: [x] }",
                "4:37: error: 'sources[1].name' must be text. Write one value after the colon"
            ),
            (
                "{ source: echo, title: A, section: { a: b } }",
                "4:40: error: 'sources[1].section' must be text. Write one value after the colon"
            ),
        ])
    func refusesUnreadableSources(source: String, fault: String) throws {
        let error = try #require(throws: Diagnostics.self) { try sourceSettings("  - \(source)\n") }
        #expect(error.all.map(\.description) == ["sennight.yaml:" + fault])
    }

    @Test func holdsAWindowOpenAtItsEnd() {
        #expect(week.contains(week.since))
        #expect(!week.contains(week.until))
        #expect(week.days.count == 7)
        #expect(TimeWindow(since: 0, until: 86_401).days.map(\.until) == [86_400, 86_401])
        #expect(TimeWindow(since: 0, until: 1).halves == nil)
    }
}

@Suite struct AsyncWindowTests {
    @Test func keepsTheOrderAndTheLimit() async {
        let running = Mutex<(now: Int, most: Int)>((0, 0))
        let results = await AsyncWindow.map(Array(0..<40), atOnce: 3) { item in
            running.withLock { ($0.now, $0.most) = ($0.now + 1, max($0.most, $0.now + 1)) }
            await Task.yield()
            running.withLock { $0.now -= 1 }
            return item * 2
        }
        #expect(results == (0..<40).map { $0 * 2 })
        #expect(running.withLock { $0.most } <= 3)
    }
}
