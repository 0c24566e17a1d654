import Foundation
import TestKit
import Testing

/// Builds that are killed at any moment leave every file whole, and the next build puts everything right.
@Suite(.serialized, .startsProcesses)
struct KilledBuildTests {
    /// Many issues, so that a build takes long enough to be killed within.
    private func publication(version: String, in scratch: ScratchFolder) throws {
        try scratch.write("weekly/sennight.yaml", "title: Weekly\nurl: https://example.org/\n")
        for number in 1...120 {
            let date =
                "2024-\(1 + number / 28 < 10 ? "0" : "")\(1 + number / 28)-\(number % 28 + 1 < 10 ? "0" : "")\(number % 28 + 1)"
            try scratch.write(
                "weekly/content/\(date)-weekly.md",
                "Title: Weekly \(number)\nNumber: \(number)\nDate: \(date)\n\n## \(version)\n\n"
                    + String(repeating: "* [A link](https://example.org/\(version))\n", count: 60))
        }
    }

    /// Which versions the issues' pages show; nil for one that is torn.
    private func versions(in site: String, of scratch: ScratchFolder) throws -> Set<String?> {
        var found: Set<String?> = []
        for file in try scratch.files(below: site)
        where file.hasPrefix("blog/2024/") && file.split(separator: "/").count == 6 {
            let page = try scratch.text("\(site)/\(file)")
            let isWhole = page.hasSuffix("</html>\n")
            found.insert(!isWhole ? nil : page.contains("example.org/second") ? "second" : "first")
        }
        return found
    }

    @Test func leavesTheOldSiteOrTheNewOne() async throws {
        let scratch = try ScratchFolder()
        let arguments = ["build", "--publication", scratch.path("weekly"), "--output", scratch.path("site")]
        for round in 0..<4 {
            let (old, new) = round % 2 == 0 ? ("first", "second") : ("second", "first")
            try publication(version: old, in: scratch)
            #expect(await CommandRun.inProcess(arguments).status == 0)
            try publication(version: new, in: scratch)
            try CommandRun.killed(after: round * 120, below: scratch.path, arguments)
            let shown = try versions(in: "site", of: scratch)
            #expect(shown == [old] || shown == [new], "after \(round * 120) changes: \(shown)")
        }
        #expect(await CommandRun.inProcess(arguments).status == 0)
        #expect(try versions(in: "site", of: scratch) == ["first"])
    }

    @Test func touchesNothingOfAGitCheckout() async throws {
        let scratch = try ScratchFolder()
        try git(["init", "-q", "site"], in: scratch.path)
        try scratch.write("site/CNAME", "example.org\n")
        try publication(version: "first", in: scratch)
        let arguments = ["build", "--publication", scratch.path("weekly"), "--output", scratch.path("site")]
        let refused = await CommandRun.inProcess(arguments)
        #expect(refused.status == 2)
        #expect(refused.errors.contains("--adopt"))
        #expect(await CommandRun.inProcess(arguments + ["--adopt"]).status == 0)
        for round in 0..<4 {
            let new = round % 2 == 0 ? "second" : "first"
            try publication(version: new, in: scratch)
            try CommandRun.killed(after: round * 140, below: scratch.path, arguments)
            #expect(try !versions(in: "site", of: scratch).contains(nil))
            #expect(await CommandRun.inProcess(arguments).status == 0)
            #expect(try versions(in: "site", of: scratch) == [new])
            #expect(!scratch.exists("site/.sennight-journal"))
            #expect(!scratch.exists("site/.sennight-stage"))
        }
        #expect(try scratch.text("site/CNAME") == "example.org\n")
        try git(["fsck"], in: scratch.path("site"))
    }

    private func git(_ arguments: [String], in folder: String) throws {
        #expect(try CommandRun.of(Command("git", arguments, in: folder)).status == 0)
    }
}
