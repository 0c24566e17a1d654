import Foundation
import TestKit
import Testing

/// Whatever is wrong with a publication is told in one run, one clear line each, and nothing is replaced.
@Suite struct InvalidInputTests {
    @Test func tellsEverythingInOneRunAndPublishesNothing() async throws {
        let scratch = try ScratchFolder()
        try scratch.write("sennight.yaml", "title: Weekly\nurl: https://example.org/\n")
        try scratch.write("content/good.md", "Title: Good\nDate: 2026-01-07\n\nText\n")
        #expect(await CommandRun.inProcess(["build"], in: scratch.path).status == 0)
        let before = try scratch.text("site/index.html")

        try scratch.write("content/date.md", "Title: A\nDate: 2026-02-30\n\nText\n")
        try scratch.write("content/nodate.md", "Title: B\n\nText\n")
        try scratch.write("content/notitle.md", "Date: 2026-01-14\n\nText\n")
        try scratch.write("content/twin.md", "Title: Good\nDate: 2026-01-07\n\nText\n")
        try scratch.write("content/bytes.md", Array("Title: C\nDate: 2026-01-21\n\nab".utf8) + [0xFF, 0x0A])
        try scratch.write("content/null.md", Array("Title: D\nDate: 2026-01-28\n\nab".utf8) + [0, 0x0A])
        try scratch.write(
            "content/deep.md", "Title: E\nDate: 2026-02-04\n\n" + String(repeating: "> ", count: 100_000) + "x\n")
        let large = scratch.path("content/large.md")
        #expect(FileManager.default.createFile(atPath: large, contents: Data("Title: F\n".utf8)))
        let handle = try #require(FileHandle(forWritingAtPath: large))
        try handle.truncate(atOffset: 100 << 20)
        try handle.close()

        let run = await CommandRun.inProcess(["build"], in: scratch.path)
        #expect(run.status == 1)
        #expect(run.output.isEmpty)
        let lines = run.errors.split(separator: "\n")
        for wanted in [
            "content/bytes.md:4:3: error: a byte here isn't UTF-8. Save the file as UTF-8",
            "content/date.md:2:1: error: '2026-02-30' isn't a date. Write the date as YYYY-MM-DD",
            "content/deep.md:4:1: error: more than 200 levels of nesting.",
            "content/large.md: error: the file has 100 MB",
            "content/nodate.md:1:1: error: the issue has no date.",
            "content/notitle.md:1:1: error: the issue has no title.",
            "content/null.md:4:3: error: the text contains a NUL byte.",
            "content/twin.md:1:1: error: this issue has the same URL as content/good.md",
        ] {
            #expect(lines.contains { $0.hasPrefix(wanted) }, "missing: \(wanted)\n\(run.errors)")
        }
        #expect(lines.count == 9)
        #expect(try scratch.text("site/index.html") == before)
    }

    @Test func namesTheNearestKeyOfTheSettings() async throws {
        let scratch = try ScratchFolder()
        try scratch.write("sennight.yaml", "title: Weekly\nurl: https://example.org/\ncatgory: News\n")
        let run = await CommandRun.inProcess(["build"], in: scratch.path)
        #expect(run.status == 2)
        #expect(run.errors.contains("sennight.yaml:3:1: error: unknown key 'catgory'. Did you mean 'category'?"))
    }

    @Test func namesTheNearestNameOfATemplate() async throws {
        let scratch = try ScratchFolder()
        try scratch.write("sennight.yaml", "title: Weekly\nurl: https://example.org/\n")
        try scratch.write("content/good.md", "Title: Good\nDate: 2026-01-07\n\nText\n")
        try scratch.write("theme/page.mustache", "{{> head}}\n<h1>{{page.titel}}</h1>\n{{> foot}}\n")
        let run = await CommandRun.inProcess(["build"], in: scratch.path)
        #expect(run.status == 1)
        #expect(run.errors.contains("theme/page.mustache:2:5: error: unknown name 'page.titel'. Did you mean 'title'?"))
        #expect(!scratch.exists("site"))
    }

    @Test(.enabled(if: getuid() != 0, "root may read every file"))
    func tellsOfAFileThatCannotBeRead() async throws {
        let scratch = try ScratchFolder()
        try scratch.write("sennight.yaml", "title: Weekly\nurl: https://example.org/\n")
        try scratch.write("content/secret.md", "Title: Good\nDate: 2026-01-07\n\nText\n")
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: scratch.path("content/secret.md"))
        let run = await CommandRun.inProcess(["build"], in: scratch.path)
        #expect(run.status == 1)
        #expect(run.errors.contains("content/secret.md: error: can't read the file (Permission denied)"))
    }
}
