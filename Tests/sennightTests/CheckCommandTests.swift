import Foundation
import TestKit
import Testing

@Suite struct CheckCommandTests {
    /// The draft with one entry more, on line 9.
    static func draft(with entry: String) -> String {
        WeeklyFolder.draft.replacing("### Here\n", with: "### Here\n\n\(entry)\n")
    }

    private let tracking = Self.draft(with: "* [A](https://a.example/?utm_source=x)")

    @Test func checksTheDraftAgainstTheArchive() async throws {
        let weekly = try WeeklyFolder(draft: Self.draft(with: "* [Old](https://old.example/1)"))
        let run = await weekly.sennight("check", "--select", "duplicate-link,tracking-parameter")
        #expect(run.status == 1)
        #expect(run.output.hasPrefix("draft/7.md:9:9: error: "), "\(run.output)")
        #expect(run.output.contains("[duplicate-link]\n  9 | * [Old](https://old.example/1)\n    |         ^^^"))
        #expect(run.output.contains("note: content/6.md:9:"))
        #expect(run.errors == "1 file checked, found 1 error.\n")
    }

    @Test func endsWith0WhereThereIsNothing() async throws {
        let run = try await WeeklyFolder(draft: Self.draft(with: "* [A](https://a.example/1)"))
            .sennight("check", "--select", "tracking-parameter,duplicate-link")
        #expect(run.status == 0)
        #expect(run.output.isEmpty)
        #expect(run.errors == "1 file checked, found nothing.\n")
    }

    @Test(arguments: [("hint", Int32(0)), ("warning", 1), ("error", 1)])
    func endsWith1UnlessThereAreOnlyHints(severity: String, status: Int32) async throws {
        let weekly = try WeeklyFolder(draft: tracking)
        try weekly.scratch.write(
            "sennight.yaml", WeeklyFolder.settings + "checks: { severity: { tracking-parameter: \(severity) } }\n")
        let run = await weekly.sennight("check", "--select", "tracking-parameter")
        #expect(run.status == status)
        #expect(run.errors == "1 file checked, found 1 \(severity); --fix fixes 1.\n")
    }

    @Test func leavesOutWhatIsIgnored() async throws {
        let weekly = try WeeklyFolder(draft: tracking)
        let run = await weekly.sennight(
            "check", "--select", "tracking-parameter", "--select", "duplicate-link", "--ignore", "tracking-parameter")
        #expect(run.status == 0, "\(run.output)")
    }

    @Test func checksFilesAndFolders() async throws {
        let weekly = try WeeklyFolder(draft: tracking)
        try weekly.scratch.write("content/5.md", tracking.replacing("7", with: "5"))
        try weekly.scratch.write("draft/README.md", "No issue.\n")
        try weekly.scratch.write("content/pages/about.md", "Title: About\n\n[A](https://a.example/?utm_source=x)\n")
        let run = await weekly.sennight("check", "content", "draft", "./content/5.md", "--select", "tracking-parameter")
        #expect(run.status == 1)
        let places = run.output.split(separator: "\n").filter { $0.hasSuffix("[tracking-parameter]") }
        #expect(
            places.map { $0.prefix { $0 != " " } } == ["content/5.md:9:25:", "draft/7.md:9:25:"])
        // However it is spelt, a file is checked once.
        #expect(run.errors.hasPrefix("3 files checked, found 2 errors"))
    }

    @Test func findsPathsFromThePublicationsRoot() async throws {
        let (weekly, other) = (try WeeklyFolder(draft: tracking), try ScratchFolder())
        let run = await CommandRun.inProcess(
            ["check", "draft/7.md", "--publication", weekly.scratch.path, "--select", "tracking-parameter"],
            in: other.path)
        #expect(run.status == 1)
        #expect(run.output.hasPrefix("\(weekly.scratch.path)/draft/7.md:9:25: error: "), "\(run.output)")
    }

    @Test func tellsWhatCannotBeChecked() async throws {
        let weekly = try WeeklyFolder(draft: tracking)
        try weekly.scratch.write("bytes.md", Array("Title: A\nDate: 2026-01-01\n\n".utf8) + [0xFF])
        try weekly.scratch.write("note.md", "Hello\n")
        let run = await weekly.sennight(
            "check", "bytes.md", "gone.md", "note.md", "draft/7.md", "--select", "tracking-parameter")
        #expect(run.status == 2)
        #expect(run.output.hasPrefix("draft/7.md:9:25: error: "))
        let lines = run.errors.split(separator: "\n")
        for wanted in [
            "bytes.md:4:1: error: a byte here isn't UTF-8. ",
            "gone.md: error: can't read the file (No such file or directory). ",
            "note.md:1:1: error: the issue has no title. ",
        ] {
            #expect(lines.contains { $0.hasPrefix(wanted) }, "missing: \(wanted)\n\(run.errors)")
        }
        let none = try await WeeklyFolder(draft: nil).sennight("check")
        #expect(none.status == 2)
        #expect(none.errors.contains("no draft found. Create one with 'sennight draft'"))
    }

    @Test func namesTheNearestCheck() async throws {
        let weekly = try WeeklyFolder(draft: Self.draft(with: "* [A](a) <!-- sennight-ignore: malformed-ulr -->"))
        for option in ["--select", "--ignore"] {
            let run = await weekly.sennight("check", option, "duplicat-link")
            #expect(run.status == 64)
            #expect(run.errors.contains("Unknown check 'duplicat-link'. Did you mean 'duplicate-link'?"))
        }
        let comment = await weekly.sennight("check", "--select", "unknown-check")
        #expect(comment.status == 1)
        #expect(comment.output.contains("draft/7.md:9:32: warning: unknown check 'malformed-ulr'"))
        #expect(comment.output.contains("Did you mean 'malformed-url'?"))
        try weekly.scratch.write(
            "sennight.yaml", WeeklyFolder.settings + "checks:\n  severity:\n    duplicat-link: off\n")
        let settings = await weekly.sennight("check")
        #expect(settings.status == 2)
        #expect(
            settings.errors
                == "sennight.yaml:18:5: error: unknown check 'duplicat-link'. Did you mean 'duplicate-link'?\n"
                + "1 error; nothing was changed.\n")
    }

    @Test func coloursOnlyWhereItIsWanted() async throws {
        let weekly = try WeeklyFolder(draft: tracking)
        let select = ["check", "--select", "tracking-parameter"]
        #expect(!(await CommandRun.inProcess(select, in: weekly.scratch.path).output.contains("\u{1B}")))
        #expect(
            await CommandRun.inProcess(select + ["--color", "always"], in: weekly.scratch.path).output.contains(
                "\u{1B}[31merror"))
        #expect(
            await CommandRun.inProcess(
                select, in: weekly.scratch.path, environment: ["CLICOLOR_FORCE": "1", "NO_COLOR": ""]
            ).output
                .contains("\u{1B}[31merror"))
    }
}
