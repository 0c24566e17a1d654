import Foundation
import TestKit
import Testing

/// Drafts that are links: within the publication they are written, outside it nothing is.
@Suite struct LinkedDraftTests {
    private func linked(_ link: String, to target: String) throws -> WeeklyFolder {
        let weekly = try WeeklyFolder(draft: nil)
        let path = weekly.scratch.path(link)
        try FileManager.default.createDirectory(
            atPath: URL(filePath: path).deletingLastPathComponent().path, withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
        return weekly
    }

    @Test func writesADraftBehindALinkWithinThePublication() async throws {
        let weekly = try linked("draft/7.md", to: "../shared/7.md")
        try weekly.scratch.write("shared/7.md", WeeklyFolder.draft)
        let run = await weekly.sennight("add", "https://new.example/1", "--title", "New", "--section", "News")
        #expect(run.status == 0, "\(run.errors)")
        #expect(try weekly.scratch.text("shared/7.md").contains("https://new.example/1"))
        let path = weekly.scratch.path("draft/7.md")
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: path) == "../shared/7.md")
    }

    @Test("Writes and removes nothing outside", arguments: ["draft/7.md", "draft"], ["add", "finish"])
    func writesNothingOutside(link: String, command: String) async throws {
        let outside = try ScratchFolder()
        try outside.write("7.md", WeeklyFolder.draft)
        let weekly = try linked(link, to: link == "draft" ? outside.path : outside.path("7.md"))
        let arguments =
            command == "add"
            ? ["add", "https://new.example/1", "--title", "New", "--section", "News"]
            : ["finish", "--no-next", "--empty"]
        let run = await CommandRun.inProcess(arguments, in: weekly.scratch.path)
        #expect(try outside.text("7.md") == WeeklyFolder.draft)
        #expect(try outside.files() == ["7.md"])
        // Finishing takes away a link itself, which is the publication's.
        guard command == "add" || link == "draft" else { return }
        #expect(run.status == 2)
        #expect(
            run.errors.contains("a symbolic link leads out of the publication, to \(outside.path)"), "\(run.errors)")
        #expect(run.errors.contains("follow-links:"), "\(run.errors)")
    }

    @Test func putsNoIssueOutside() async throws {
        let outside = try ScratchFolder()
        let weekly = try WeeklyFolder()
        try FileManager.default.moveItem(
            atPath: weekly.scratch.path("content/6.md"), toPath: outside.path("6.md"))
        try FileManager.default.removeItem(atPath: weekly.scratch.path("content"))
        try FileManager.default.createSymbolicLink(
            atPath: weekly.scratch.path("content"), withDestinationPath: outside.path)
        let run = await weekly.sennight("finish", "--no-next", "--empty")
        #expect(run.status == 2, "\(run.errors)")
        #expect(try outside.files() == ["6.md"])
        #expect(try weekly.scratch.text("draft/7.md") == WeeklyFolder.draft)
    }
}
