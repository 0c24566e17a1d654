import Newsletter
import Newsroom
import Synchronization
import TestKit
import Testing
import Text

@Suite struct EarlierAppearancesTests {
    private func weekly(draft: String? = WeeklyFolder.draft) -> MemoryWeekly {
        let weekly = MemoryWeekly(draft: draft)
        weekly.write(
            "content/5.md",
            """
            Title: Weekly 5
            Number: 5
            Date: 2998-01-07

            ## News

            ### Here

            * [Brewing green tea with lasers](https://tea.example/lasers)
            * [Lasers again](https://tea.example/page?id=1)
            * [Green tea, brewing and storing](https://shop.example/green)
            * [Coffee](https://coffee.example/)

            """)
        return weekly
    }

    private func candidate(_ title: String, _ url: String) -> Candidate {
        Candidate(source: "add", kind: .links, section: "Here", title: title, url: url)
    }

    private func appearances(_ title: String, _ url: String) async throws -> [String] {
        try await EarlierAppearances(weekly().session()).appearances(of: candidate(title, url))
            .map(\.printableText.text)
    }

    @Test func findsSameLinkFirst() async throws {
        #expect(
            try await appearances("Brewing green tea", "http://www.tea.example/lasers/?utm_source=x") == [
                "The same link was in Weekly 5 of 2998-01-07, under Here, as 'Brewing green tea with lasers'",
                "Related: 'Green tea, brewing and storing' (https://shop.example/green) in Weekly 5 of 2998-01-07, under Here",
            ])
    }

    @Test func findsNearlySameLinks() async throws {
        #expect(
            try await appearances("Lasers again!", "https://tea.example/page?id=2") == [
                "Nearly the same: 'Lasers again' (https://tea.example/page?id=1) in Weekly 5 of 2998-01-07, under Here"
            ])
        #expect(
            try await appearances("lasers AGAIN", "https://elsewhere.example/") == [
                "Nearly the same: 'Lasers again' (https://tea.example/page?id=1) in Weekly 5 of 2998-01-07, under Here"
            ])
    }

    @Test(arguments: ["Tea", "A new kettle with lasers and tea", "", "\"tea -lasers site:x"])
    func isQuietOnOtherMatters(title: String) async throws {
        #expect(try await appearances(title, "https://other.example/") == [])
    }

    @Test func isQuietOnEvents() async throws {
        let day = try #require(CalendarDate(year: 2999, month: 3, day: 12))
        let event = Candidate(
            source: "add", kind: .events, section: "Here", title: "Brewing green tea with lasers",
            url: "https://tea.example/lasers",
            content: .event(Event(start: day, end: nil, mode: .virtual, place: nil, organizers: [])))
        #expect(try await EarlierAppearances(weekly().session()).appearances(of: event).isEmpty)
    }

    @Test func isPrintedWhenAnEntryIsAdded() async throws {
        let weekly = weekly()
        _ = try await Adding(weekly.session(), again: true).add(candidate("Tea", "https://tea.example/lasers"))
        #expect(
            weekly.notices.value.withLock { $0 } == [
                "The same link was in Weekly 5 of 2998-01-07, under Here, as 'Brewing green tea with lasers'."
            ])
    }

    @Test func isOnSheetsAndDoesNotDisturbThem() async throws {
        let weekly = weekly()
        weekly.write(
            "candidates/7/blogs.jsonl",
            MemoryWeekly.candidate("lasers").replacing(#""title":"lasers""#, with: #""title":"Lasers again""#))
        let choice = try await CandidateChoice(weekly.session(), draft: nil, sections: [])
        let text = try await choice.text()
        #expect(text.contains("\n#       Nearly the same: 'Lasers again' (https://tea.example/page?id=1) in Weekly 5"))
        weekly.write("sheet.txt", text.replacing("no    1", with: "add   1"))
        #expect(try await choice.apply(sheet: "/weekly/sheet.txt")?.placed == 1)
    }

    @Test func isAmongNotesOnPullRequests() async throws {
        let draft = MemoryWeekly.draft(with: "* [One](https://one.example/1)")
        var weekly = weekly(draft: draft)
        let repository = MemoryRepository(root: MemoryWeekly.root)
        repository.commit(["draft/7.md": draft])
        repository.commit(
            [
                "draft/7.md": draft.replacing(
                    "(https://one.example/1)\n", with: "(https://one.example/1)\n* [Tea](https://tea.example/lasers)\n")
            ], to: "pr/a", from: "main")
        weekly.git = repository.git
        let outcome = try await TakenPullRequests(weekly.session(), origin: .branches("pr/*"))
            .take(PullRequestSelection(), isDry: true)
        #expect(outcome.text.text.contains("The same link was in Weekly 5 of 2998-01-07"))
    }
}
