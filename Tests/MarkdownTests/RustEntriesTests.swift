import Newsletter
import Testing
import Text

/// Pull requests, proposals and calls, as lists have them.
@Suite struct RustEntriesTests {
    @Test(arguments: [
        ("* [clippy: new lint](https://github.com/rust-lang/rust/pull/123)", "rust-lang/rust", 123),
        ("* [t](https://github.com/rust-lang/rust/pull/123/files#r1)", "rust-lang/rust", 123),
        ("* [t](https://gitlab.com/a/b/c/-/merge_requests/7)", "a/b/c", 7),
        ("* [docs](https://x.org/) [t](https://codeberg.org/a/b/pulls/9)", "a/b", 9),
    ])
    func readsPullRequests(item: String, repository: String, number: Int) throws {
        #expect(
            try entries(.pullRequests, item).map(\.content) == [
                .pullRequest(PullRequest(repository: repository, number: number))
            ])
    }

    @Test(arguments: [
        "* [t](https://github.com/rust-lang/rust/issues/123)", "* [t](https://github.com/pull/1)",
        "* [t](https://github.com/a/b/pull/x)",
    ])
    func takesOtherLinksForProse(item: String) throws {
        let found = try entries(.pullRequests, item)
        #expect(found.map(\.content) == [.prose])
        #expect(found.first?.urls.count == 1)
    }

    @Test func readsProposals() throws {
        let found = try entries(
            .proposals, "* [disposition: Merge] [Title](u)\n* [Other](v)\n* [new] [Third](w)",
            stage: .finalCommentPeriod)
        #expect(
            found.map(\.content) == [
                .proposal(Proposal(stage: .finalCommentPeriod, disposition: "merge")),
                .proposal(Proposal(stage: .finalCommentPeriod, disposition: nil)),
                .proposal(Proposal(stage: .finalCommentPeriod, disposition: nil)),
            ])
        #expect(
            found.map(\.line) == [
                "proposal: Title <u> [disposition: Merge]", "proposal: Other <v>", "proposal: Third <w> [new]",
            ])
        #expect(
            try ["merged", "Closed", "postpone", "merge?", "unspecified"].map { word in
                try entries(.proposals, "* [new, disposition: \(word)] [t](u)").map(\.content)
            }
                == ["merge", "close", "postpone", nil, nil].map {
                    [.proposal(Proposal(stage: nil, disposition: $0))]
                })
        #expect(
            try entries(.proposals, "* [t](u)").map(\.content) == [.proposal(Proposal(stage: nil, disposition: nil))])
    }

    @Test func readsCallsForTesting() throws {
        let found = try entries(
            .testing,
            "* [Feature](u)\n  * [Testing steps](v)\n* [Inline](u) | [steps](w)\n* [Bare](u)\n* *No calls were issued by [Rust](x).*"
        )
        #expect(
            found.map(\.content) == [
                .callForTesting(CallForTesting(steps: "v")), .callForTesting(CallForTesting(steps: "w")),
                .callForTesting(CallForTesting(steps: nil)),
                .prose,
            ])
    }

    @Test func readsCallsForParticipation() throws {
        let project = try entries(.participation, "* [tool - a task | with a bar](u)", calls: .project)
        #expect(
            project.map(\.content) == [.callForParticipation(.init(kind: .project, closes: nil, place: nil, date: nil))]
        )
        let closes = CalendarDate(year: 2025, month: 7, day: 1)
        let item = "* [**RustConf**](u) | Closes 2025-07-01 | Oslo, NO | 2025-09 - 2025-10"
        let event = Entry.Content.callForParticipation(
            .init(kind: .event, closes: closes, place: "Oslo, NO", date: "2025-09 - 2025-10"))
        #expect(try entries(.participation, item, calls: .event).map(\.content) == [event])
        #expect(try entries(.participation, item).map(\.content) == [event])
        let labelled = [
            "* [**RustConf**](u) | CFP closes 2025-07-01 | Oslo, NO | Event date:  2025-09 - 2025-10",
            "* [RustConf](u)| closes 2025-07-01 | Oslo, NO | Event on 2025-09 - 2025-10",
            "* [RustConf 2025-01-01](u) [CFP](v) closes 2025-07-01 | Oslo, NO | Event date: 2025-09 - 2025-10",
        ]
        for item in labelled { #expect(try entries(.participation, item, calls: .event).map(\.content) == [event]) }
        #expect(
            try entries(.participation, "* [R](u) | open | Oslo, NO | 15 March 2026", calls: .event).map(\.content) == [
                .callForParticipation(.init(kind: .event, closes: nil, place: "Oslo, NO", date: "15 March 2026"))
            ])
        let bare = try entries(.participation, "* [RustConf](u)", calls: .event)
        #expect(bare.map(\.content) == [.callForParticipation(.init(kind: .event, closes: nil, place: nil, date: nil))])
    }
}
