import Archive
import Newsletter
import Testing

@testable import Draft

@Suite struct ChoosingTests {
    private func choose(
        _ candidates: [Candidate], _ edit: (String) -> String, in draft: WorkingDraft
    ) throws -> Choosing.Outcome {
        let sheet = ChoiceSheet(candidates.map { ChoiceSheet.Line(word: .add, candidate: $0, reason: "") })
        return try Choosing(Weekly.publication).applying(
            try sheet.choices(in: edit(sheet.text), file: "f"), to: draft, remembering: DecisionLog())
    }

    @Test func doesWhatEachLineSays() throws {
        let links = ["A", "B", "C"].map { Weekly.link($0, "https://\($0.lowercased()).example", in: "News") }
        let outcome = try choose(
            links, { $0.replacing("add   2", with: "later 2").replacing("add   3", with: "no 3") },
            in: try Weekly.draft("## News\n"))
        #expect(outcome.draft.body == "## News\n\n* [A](https://a.example)\n")
        #expect(outcome.memory.all.map(\.decision) == [.placed, .later, .removed])
        #expect((outcome.placed, outcome.declined) == (1, 1))
    }

    @Test func asksNoMoreForAnEventInARegionOfTheEditorsOwn() throws {
        let tea = try Weekly.event("Tea", "https://tea.example", on: "2026-03-10", in: "Europe", at: "Tiflis")
        let draft = try Weekly.draft("## Events\n\n### Asia\n")
        let outcome = try choose([tea], { $0.replacing("1 Europe", with: "1 Asia") }, in: draft)
        #expect(outcome.draft.body.contains("### Asia\n\n* 2026-03-10"))
        #expect(outcome.memory[tea.identity]?.decision == .placed)
        #expect(outcome.memory["tea.example 2026-03-10 asia"]?.decision == .placed)
        // The same of what gets its place later.
        let chosen = try choose([tea], { $0.replacing("1 Europe", with: "1 Asia") }, in: try Weekly.draft("## News\n"))
        #expect(chosen.faults.count == 1)
        #expect(chosen.memory[tea.identity]?.decision == .chosen)
        let placing = CandidatePlacing(Weekly.publication, archive: .empty)
        let placed = try placing.placing([tea], into: draft, remembering: chosen.memory) { _ in false }
        #expect(placed.draft.bytes == outcome.draft.bytes)
        #expect(placed.memory.all.map(\.decision) == [.placed, .placed])
        #expect(try placing.placing([tea], into: placed.draft, remembering: placed.memory).placed.isEmpty)
    }

    @Test func asksNoMoreForWhatHasNoAddressAndAnotherTitle() throws {
        let nominee = Candidate(source: "forum", kind: .pick, title: "that thing", url: nil, content: .pick)
        let outcome = try choose(
            [nominee], { $0.replacing("that thing", with: "Kettle") }, in: try Weekly.draft("## Pick\n"))
        #expect(outcome.draft.body.contains("This week's pick is Kettle."))
        #expect(outcome.memory[nominee.identity]?.decision == .placed)
    }

    /// As after a run that was interrupted between the draft and the decisions.
    @Test func placesNothingTwice() throws {
        let links = ["A", "B"].map { Weekly.link($0, "https://\($0.lowercased()).example", in: "News") }
        let once = try choose(links, { $0 }, in: try Weekly.draft("## News\n"))
        let again = try choose(links, { $0 }, in: once.draft)
        #expect(again.draft.bytes == once.draft.bytes)
        #expect(again.memory.bytes == once.memory.bytes)
        #expect((again.placed, again.present) == (0, 2))
    }
}
