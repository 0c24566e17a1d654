import Draft
import Live
import Newsletter
import Settings
import TestKit
import Testing

@testable import Newsroom

@Suite(.startsProcesses)
struct FixApplicationTests {
    @Test func refusesToWriteOverWhatSomebodyElseWrote() async throws {
        let weekly = try WeeklyFolder(
            draft: WeeklyFolder.draft.replacing("### Here\n", with: "### Here\n\n* [A ](https://a.example/)\n"))
        let session = try DraftSession(PublicationLocation(root: weekly.scratch.path), context: .live)
        let checks = try await CheckSession(session, selected: ["padded-link-text"])
        let file = try #require(try CheckedFiles([], session).files.first)
        try weekly.scratch.write("draft/7.md", WeeklyFolder.draft + "\nMine.\n")
        var fixing = FixApplication(session: session, fixer: checks.fixer)
        _ = try fixing.fix(file)
        let error = #expect(throws: Diagnostic.self) { try fixing.write() }
        #expect(error?.summary == "another program changed this file in the meantime")
        #expect(try weekly.scratch.text("draft/7.md") == WeeklyFolder.draft + "\nMine.\n")
        #expect(try session.changeLog.records().isEmpty)
    }
}
