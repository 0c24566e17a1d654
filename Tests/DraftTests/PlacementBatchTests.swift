import Archive
import Newsletter
import Testing

@testable import Draft
import Text

/// Placing many at once gives what placing them one by one gives.
@Suite struct PlacementBatchTests {
    private static let drafts = [
        // Nothing yet.
        "## News\n\n## Events\n\n### Europe\n\n### Virtual\n\n## Changes\n\n## Jobs\n",
        // Lists of several forms, in no order, with comments and words between.
        """
        ## News

        <!-- here -->

        - [One](https://one.example/1)
        - [Two](https://two.example/2)

        Read on:

        - [Three](https://three.example/3), in *two*
          lines

        ### Here
        * [Four](https://four.example/4)

        ## Events

        Closing soon.

        ### Europe

        * 2026-03-20 | Ulm, DE | [Club](https://club.example)
            * [**Late**](https://club.example/late)
        * 2026-03-09 | Bonn, DE | [Club](https://club.example)
            * [**Early**](https://club.example/early)

        <!-- between -->

        * 2026-03-30 | Köln, DE | [Club](https://club.example)
            * [**Last**](https://club.example/last)

        ### Virtual
        * 2026-03-12 | Virtual | [Net](https://net.example)
            * [**Talk**](https://net.example/talk)

        Localization that close the list.

        ## Changes

        * [do one](https://github.com/o/r/pull/1)

        ### Cargo

        * [do two](https://github.com/o/r/pull/2)

        ## Jobs

        * [Job](https://job.example/1)

        """,
        // Nested, indented and numbered items; no line end at the end.
        """
        ## Jobs

        1. [Job](https://job.example/1)

        ## Events

        ### Europe

          * 2026-03-10 | Ulm, DE | [Club](https://club.example)
              * [**Tea**](https://club.example/tea)
        * Further:
            * 2026-03-11 | Ulm, DE | [Club](https://club.example)
                * [**Cake**](https://club.example/cake)

        ## News

        + [One](https://one.example/1)
            + [Nested](https://one.example/nested)
        + [Two](https://two.example/2)
        """,
    ]
    private static let titles = [
        "Tea", "Two *stars* and `code`", "A [bracket", "<!-- no comment", "1. Not a list", "Pipe | in | it", "C:\\path",
        "https://in.example/title", "</div>", "> quoted", "    indented", "Zwölf Äpfel 🍎", "***",
        "[Tea]: https://x.example",
    ]
    private static let places = ["Ulm, DE", "Köln, DE", "Virtual", "", "Hybrid (Ulm, DE)", "A | B", "(Ulm)"]

    private static func candidate(_ random: inout RandomEdits) throws -> Candidate {
        let number = random.number(below: 40)
        let title = "\(titles[random.number(below: titles.count)]) \(random.number(below: 3))"
        switch random.number(below: 12) {
        case 0, 1, 2, 3:
            let sections = ["News", "Here", "news:", "Nowhere", "Jobs", "Changes"]
            return Weekly.link(
                title, "https://made.example/\(number)", in: sections[random.number(below: sections.count)],
                tags: random.number(below: 3) == 0 ? ["video"] : [])
        case 4, 5, 6, 7:
            let modes: [Event.Mode] = [.inPerson, .virtual, .hybrid]
            let place = places[random.number(below: places.count)]
            return try Weekly.event(
                title, "https://made.example/\(number)", on: "2026-03-\(10 + random.number(below: 20))",
                until: random.number(below: 5) == 0 ? "2026-03-30" : nil,
                in: ["Europe", "Virtual", "Asia", "EUROPE", ""][random.number(below: 5)],
                at: place.isEmpty ? nil : place, mode: modes[random.number(below: 3)],
                by: random.number(below: 2) == 0 ? [Event.Organizer(name: "Club | Ulm", url: "https://c.example")] : [])
        case 8, 9:
            return Candidate(
                source: "test", kind: .pullRequests, section: [nil, "Cargo", "Compiler"][random.number(below: 3)],
                title: title, url: "https://github.com/o/r/pull/\(number)",
                content: .pullRequest(PullRequest(repository: "o/r", number: number)))
        case 10:
            return Candidate(
                source: "test", kind: .links, section: "News", title: title,
                url: [nil, "javascript:alert(1)", "https://x.example/a b)"][random.number(below: 3)])
        default:
            return Candidate(
                source: "test", kind: .jobs, title: title, url: "https://job.example/\(number)", content: .job)
        }
    }

    private static func memory(_ candidates: [Candidate], _ random: inout RandomEdits) -> DecisionLog {
        var memory = DecisionLog()
        for candidate in candidates where random.number(below: 5) == 0 {
            let kinds: [Decision.Kind] = [.chosen, .chosen, .later, .removed, .placed]
            memory.remember(
                Decision(
                    identity: candidate.identity, decision: kinds[random.number(below: kinds.count)], by: .editor,
                    title: candidate.title, section: ["Europe", "Here", candidate.section][random.number(below: 3)]))
        }
        return memory
    }

    @Test(arguments: 0..<90)
    func placesAsOneByOne(seed: Int) throws {
        var random = RandomEdits(seed: seed)
        var text = Self.drafts[seed % 3]
        if seed % 5 == 0 { text = text.replacing("\n", with: "\r\n") }
        let draft = try Weekly.draft(text)
        let candidates = try (0..<60).map { _ in try Self.candidate(&random) }
        let memory = Self.memory(candidates, &random)
        let placing = CandidatePlacing(Weekly.publication, archive: .empty)
        func admits(_ candidate: Candidate) -> Bool { !candidate.title.hasSuffix("2") }

        let together = try placing.placing(candidates, into: draft, remembering: memory, where: admits)
        var single = CandidatePlacing.Outcome(draft: draft, memory: memory)
        for candidate in candidates {
            let outcome = try placing.placing(
                [candidate], into: single.draft, remembering: single.memory, where: admits)
            (single.draft, single.memory) = (outcome.draft, outcome.memory)
            single.placed += outcome.placed
            single.waiting += outcome.waiting
        }
        #expect(
            String(decoding: together.draft.bytes, as: UTF8.self) == String(decoding: single.draft.bytes, as: UTF8.self)
        )
        #expect(together.draft.bytes == single.draft.bytes)
        #expect(together.memory.bytes == single.memory.bytes)
        #expect(together.placed == single.placed)
        #expect(together.waiting.map(\.candidate) == single.waiting.map(\.candidate))
        #expect(together.waiting.map { $0.reason?.description } == single.waiting.map { $0.reason?.description })
    }

    @Test(arguments: 0..<30)
    func choosesAsOneByOne(seed: Int) throws {
        var random = RandomEdits(seed: seed)
        let draft = try Weekly.draft(Self.drafts[seed % 3])
        let choices = try (0..<40).map { _ in
            let candidate = try Self.candidate(&random)
            return ChoiceSheet.Choice(
                word: ChoiceSheet.Word.allCases[random.number(below: 6) % 3], candidate: candidate,
                identity: candidate.identity)
        }
        let choosing = Choosing(Weekly.publication)
        let together = try choosing.applying(choices, to: draft, remembering: DecisionLog())
        var single = Choosing.Outcome(draft: draft, memory: DecisionLog())
        for choice in choices {
            let outcome = try choosing.applying([choice], to: single.draft, remembering: single.memory)
            (single.draft, single.memory) = (outcome.draft, outcome.memory)
            single.placed += outcome.placed
            single.declined += outcome.declined
            single.faults += outcome.faults
        }
        #expect(
            String(decoding: together.draft.bytes, as: UTF8.self) == String(decoding: single.draft.bytes, as: UTF8.self)
        )
        #expect(together.memory.bytes == single.memory.bytes)
        #expect((together.placed, together.declined) == (single.placed, single.declined))
        #expect(together.faults.map(\.description) == single.faults.map(\.description))
    }

    /// How often the draft is read while candidates are placed.
    private func readings(_ candidates: [Candidate], _ text: String) throws -> Int {
        var draft = try Weekly.draft(text)
        var readings = 0
        try PlacementBatch.run(candidates[...], on: &draft, draft: \.self, publication: Weekly.publication) {
            for candidate in $0 { try $2.place(candidate) }
            try $2.settle()
            readings += $2.readings
        }
        #expect(draft.listed.count == candidates.count)
        return readings
    }

    @Test(arguments: [20, 200])
    func readsTheDraftOnceForEachListHoweverManyItemsComeIn(count: Int) throws {
        let links = (0..<count).map { Weekly.link("Title \($0)", "https://made.example/\($0)", in: "News") }
        #expect(try readings(links, "## News\n") == 2, "the first opens the list")
        let modes: [Event.Mode] = [.inPerson, .virtual, .hybrid]
        let events = try (0..<count).map { number in
            try Weekly.event(
                "Title \(number)", "https://made.example/\(number)", on: "2026-03-\(10 + number % 20)", in: "Europe",
                at: number % 4 == 0 ? nil : Self.places[number % 2], mode: modes[number % 3])
        }
        #expect(try readings(events, "## Events\n\n### Europe\n") == 2)
    }

    @Test func readsAFewTimesMoreWhereOneItemIsReadOtherwiseThanExpected() throws {
        var links = (0..<256).map { Weekly.link("Title \($0)", "https://made.example/\($0)", in: "Jobs") }
        // A list of jobs is none before its first item.
        links[100].section = "News"
        #expect(try readings(links, "## News\n\n## Jobs\n") < 40)
    }

    @Test func carriesEventsOverAsOneByOne() throws {
        let last = try Weekly.draft(Self.drafts[1], date: "2026-03-04", file: "content/6.md")
        let next = NextIssue(number: 8, date: try #require(CalendarDate(iso8601: "2026-03-11")))
        let draft = try Drafter(Weekly.publication).draft(
            next, template: "Title: W\nNumber: 8\nDate: 2026-03-11\n\n## News\n\n## Events\n\n### Europe\n",
            last: last, file: "draft/8.md")
        #expect(
            draft.body == """
                ## News

                ## Events

                ### Virtual

                * 2026-03-12 | Virtual | [Net](https://net.example)
                    * [**Talk**](https://net.example/talk)

                ### Europe

                * 2026-03-20 | Ulm, DE | [Club](https://club.example)
                    * [**Late**](https://club.example/late)
                * 2026-03-30 | Köln, DE | [Club](https://club.example)
                    * [**Last**](https://club.example/last)

                """)
    }
}
