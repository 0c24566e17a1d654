import Foundation
import TestKit
import Testing

/// A folder that can't be listed is never taken for an empty one. A link to itself is in it: rights don't stop a
/// superuser, but nobody gets through such a link.
@Suite struct UnreadableFolderTests {
    private func publication(unreadable folder: String) throws -> ScratchFolder {
        let weekly = try WeeklyFolder()
        try weekly.scratch.write("\(folder)/.keep", "")
        try FileManager.default.createSymbolicLink(
            atPath: weekly.scratch.path("\(folder)/loop"), withDestinationPath: "loop")
        return weekly.scratch
    }

    @Test(arguments: [
        ("content", ["check", "content"]), ("content", ["check", "."]), ("content", ["check"]), ("content", ["build"]),
        ("content", ["candidates"]), ("content", ["finish"]),
        ("content", ["add", "link", "https://a.example", "--title", "A"]),
        ("content/2026", ["check", "content"]), ("content/2026", ["build"]),
        ("draft", ["check", "draft", "content"]), ("draft", ["check"]), ("draft", ["build"]), ("draft", ["draft"]),
        ("draft", ["draft", "fill"]), ("draft", ["status"]), ("draft", ["sort"]), ("draft", ["candidates"]),
        ("draft", ["choose", "--from", "-"]), ("draft", ["finish"]), ("draft", ["collect"]),
        ("draft", ["intake", "run", "--branches", "*"]),
        ("draft", ["remove", "https://old.example/1", "--why", "old"]),
        ("candidates/7", ["candidates"]), ("candidates/7", ["draft", "fill"]), ("candidates/7", ["status"]),
        ("candidates/7", ["choose", "--from", "-"]), ("candidates/7", ["collect"]),
        ("static", ["build"]), ("content/pages", ["build"]), ("content/images", ["build"]),
    ])
    func isReported(folder: String, command: [String]) async throws {
        let scratch = try publication(unreadable: folder)
        let run = await CommandRun.inProcess(command, in: scratch.path)
        #expect(run.status == 2, "\(run.output)\(run.errors)")
        #expect(run.errors.contains("\(folder)/loop: error: "), "\(run.errors)")
        #expect(run.errors.contains("Too many levels of symbolic links"), "\(run.errors)")
    }

    @Test func isReportedBesideWhatCanBeChecked() async throws {
        let scratch = try publication(unreadable: "extra")
        let run = await CommandRun.inProcess(["check", "draft", "extra"], in: scratch.path)
        #expect(run.status == 2)
        #expect(run.errors.contains("extra/loop: error: can't list the folder (Too many levels of symbolic links)."))
        #expect(run.errors.contains("1 file checked"), "\(run.errors)")
    }
}

/// A file that can't be reached is never taken for one that isn't there.
@Suite struct UnreachableFileTests {
    private func publication(unreachable file: String) throws -> ScratchFolder {
        let weekly = try WeeklyFolder()
        let folder = file.split(separator: "/").dropLast().joined(separator: "/")
        try weekly.scratch.write(folder.isEmpty ? ".keep" : "\(folder)/.keep", "")
        let name = file.split(separator: "/").last.map(String.init) ?? file
        try FileManager.default.createSymbolicLink(
            atPath: weekly.scratch.path(file), withDestinationPath: name)
        return weekly.scratch
    }

    @Test(arguments: [
        (".sennight/decisions/7.jsonl", ["candidates"]), (".sennight/decisions/7.jsonl", ["status"]),
        (".sennight/decisions/7.jsonl", ["draft", "fill"]),
        (".sennight/decisions/7.jsonl", ["choose", "--from", "-"]),
        (".sennight/decisions/7.jsonl", ["remove", "https://club.example/tea", "--why", "old"]),
        ("points.yaml", ["build"]),
        ("points.yaml", ["check"]), ("draft/DRAFT_TEMPLATE", ["finish", "--empty"]),
    ])
    func isReported(file: String, command: [String]) async throws {
        let scratch = try publication(unreachable: file)
        let draft = try scratch.text("draft/7.md")
        let run = await CommandRun.inProcess(command, in: scratch.path)
        #expect(run.status == 2, "\(run.output)\(run.errors)")
        #expect(run.errors.contains("\(file): error: "), "\(run.errors)")
        #expect(run.errors.contains("Too many levels of symbolic links"), "\(run.errors)")
        #expect(try scratch.text("draft/7.md") == draft)
    }
}
