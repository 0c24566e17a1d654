import Context
import Foundation
import Newsletter
import TestKit
import Testing

@testable import Collect
import Text

/// A repository of a test's own.
private final class Repository {
    let folder: ScratchFolder
    private let store: GitStore
    private let tree: String
    private var heads: [String: String] = [:]
    private var head = "main"

    init() throws {
        folder = try ScratchFolder()
        store = try GitStore(at: folder.path(".git"))
        tree = try store.tree([:])
        try commit("Begin", at: week.since - 100_000)
    }

    /// Goes to a branch, which begins here if it is new.
    func checkOut(_ branch: String) throws {
        if heads[branch] == nil { heads[branch] = heads[head] }
        head = branch
    }

    static func run(_ arguments: [String], at time: Int = 0) throws(CommandError) -> [UInt8] {
        let environment = [
            "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null", "GIT_AUTHOR_NAME": "A",
            "GIT_AUTHOR_EMAIL": "a@example.org", "GIT_COMMITTER_NAME": "C", "GIT_COMMITTER_EMAIL": "c@example.org",
            "GIT_AUTHOR_DATE": "\(time) +0000", "GIT_COMMITTER_DATE": "\(time) +0000", "HOME": "/nonexistent",
        ]
        let run: CommandRun
        do {
            run = try CommandRun.of(Command("git", arguments, environment: environment))
        } catch {
            throw CommandError("git does not start")
        }
        if run.status != 0 { throw CommandError(run.errors.collapsingBlanks) }
        return Array(run.output.utf8)
    }

    func commit(_ message: String, at time: Int) throws {
        try commit(message, at: time, parents: [heads[head]].compactMap(\.self))
    }

    private func commit(_ message: String, at time: Int, parents: [String]) throws {
        let commit = try store.commit(tree: tree, parents: parents, message: message, time: time)
        heads[head] = commit
        try store.set("refs/heads/\(head)", to: commit)
    }

    /// Merges a branch with one commit of its own, whatever was committed there before.
    func merge(_ message: String, at time: Int, branch: (() throws -> Void)? = nil) throws {
        try checkOut("topic")
        if let branch { try branch() } else { try commit("Work (not finished)", at: time - 60) }
        try checkOut("main")
        try join("topic", message, at: time)
    }

    /// Merges a branch into the one that is checked out, and forgets it.
    func join(_ branch: String, _ message: String, at time: Int) throws {
        try commit(message, at: time, parents: [heads[head], heads.removeValue(forKey: branch)].compactMap(\.self))
    }
}

@Suite(.startsProcesses) struct GitTests {
    private func collected(_ repository: Repository, _ keys: String = "") async throws -> CollectionResult {
        try await collect(
            "  - { source: git, path: \"\(repository.folder.path)\", repository: o/r\(keys) }\n"
        ) { access in
            access.git = { path, arguments throws(CommandError) in
                try Repository.run(["-C", path] + arguments)
            }
        }
    }

    @Test func findsEveryPullRequestOnceInAllFourStyles() async throws {
        let repository = try Repository()
        try repository.merge("Merge pull request #1 from a/b\n\nAdd `one` <T>", at: week.since)
        try repository.merge(
            "Auto merge of #2 - user:branch, r=rev\n\nStabilize two\n\nLong words (#99).", at: week.since + 100)
        try repository.merge(
            "Auto merge of #9 - user:rollup, r=user\n\nRollup of 2 pull requests\n\nSuccessful merges:\n\n - #3 (x)",
            at: week.since + 200
        ) {
            try repository.checkOut("inner")
            try repository.commit("work on three", at: week.since - 500)
            try repository.checkOut("topic")
            try repository.join("inner", "Rollup merge of #3 - u:b, r=rev\n\nFix three", at: week.since - 400)
            try repository.checkOut("inner")
            try repository.commit("work on four", at: week.since - 500)
            try repository.checkOut("topic")
            try repository.join("inner", "Rollup merge of #4 - u:b, r=rev\n\nFix four (again)", at: week.since - 300)
        }
        try repository.commit("Squash five (see #7) (#5)\n\n* a\n* b (#98)", at: week.since + 300)
        try repository.commit("Nothing merged, fixes #97", at: week.since + 400)
        try repository.merge("Merge pull request #1 from a/b\n\nAdd `one` once more", at: week.since + 500)
        let result = try await collected(repository)
        #expect(result.faults == [])
        #expect(
            result.candidates.map { "\($0.url ?? "-") \($0.title)" } == [
                "https://github.com/o/r/pull/1 Add `one` <T>", "https://github.com/o/r/pull/2 Stabilize two",
                "https://github.com/o/r/pull/3 Fix three", "https://github.com/o/r/pull/4 Fix four (again)",
                "https://github.com/o/r/pull/5 Squash five (see #7)",
            ])
        #expect(result.candidates[2].time == week.since + 200)
        #expect(result.candidates[0].content == .pullRequest(PullRequest(repository: "o/r", number: 1)))
    }

    @Test func countsNoBorderTwice() async throws {
        let repository = try Repository()
        for (number, time) in [week.since - 1, week.since, week.until - 1, week.until].enumerated() {
            try repository.commit("Change (#\(number))", at: time)
        }
        let result = try await collected(repository, ", lower-case: true, prefix: \"tool: \"")
        #expect(result.candidates.map(\.title) == ["tool: change", "tool: change"])
        #expect(result.candidates.map(\.url) == ["https://github.com/o/r/pull/1", "https://github.com/o/r/pull/2"])
    }

    @Test func saysWhereNoRepositoryIs() async throws {
        let folder = try ScratchFolder()
        let result = try await collect("  - { source: git, path: \"\(folder.path)/none\", repository: o/r }\n") {
            access in
            access.git = { path, arguments throws(CommandError) in
                try Repository.run(["-C", path] + arguments)
            }
        }
        let sentence = result.faults.first?.description ?? ""
        #expect(sentence.hasPrefix("git: \(folder.path)/none: git failed: "))
        #expect(sentence.hasSuffix(". Check 'path:' and 'branch:' in the settings"))
    }
}

@Suite struct MergedChangeTests {
    @Test(
        arguments: [
            ("Merge pull request #12 from u/b\n\nTitle", 12, "Title"),
            ("Merge pull request #12 from u/b", 12, "Merge pull request #12 from u/b"),
            ("Auto merge of #7 - u:b, r=x\n\nTitle\n\nMore", 7, "Title"), ("Title (#3) (#4)", 4, "Title (#3)"),
            ("Title with café (#5)", 5, "Title with café"), ("Merge branch 'main'", nil, nil), ("Title (#)", nil, nil),
            ("Title (#5x)", nil, nil), ("", nil, nil), ("(#5)", nil, nil), ("Merge pull request #x", nil, nil),
            ("Title (#99999999999999999999999)", nil, nil),
        ] as [(String, Int?, String?)])
    func readsMessages(message: String, number: Int?, title: String?) {
        let change = MergedChange(message: message)
        #expect(change?.number == number)
        #expect(change?.title == title)
    }

    @Test(arguments: [
        ("Stabilize `x`", "stabilize `x`"), ("LLVM update", "LLVM update"), ("MIR: fix", "MIR: fix"),
        ("A fix", "A fix"),
        ("`Vec` fix", "`Vec` fix"), ("Don't panic", "don't panic"), ("RustDoc things", "RustDoc things"), ("", ""),
    ])
    func lowersTheFirstWord(title: String, lowered: String) {
        #expect(PullRequestTitle(lowersFirstWord: true).text(title) == lowered)
    }

    @Test func putsThePrefixOnce() {
        let form = PullRequestTitle(lowersFirstWord: true, prefix: "cargo: ")
        #expect(form.text("Cargo: Add a flag") == "cargo: add a flag")
        #expect(form.text("Add  a\nflag") == "cargo: add a flag")
    }
}
