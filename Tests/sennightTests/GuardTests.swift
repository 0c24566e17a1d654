import Foundation
import TestKit
import Testing

/// What must not be lost is not lost.
@Suite(.startsProcesses)
struct GuardTests {
    private func publication() throws -> ScratchFolder {
        let scratch = try ScratchFolder()
        try scratch.write("sennight.yaml", "title: Weekly\nurl: https://example.org/\n")
        try scratch.write("content/a.md", "Title: A\nDate: 2026-01-07\n\nText\n")
        return scratch
    }

    @Test func publishesNothingWhereTheFolderOfIssuesIsMissing() async throws {
        let scratch = try publication()
        #expect(await CommandRun.inProcess(["build"], in: scratch.path).status == 0)
        try FileManager.default.removeItem(atPath: scratch.path("content"))
        let run = await CommandRun.inProcess(["build"], in: scratch.path)
        #expect(run.status == 1)
        #expect(run.errors.contains("content: error: the folder of issues is missing."))
        #expect(try scratch.files(below: "site").contains { $0.hasPrefix("blog/") })
    }

    @Test func deletesNoFolderThatLooksLikeTheBuildBefore() async throws {
        let scratch = try publication()
        try scratch.write(".site.previous/mine", "mine")
        let run = await CommandRun.inProcess(["build"], in: scratch.path)
        #expect(run.status == 2)
        #expect(run.errors.contains(".site.previous: error:"))
        #expect(try scratch.text(".site.previous/mine") == "mine")
    }

    @Test func bringsNoStrangersFileIntoTheSite() async throws {
        let scratch = try publication()
        for title in ["A", "B"] {
            try scratch.write("content/a.md", "Title: \(title)\nDate: 2026-01-07\n\nText\n")
            #expect(await CommandRun.inProcess(["build"], in: scratch.path).status == 0)
        }
        try scratch.write(".site.previous/secret.txt", "secret")
        try scratch.write("content/a.md", "Title: C\nDate: 2026-01-07\n\nText\n")
        let run = await CommandRun.inProcess(["build"], in: scratch.path)
        #expect(run.status == 2)
        #expect(run.errors.contains(".site.previous/secret.txt"))
        #expect(!scratch.exists("site/secret.txt"))
        #expect(scratch.exists(".site.previous/secret.txt"))
    }

    @Test func overwritesNoHiddenFileWhenItMakesAPublication() async throws {
        let scratch = try ScratchFolder()
        try scratch.write("weekly/.gitignore", "mine\n")
        let run = await CommandRun.inProcess(["init", "weekly"], in: scratch.path)
        #expect(run.status == 0)
        #expect(try scratch.text("weekly/.gitignore") == "mine\n")
        #expect(run.errors.contains("weekly/.gitignore already exists"))
    }

    @Test func makesNoPublicationThatWouldNotBuild() async throws {
        let scratch = try ScratchFolder()
        let run = await CommandRun.inProcess(["init", "weekly", "--url", "not an address"], in: scratch.path)
        #expect(run.status == 2)
        #expect(!scratch.exists("weekly"))
    }

    @Test func writesItsFirstIssueInTheLanguageAskedFor() async throws {
        let scratch = try ScratchFolder()
        #expect(await CommandRun.inProcess(["init", "brief", "--language", "de"], in: scratch.path).status == 0)
        #expect(await CommandRun.inProcess(["build", "--publication", "brief"], in: scratch.path).status == 0)
        #expect(try scratch.text("brief/site/index.html").contains("Zitat der Woche"))
    }

    @Test func copiesHiddenFilesOfTheStaticFolder() async throws {
        let scratch = try publication()
        try scratch.write("static/.nojekyll", "")
        try scratch.write("static/.well-known/security.txt", "Contact: mailto:x@example.org\n")
        #expect(await CommandRun.inProcess(["build"], in: scratch.path).status == 0)
        #expect(scratch.exists("site/.nojekyll"))
        #expect(scratch.exists("site/.well-known/security.txt"))
    }

    @Test func refusesFileNamesWithALineBreak() async throws {
        let scratch = try publication()
        try scratch.write("static/a\nb", "x")
        let run = await CommandRun.inProcess(["build"], in: scratch.path)
        #expect(run.status == 1)
        #expect(run.errors.contains("a file name with a line break"))
        #expect(!scratch.exists("site"))
    }

    @Test func namesCategoriesThatShareAnAddress() async throws {
        let scratch = try publication()
        try scratch.write("content/b.md", "Title: B\nDate: 2026-01-14\nCategory: C\n\nText\n")
        try scratch.write("content/c.md", "Title: C\nDate: 2026-01-21\nCategory: C++\n\nText\n")
        let run = await CommandRun.inProcess(["build"], in: scratch.path)
        #expect(run.status == 1)
        #expect(run.errors.contains("the category 'C++' has the same URL as 'C'"))
    }

    @Test func refusesAPortThatIsNone() async throws {
        let scratch = try publication()
        #expect(await CommandRun.inProcess(["serve", "--port", "70000"], in: scratch.path).status == 64)
    }
}
