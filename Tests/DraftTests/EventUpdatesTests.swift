import Archive
import Newsletter
import Testing

@testable import Draft

@Suite struct EventUpdatesTests {
    private func tea(_ day: String, at place: String = "Ulm, DE", in region: String = "Europe") throws -> Candidate {
        var candidate = try Weekly.event("Tea", "https://tea.example", on: day, in: region, at: place)
        candidate.facts = [.signal(.eventID, "1")]
        return candidate
    }

    private let lines = "* 2026-03-10 | Ulm, DE\n    * [**Tea**](https://tea.example)\n"

    private func draft(_ lines: String) throws -> WorkingDraft {
        try Weekly.draft("## Events\n\n### Europe\n\n\(lines)")
    }

    private func updates(_ superseded: [SupersededEvent], now: [Candidate]) -> EventUpdates {
        EventUpdates(superseded, now: now, publication: Weekly.publication)
    }

    @Test func takesOutWhatIsCancelled() throws {
        let updates = updates([SupersededEvent(try tea("2026-03-10"), .cancelled)], now: [])
        let (after, memory, done) = try updates.applied(to: try draft(lines), remembering: DecisionLog())
        #expect(after.listed.isEmpty)
        #expect(memory["tea.example 2026-03-10 europe"]?.why == "cancelled")
        #expect(done.map(\.summary) == ["'Tea' on 2026-03-10 was cancelled"])
        #expect(try updates.applied(to: after, remembering: memory).draft.bytes == after.bytes)
    }

    @Test func movesAnEventToItsNewDay() throws {
        let other = "* 2026-03-12 | Ulm, DE\n    * [**Cake**](https://cake.example)\n"
        let updates = updates([SupersededEvent(try tea("2026-03-10"), .moved)], now: [try tea("2026-03-14")])
        let (after, memory, _) = try updates.applied(to: try draft(lines + other), remembering: DecisionLog())
        #expect(
            after.body == "## Events\n\n### Europe\n\n" + other + lines.replacing("03-10", with: "03-14"))
        #expect(memory["tea.example 2026-03-14 europe"]?.decision == .placed)
        #expect(updates.updates(of: after).isEmpty)
    }

    @Test(arguments: ["* ", "- "])
    func tellsAnotherPlace(bullet: String) throws {
        let lines = lines.replacing("* ", with: bullet)
        let updates = updates(
            [SupersededEvent(try tea("2026-03-10"), .changed)], now: [try tea("2026-03-10", at: "Bonn, DE")])
        let (after, _, _) = try updates.applied(to: try draft(lines), remembering: DecisionLog())
        #expect(after.body.hasSuffix(lines.replacing("Ulm", with: "Bonn")))
    }

    @Test func leavesAloneWhatAnEditorReworded() throws {
        let own = try draft(lines.replacing("**Tea**", with: "**Fine tea**"))
        let updates = updates([SupersededEvent(try tea("2026-03-10"), .moved)], now: [try tea("2026-03-14")])
        #expect(updates.updates(of: own).map(\.isUntouched) == [false])
        #expect(try updates.applied(to: own, remembering: DecisionLog()).draft.bytes == own.bytes)
        #expect(updates.settled(in: own, DecisionLog()).contains(try tea("2026-03-14")))
        let elsewhere = try Weekly.draft("## Events\n\n### Asia\n\n\(lines)")
        #expect(updates.settled(in: elsewhere, DecisionLog()).contains(try tea("2026-03-14")))
        // An editor has put the new place in already.
        let changed = EventUpdates(
            [SupersededEvent(try tea("2026-03-10"), .changed)], now: [try tea("2026-03-10", at: "Bonn, DE")],
            publication: Weekly.publication)
        let mended = try draft(lines.replacing("DE\n", with: "DE | Me\n").replacing("Ulm", with: "Bonn"))
        #expect(changed.updates(of: mended).isEmpty)
    }

    @Test func doesNotBringBackWhatAnEditorTookOut() throws {
        let updates = updates([SupersededEvent(try tea("2026-03-10"), .moved)], now: [try tea("2026-03-14")])
        var memory = DecisionLog()
        let empty = try draft("")
        #expect(!updates.settled(in: empty, memory).contains(try tea("2026-03-14")))
        memory.remember(
            Decision(
                identity: "tea.example 2026-03-10 europe", decision: .removed, by: .editor, title: "Tea", why: "dull"))
        #expect(updates.settled(in: empty, memory).contains(try tea("2026-03-14")))
        #expect(!updates.settled(in: empty, memory).contains(try tea("2026-03-14", in: "Virtual")))
        // Who decided counts, not the words of the reason.
        memory.remember(
            Decision(
                identity: "tea.example 2026-03-10 europe", decision: .removed, by: .editor, title: "Tea", why: "moved"))
        #expect(updates.settled(in: empty, memory).contains(try tea("2026-03-14")))
        memory.remember(
            Decision(
                identity: "tea.example 2026-03-10 europe", decision: .removed, by: .program, title: "Tea", why: "dull"))
        #expect(!updates.settled(in: empty, memory).contains(try tea("2026-03-14")))
    }

    @Test func leavesOneRegionWhereItIsStillToldInTheOther() throws {
        let virtual = try tea("2026-03-10", in: "Virtual")
        let updates = updates([SupersededEvent(virtual, .moved)], now: [try tea("2026-03-10")])
        let both = try Weekly.draft("## Events\n\n### Virtual\n\n\(lines)\n### Europe\n\n\(lines)")
        let (after, _, done) = try updates.applied(to: both, remembering: DecisionLog())
        #expect(after.body == "## Events\n\n### Virtual\n\n### Europe\n\n\(lines)")
        #expect(done.map(\.summary) == ["'Tea' on 2026-03-10 no longer takes place at that location"])
    }
}
