import Context
import Newsletter
import Settings
import Testing

@testable import Collect

@Suite struct GitHubParticipationTests {
    private typealias Answers = GitHubAnswers

    private static func list(_ repository: String, _ label: String) -> String {
        "https://g/repos/\(repository)/issues?labels=\(label)&state=open&assignee=none&sort=created&direction=desc&per_page=100"
    }

    private func settings(_ keys: String) -> String {
        "  - { source: github-participation, api: \"https://g\", \(keys) }\n"
    }

    @Test func bringsFreeTasksOfEveryProject() async throws {
        let web = ScriptedWeb([
            Self.list("o/r", "help%20wanted"): Answers.list(
                Answers.item("o/r", 9, title: "too new", created: week.until),
                Answers.item("o/r", 8, title: "a pull request", isPull: true, created: week.since),
                Answers.item("o/r", 7, title: "taken", created: week.since, assignees: ["bob"]),
                Answers.item("o/r", 6, title: "six", created: week.since, labels: ["help wanted", "E-easy"]),
                Answers.item("o/r", 4, title: "four", created: week.since - 9_000_000)),
            Self.list("o/r", "E-easy"): Answers.list(
                Answers.item("o/r", 6, title: "six", created: week.since, labels: ["help wanted", "E-easy"]),
                Answers.item("o/r", 5, title: "five", created: week.since)),
            Self.list("a/b", "mentor"): Answers.list(
                Answers.item("a/b", 2, title: "two", created: 5), Answers.item("a/b", 1, title: "one", created: 4)),
        ])
        let result = try await collect(
            settings(
                "labels: [help wanted, E-easy], projects: [{ repository: o/r, name: Spindle }, { repository: a/b, labels: mentor, most: 1 }]"
            ), from: web)
        #expect(result.faults == [])
        #expect(
            result.candidates.map(\.title) == ["Spindle - six", "Spindle - five", "Spindle - four", "b - two"])
        #expect(
            result.candidates.first?.content
                == .callForParticipation(CallForParticipation(kind: .project, closes: nil, place: nil, date: nil)))
        #expect(
            result.candidates.first?.factsByName == [
                "repository": "o/r", "author": "ada", "labels": "help wanted, E-easy",
            ])
    }

    @Test func looksAgainBeforePublishing() async throws {
        let web = ScriptedWeb([
            "https://g/repos/o/r/issues/1": Answers.item("o/r", 1),
            "https://g/repos/o/r/issues/2": Answers.item("o/r", 2, title: "Two", assignees: ["bob"]),
            "https://g/repos/o/r/issues/3": Answers.item("o/r", 3, closed: week.until + 500),
        ])
        let settings = try #require(
            try sourceSettings(settings("labels: x, projects: [{ repository: o/r }]")).first)
        let source = try settings.read(GitHubParticipation.declaration.mapping) { GitHubParticipation($0) }
        let sourceRequest = SourceRequest(
            name: "tasks", window: week, eventDays: 28, access: ScriptedAccess(http: web.http, now: week.until).access,
            listed: (1...4).map { "https://github.com/o/r/issues/\($0)" } + ["https://github.com/x/y/issues/5"])
        let result = await source.recheck(sourceRequest)
        #expect(result.resolutions.map(\.outcome) == [.assigned, .closed])
        #expect(
            result.resolutions.map(\.url) == ["https://github.com/o/r/issues/2", "https://github.com/o/r/issues/3"])
        #expect(result.resolutions.map(\.title) == ["Two", "T"])
        #expect(
            result.faults.map(\.description) == [
                "tasks: https://g/repos/o/r/issues/4: no connection (the test has no such page)"
            ])
    }

    @Test(arguments: [
        ("labels: x", "'github-participation.projects' is missing. Write 'projects: …'"),
        ("labels: x, projects: []", "'github-participation.projects' is missing or empty"),
        ("projects: [{ repository: o/r }]", "'github-participation.projects[1].labels' is missing"),
        ("labels: x, projects: [{ repository: o/r, most: 0 }]", "must be a number from 1 to 100"),
    ])
    func namesFaultsOfTheSettings(keys: String, fault: String) throws {
        let found = try faults(settings(keys))
        #expect(found.count == 1)
        #expect(found.first?.contains(fault) == true, "\(found)")
    }
}
