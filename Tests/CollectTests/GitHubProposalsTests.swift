import Context
import Newsletter
import Testing

@testable import Collect
import Text

@Suite struct GitHubProposalsTests {
    private typealias Answers = GitHubAnswers

    private static let pulls = "https://g/repos/o/p/pulls?state=all&sort=updated&direction=desc&per_page=100"

    private static func labelled(_ label: String) -> String {
        "https://g/repos/o/r/issues?labels=\(label)&state=all&since=2026-07-01T00:00:00Z&per_page=100"
    }

    private func collected(
        _ keys: String, from pages: [String: String], listed: [String] = []
    ) async throws -> CollectionResult {
        let web = ScriptedWeb(pages.mapValues { HTTPResponse($0) })
        return try await collect(
            "  - { source: github-proposals, api: \"https://g\", \(keys) }\n", from: web, listed: listed)
    }

    private func stages(_ result: CollectionResult) -> [String] {
        result.candidates.map { candidate in
            guard case .proposal(let proposal) = candidate.content else { return "no proposal" }
            let change = candidate.factsByName["change"].map { " \($0)" } ?? ""
            return "\(candidate.title): \(proposal.stage?.rawValue ?? "-")\(change)"
        }
    }

    @Test func tellsApprovedNewAndUpdatedOnesApart() async throws {
        let (before, inside, after) = (week.since - 1, week.since + 100, week.until)
        let list = Answers.list(
            Answers.item("o/p", 1, title: "merged", created: before, updated: after, closed: inside, merged: inside),
            Answers.item(
                "o/p", 2, title: "merged later", created: before, updated: after, closed: after, merged: after),
            Answers.item("o/p", 3, title: "opened", created: week.since, updated: inside),
            Answers.item("o/p", 4, title: "opened later", created: after, updated: after),
            Answers.item("o/p", 5, title: "opened and closed", created: inside, updated: inside, closed: inside),
            Answers.item("o/p", 6, title: "pushed to", created: before, updated: inside),
            Answers.item("o/p", 7, title: "talked about", created: before, updated: inside),
            // Behind this one nothing has changed in the window.
            Answers.item("o/p", 8, title: "old", created: before, updated: before),
            Answers.item("o/p", 9, title: "older", created: before, updated: before)
        )
        func commits(_ times: Int...) -> String {
            "[" + times.map { #"{"commit": {"committer": {"date": "\#(Timestamp.text($0))"}}}"# }.joined(separator: ",")
                + "]"
        }
        let result = try await collected(
            "proposals: [o/p]",
            from: [
                Self.pulls: list,
                "https://g/repos/o/p/pulls/2/commits?per_page=100": commits(before),
                "https://g/repos/o/p/pulls/6/commits?per_page=100": commits(before, inside + 5, after),
                "https://g/repos/o/p/pulls/7/commits?per_page=100": commits(before),
            ])
        #expect(result.faults == [])
        #expect(stages(result) == ["opened: new new", "merged: approved", "pushed to: new updated"])
        #expect(result.candidates.map(\.time) == [week.since, inside, inside + 5])
        #expect(result.candidates.allSatisfy { $0.tags.isEmpty && $0.kind == .proposals })
    }

    @Test func marksNewOnesWhereThatIsWanted() async throws {
        let list = Answers.list(Answers.item("o/p", 3, created: week.since, updated: week.since))
        let result = try await collected("tags: true, proposals: [o/p]", from: [Self.pulls: list])
        #expect(result.candidates.map(\.tags) == [["new"]])
    }

    @Test func approvesOnlyWhatHasALabel() async throws {
        func merged(_ number: Int, _ label: String) -> String {
            Answers.item(
                "o/p", number, isPull: true, updated: week.since, closed: week.since, merged: week.since,
                labels: [label])
        }
        let list = Answers.list(merged(1, "typo"), merged(2, "T-lang"))
        let result = try await collected("approved: [T-lang], proposals: [o/p]", from: [Self.pulls: list])
        #expect(result.candidates.map(\.url) == ["https://github.com/o/p/pull/2"])
    }

    @Test func findsFinalCommentPeriodsByTheLabelsEvent() async throws {
        let label = "final-comment-period"
        func events(_ lines: String...) -> String { "[" + lines.joined(separator: ",") + "]" }
        let result = try await collected(
            "periods: [{ repository: o/r, section: Rust, disposition: unspecified }]",
            from: [
                Self.labelled(label): Answers.list(
                    Answers.item("o/r", 1, title: "open", labels: ["disposition-postpone", label]),
                    Answers.item("o/r", 2, title: "before"),
                    Answers.item("o/r", 3, title: "after"),
                    Answers.item("o/r", 4, title: "made later", created: week.until)),
                Self.labelled("finished-final-comment-period"): Answers.list(
                    Answers.item(
                        "o/r", 5, title: "over", isPull: true, closed: week.since + 99, merged: week.since + 99),
                    Answers.item("o/r", 1, title: "open")),
                "https://g/repos/o/r/issues/1/events?per_page=100": events(
                    #"{"event": "mentioned", "created_at": "2026-07-02T00:00:00Z"}"#, Answers.labelled("x", week.since),
                    Answers.labelled(label, week.since + 50),
                    Answers.labelled(label, week.since + 60, event: "unlabeled")),
                "https://g/repos/o/r/issues/2/events?per_page=100": events(Answers.labelled(label, week.since - 1)),
                "https://g/repos/o/r/issues/3/events?per_page=100": events(Answers.labelled(label, week.until)),
                "https://g/repos/o/r/issues/5/events?per_page=100": events(
                    Answers.labelled(label, week.since), Answers.labelled("finished-final-comment-period", week.since)),
            ])
        #expect(result.faults == [])
        #expect(result.candidates.map(\.title) == ["over", "open"])
        #expect(result.candidates.map(\.time) == [week.since, week.since + 50])
        #expect(
            result.candidates.map(\.content) == [
                .proposal(Proposal(stage: .finalCommentPeriod, disposition: "unspecified")),
                .proposal(Proposal(stage: .finalCommentPeriod, disposition: "postpone")),
            ])
        #expect(result.candidates.map(\.section) == ["Rust", "Rust"])
        #expect(result.candidates.first?.factsByName["merged"] == "2026-07-01")
    }

    @Test func followsTheEventsOverPages() async throws {
        let label = "final-comment-period"
        let events = "https://g/repos/o/r/issues/1/events?per_page=100"
        let web = ScriptedWeb([
            Self.labelled(label): HTTPResponse(Answers.list(Answers.item("o/r", 1))),
            Self.labelled("finished-final-comment-period"): HTTPResponse("[]"),
            events: HTTPResponse(
                "[]", headers: ["Link": "<https://g/e?page=2>; rel=\"next\", <https://g/x>; rel=\"last\""]),
            "https://g/e?page=2": HTTPResponse(Answers.list(Answers.labelled(label, week.since))),
        ])
        let result = try await collect(
            "  - { source: github-proposals, api: \"https://g\", periods: [{ repository: o/r }] }\n", from: web)
        #expect(result.candidates.map(\.time) == [week.since])
    }

    @Test func tellsWhatHasEndedOfWhatIsListed() async throws {
        let finished = "finished-final-comment-period"
        let issue = "https://g/repos/o/r/issues"
        let result = try await collected(
            "periods: [{ repository: O/r }]",
            from: [
                Self.labelled("final-comment-period").replacing("o/r", with: "O/r"): "[]",
                Self.labelled(finished).replacing("o/r", with: "O/r"): "[]",
                issue + "/1": Answers.item("o/r", 1, isPull: true, closed: week.since, merged: week.since),
                issue + "/2": Answers.item("o/r", 2, title: "Two", closed: week.since + 7),
                issue + "/3": Answers.item("o/r", 3, labels: [finished]),
                issue + "/4": Answers.item("o/r", 4),
                issue + "/5": Answers.item("o/r", 5, closed: week.until),
            ],
            listed: [
                "https://github.com/o/r/pull/1", "https://github.com/o/r/issues/2#issuecomment-9",
                "https://github.com/o/r/issues/3", "https://github.com/o/r/issues/4",
                "https://github.com/o/r/issues/5", "https://github.com/o/r/issues/1", "https://example.org/",
                "https://github.com/other/r/issues/1",
            ])
        #expect(result.faults == [])
        #expect(result.candidates == [])
        #expect(result.resolutions.map(\.outcome) == [.merged, .closed, .finished])
        #expect(result.resolutions.map(\.time) == [week.since, week.since + 7, nil])
        #expect(result.resolutions[1].title == "Two")
        #expect(result.resolutions[1].url == "https://github.com/o/r/issues/2#issuecomment-9")
    }

    @Test func goesOnWhereAPartFails() async throws {
        let result = try await collected(
            "proposals: [o/p], periods: [{ repository: o/r }]",
            from: [
                Self.pulls: Answers.list(
                    Answers.item("o/p", 1, updated: week.since),
                    Answers.item("o/p", 2, created: week.since - 1, updated: week.since),
                    Answers.item("o/p", 3, title: "fine", created: week.since, updated: week.since)),
                Self.labelled("final-comment-period"): #"[{"title": "T", "number": "1"}]"#,
                Self.labelled("finished-final-comment-period"): "[]",
            ])
        #expect(result.candidates.map(\.title) == ["fine"])
        let told = result.faults.map(\.description)
        #expect(
            told == [
                "github-proposals: https://github.com/o/p/issues/1: 'created_at' is missing. Open the address to see the answer",
                "github-proposals: https://g/repos/o/p/pulls/2/commits?per_page=100: no connection (the test has no such page)",
                "github-proposals: \(Self.labelled("final-comment-period")): '[0].number' isn't a number. Open the address to see the answer; the service may have changed its format",
            ])
    }

    @Test(arguments: [
        ("label: x", "'github-proposals.proposals' is missing, and 'periods' too"),
        ("proposals: [p]", "isn't a repository: 'p'. Write the repository as OWNER/NAME"),
        ("periods: [{ section: x }]", "'github-proposals.periods[1].repository' is missing"),
        ("proposals: [o/p], periods: [{ repository: o/r, lable: x }]", "unknown key 'lable'"),
    ])
    func namesFaultsOfTheSettings(keys: String, fault: String) throws {
        let found = try faults("  - { source: github-proposals, \(keys) }\n")
        #expect(found.contains { $0.contains(fault) }, "\(found)")
    }
}
