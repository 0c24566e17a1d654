import Foundation
import TestKit
import Testing

/// What editors share reaches them through git, also where git ignores all hidden files of the root.
@Suite(.startsProcesses)
struct SharedFilesTests {
    private let repository: ScratchRepository

    init() throws {
        repository = try ScratchRepository()
        let lines = ["tea", "cake"].map { name in
            #"{"identity":"a.example/\#(name)","kind":"links","section":"Here","source":"blogs","title":"\#(name)","url":"https://a.example/\#(name)"}"#
        }
        try repository.commit([
            ".gitignore": "/.*\n",
            "sennight.yaml": WeeklyFolder.settings.replacing(
                "headings: [News] }", with: "headings: [News], auto: all }"),
            "content/6.md": "Title: Weekly 6\nNumber: 6\nDate: 2999-03-03\n\n## News\n\n### Here\n",
            "draft/7.md": WeeklyFolder.draft, "candidates/7/blogs.jsonl": lines.joined(separator: "\n") + "\n",
        ])
    }

    private func commit() throws {
        try repository.git("add", "-A")
        try repository.git("add", "-f", ".gitignore")
        try repository.git("commit", "-q", "-m", "change")
    }

    @discardableResult
    private func sennight(_ arguments: String..., in folder: String? = nil) async throws -> CommandRun {
        let run = await CommandRun.inProcess(arguments, in: folder ?? repository.folder.path)
        #expect(run.status == 0, "\(run.errors)")
        return run
    }

    @Test func whatIsRemovedStaysRemovedInOtherClones() async throws {
        let (remote, other) = (try ScratchFolder(), try ScratchFolder())
        try repository.addOrigin(at: remote)
        try repository.git("push", "-q", "-u", "origin", "main")
        try repository.git("clone", "-q", remote.path, other.path("clone"))

        try await sennight("draft", "fill")
        try await sennight("remove", "https://a.example/tea", "--why", "dull")
        try commit()
        try repository.git("push", "-q")

        let clone = other.path("clone")
        try repository.git("-C", clone, "pull", "-q")
        try await sennight("draft", "fill", in: clone)
        let draft = try other.text("clone/draft/7.md")
        #expect(draft.contains("a.example/cake"))
        #expect(!draft.contains("a.example/tea"))
        #expect(try await !sennight("candidates", in: clone).output.contains("a.example/tea"))
    }

    @Test func putsAttributesWhereGitReadsThem() async throws {
        let run = try await sennight("merge-driver", "install")
        #expect(run.errors.contains("git ignores .gitattributes here, so only this clone was set up"))
        #expect(!repository.folder.exists(".gitattributes"))
        #expect(
            try repository.git("check-attr", "merge", "draft/7.md", "decisions/7.jsonl", "candidates/7/a.jsonl")
                == "draft/7.md: merge: sennight\ndecisions/7.jsonl: merge: union\ncandidates/7/a.jsonl: merge: union")
        // With the exception that it names, all clones get them.
        try repository.folder.write(".gitignore", "/.*\n!/.gitattributes\n")
        #expect(
            try await sennight("merge-driver", "install").output == "./.gitattributes\n"
                || repository.folder.exists(".gitattributes"))
        #expect(try repository.git("status", "--porcelain", ".gitattributes") == "?? .gitattributes")
    }

    @Test func warnsOfWhatGitIgnores() async throws {
        #expect(try await !sennight("status").errors.contains("git ignores"))
        try repository.folder.write(".gitignore", "/.*\ndecisions/\n*.jsonl\n!/candidates/**\n")
        try repository.folder.write(".gitattributes", "draft/*.md merge=sennight\n")
        let errors = try await sennight("status").errors
        #expect(
            errors.contains(
                "warning: git ignores decisions, intake, corrections, so one editor's decisions never reach the others. "
                    + "Write '!/decisions/', '!/intake/', '!/corrections/' at the end of .gitignore, "
                    + "or run 'git add -f decisions intake corrections'\n"
            ),
            "\(errors)")
        #expect(errors.contains("warning: git ignores .gitattributes, so other clones merge issues line by line."))
    }

    @Test func movesWhatWasKeptInAHiddenFolder() async throws {
        let folder = repository.folder
        try folder.write(
            ".sennight/decisions/7.jsonl",
            #"{"decision":"removed","identity":"a.example/tea","title":"tea"}"# + "\n"
                + #"{"decision":"removed","identity":"a.example/cake","title":"cake"}"# + "\n")
        // Decided anew since.
        try folder.write(
            "decisions/7.jsonl", #"{"decision":"later","identity":"a.example/cake","title":"cake"}"# + "\n")
        try folder.write(".sennight/intake/6.jsonl", "")
        #expect(try await sennight("candidates").output.contains("a.example/cake"))
        #expect(try await !sennight("candidates").output.contains("a.example/tea"))
        let run = try await sennight("add", "https://b.example", "--title", "B", "--section", "Here")
        #expect(run.errors.contains("Commit them: decisions/7.jsonl, intake/6.jsonl\n"), "\(run.errors)")
        #expect(try folder.files(below: ".sennight").allSatisfy { $0.hasPrefix("cache/") || $0.hasPrefix("undo/") })
        let decisions = try folder.text("decisions/7.jsonl")
        #expect(decisions.split(separator: "\n").count == 3)
        #expect(decisions.contains(#""decision":"removed","identity":"a.example/tea""#))
        #expect(decisions.contains(#""decision":"later","identity":"a.example/cake""#))
        #expect(folder.exists("intake/6.jsonl"))
        // The way back leads to the old folder, and nothing is lost there.
        try await sennight("undo")
        #expect(try folder.text(".sennight/decisions/7.jsonl").split(separator: "\n").count == 2)
    }

    @Test func removesTemporaryFilesOfKilledCommands() async throws {
        let mark = ".sennight-\(try CommandRun.of(Command("true")).processID)"
        let left = [
            "draft/.7.md\(mark)", "content/.6.md\(mark)", "candidates/7/.blogs.jsonl\(mark)",
            "decisions/.7.jsonl\(mark)",
            ".sennight/undo/.0000001.record\(mark)", ".points.yaml\(mark)",
        ]
        for path in left + ["draft/mine.tmp"] { try repository.folder.write(path, "x") }
        try await sennight("sort")
        for path in left { #expect(!repository.folder.exists(path), "\(path)") }
        #expect(repository.folder.exists("draft/mine.tmp"))
    }
}
