import Archive
import Newsletter
import Testing

@testable import Draft
import Text

@Suite struct CandidatePlacingTests {
    private let empty = "## News\n\n## Events\n\n### Virtual\n\n### Europe\n"

    private var candidates: [Candidate] {
        get throws {
            [
                Weekly.link("Tea", "https://tea.example", in: "News"),
                Weekly.link("Cake", "https://cake.example", in: "News"),
                Weekly.link("Milk", "https://milk.example", in: "News"),
                try Weekly.event("Meeting", "https://m.example", on: "2026-03-10", in: "Europe", at: "Ulm, DE"),
                try Weekly.event("Meeting", "https://m.example", on: "2026-03-10", in: "Virtual", mode: .hybrid),
                try Weekly.event("Meeting", "https://m.example", on: "2026-03-17", in: "Europe", at: "Ulm, DE"),
            ]
        }
    }

    private func placing(
        _ candidates: [Candidate], into draft: WorkingDraft, _ memory: DecisionLog = DecisionLog(),
        archive: ArchiveIndex = .empty, where admits: (Candidate) -> Bool = { _ in true }
    ) throws -> CandidatePlacing.Outcome {
        try CandidatePlacing(Weekly.publication, archive: archive).placing(
            candidates, into: draft, remembering: memory, where: admits)
    }

    @Test func placesEachOnceHoweverOftenItComes() throws {
        let first = try placing(try candidates + candidates, into: try Weekly.draft(empty))
        #expect(first.placed.count == 6)
        #expect(first.draft.listed.count == 6)
        #expect(first.draft.listed.count { $0.url == "https://m.example" } == 3, "a hybrid event, and another day")
        let again = try placing(candidates, into: first.draft, first.memory)
        #expect(again.draft.bytes == first.draft.bytes)
        #expect(again.memory.bytes == first.memory.bytes)
        #expect(again.placed.isEmpty)
        #expect(again.waiting.isEmpty)
    }

    @Test func changesNothingThatEditorsChanged() throws {
        let first = try placing(candidates, into: try Weekly.draft(empty))
        // One is re-titled, one moved, one taken out by hand, an event moved.
        let text = String(decoding: first.draft.bytes, as: UTF8.self)
            .replacing("[Tea]", with: "[Teas of the world]").replacing("* [Milk](https://milk.example)\n", with: "")
            .replacing("* [Cake](https://cake.example)\n", with: "")
            .replacing("### Virtual\n", with: "### Virtual\n\n* [Cake](https://cake.example)\n")
        let edited = try first.draft.with(Array(text.utf8))
        let meeting = try EntryEditing(edited, publication: Weekly.publication)
            .entry(with: "https://m.example", in: "Europe", on: CalendarDate(iso8601: "2026-03-17"))
        let moved = try EntryEditing(edited, publication: Weekly.publication).moving(meeting, to: "Asia")
        let again = try placing(candidates, into: moved, first.memory)
        #expect(again.draft.bytes == moved.bytes)
        #expect(again.memory.bytes == first.memory.bytes)
    }

    @Test func bringsNothingBackThatWasTakenOut() throws {
        var memory = DecisionLog()
        memory.remember(Decision(identity: "tea.example", decision: .removed, by: .editor, title: "Tea", why: "old"))
        let outcome = try placing(candidates, into: try Weekly.draft(empty), memory)
        #expect(!outcome.draft.listed.contains { $0.title == "Tea" })
        #expect(outcome.memory["tea.example"]?.why == "old")
    }

    @Test func listsWhatWaits() async throws {
        let archive = try await Weekly.archive("## News\n\n* [Old tea](https://tea.example)\n")
        let outcome = try placing(
            candidates + [Weekly.link("Lost", "https://lost.example", in: "Nowhere")], into: try Weekly.draft(empty),
            archive: archive, where: { $0.title != "Cake" })
        #expect(outcome.waiting.map(\.candidate.title) == ["Tea", "Cake", "Lost"])
        #expect(outcome.waiting.map { $0.reason?.file } == ["content/1.md", nil, "draft/7.md"])
        #expect(outcome.memory["cake.example"] == nil, "nobody has decided")
    }

    @Test func takesWhatSomebodyPutInByHandForPlaced() throws {
        let draft = try Weekly.draft("## News\n\n* [My tea](https://www.tea.example/)\n")
        let outcome = try placing([try candidates[0]], into: draft)
        #expect(outcome.draft.bytes == draft.bytes)
        #expect(outcome.memory["tea.example"]?.decision == .placed)
    }

    @Test func asksAgainForWhatWasPutOff() throws {
        var memory = DecisionLog()
        memory.remember(Decision(identity: "tea.example", decision: .later, by: .editor, title: "Tea"))
        let outcome = try placing([try candidates[0]], into: try Weekly.draft(empty), memory)
        #expect(outcome.placed.map(\.title) == ["Tea"])
    }
}
