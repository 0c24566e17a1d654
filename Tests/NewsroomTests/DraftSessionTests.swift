import Context
import Draft
import Live
import Newsletter
import Settings
import TestKit
import Testing
import Text

@testable import Newsroom

struct DraftSessionTests {
    @Test func refusesToSaveOverWhatSomebodyElseWrote() async throws {
        let weekly = try WeeklyFolder()
        let session = try DraftSession(PublicationLocation(root: weekly.scratch.path), context: .live)
        let draft = try session.draft(named: nil)
        let sorted = try EventSorting(regions: []).sorted(draft)
        let edited = try Placement(into: sorted, publication: session.publication).placing(
            Candidate(source: "add", kind: .links, section: "Here", title: "A", url: "https://a.example"))
        try weekly.scratch.write("draft/7.md", WeeklyFolder.draft + "\nMine.\n")
        var memory = DecisionLog()
        memory.remember(Decision(identity: "a.example", decision: .placed, by: .editor, title: "A"))
        let error = await #expect(throws: Diagnostic.self) {
            try await session.save(edited, over: draft, remembering: memory)
        }
        #expect(error?.summary == "another program changed this file in the meantime")
        #expect(try weekly.scratch.text("draft/7.md") == WeeklyFolder.draft + "\nMine.\n")
        #expect(try weekly.decisions.isEmpty)
    }

    @Test(arguments: [("Pacific/Auckland", "2026-03-05"), ("America/New_York", "2026-03-04"), ("UTC", "2026-03-04")])
    func knowsWhichDayItIsWhereThePublicationIs(zone: String, day: String) throws {
        let weekly = try WeeklyFolder()
        try weekly.scratch.write(
            "sennight.yaml", WeeklyFolder.settings.replacing("timezone: UTC", with: "timezone: \(zone)"))
        var context = Context.live
        // 2026-03-04T20:00:00Z
        context.clock = Clock(now: { 1_772_654_400_000_000_000 })
        let session = try DraftSession(PublicationLocation(root: weekly.scratch.path), context: context)
        #expect(session.today.description == day)
    }
}
