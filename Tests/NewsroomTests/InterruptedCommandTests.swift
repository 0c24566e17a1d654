import Context
import Draft
import Live
import Newsletter
import Settings
import Synchronization
import TestKit
import Testing

@testable import Newsroom

/// Every command that writes two files or more, killed at each of its writes and removals.
@Suite(.startsProcesses)
struct InterruptedCommandTests {
    /// A command, and what it is run in.
    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var files: [String: String] = [:]
        /// Runs before the command, without interruption.
        var before: (@Sendable (DraftSession) async throws -> Void)?
        var run: @Sendable (DraftSession) async throws -> Void
    }

    private static let add: @Sendable (DraftSession) async throws -> Void = { session in
        _ = try await Adding(session).add(
            Candidate(source: "add", kind: .links, section: "Here", title: "C", url: "https://c.example"))
    }

    static let cases = [
        Case(testDescription: "add", run: add),
        Case(testDescription: "move") { session in
            _ = try await EntryChanges(session).move(.init(url: "https://a.example/"), to: "There")
        },
        Case(testDescription: "remove") { session in
            _ = try await EntryChanges(session).remove(.init(url: "https://a.example/"), why: "dull")
        },
        Case(
            testDescription: "remove, with decisions in the old folder",
            files: [
                ".sennight/decisions/7.jsonl": #"{"decision":"removed","identity":"b.example/tea","title":"Tea"}"#
                    + "\n",
                ".sennight/decisions/6.jsonl": "", ".sennight/intake/7.jsonl": "",
            ]
        ) { session in
            _ = try await EntryChanges(session).remove(.init(url: "https://a.example/"), why: "dull")
        },
        Case(testDescription: "draft fill") { session in
            _ = try await FilledDraft(session).fill(date: nil, sections: [])
        },
        Case(testDescription: "draft fill, a new draft", files: ["draft/7.md": ""]) { session in
            _ = try await FilledDraft(session).fill(date: nil, sections: [])
        },
        Case(testDescription: "choose") { session in
            let sheet = session.location.path("sheet.txt")
            _ = try await CandidateChoice(session, draft: nil, sections: []).apply(sheet: sheet)
        },
        Case(testDescription: "finish") { session in _ = try await FinishedDraft(session).finish() },
        Case(testDescription: "finish --empty") { session in
            _ = try await FinishedDraft(session, allowsEmpty: true).finish()
        },
        Case(
            testDescription: "finish, both drafts with one name",
            files: ["sennight.yaml": settings.replacing("draft:\n", with: "draft:\n  file: 7.md\n")]
        ) { session in _ = try await FinishedDraft(session).finish() },
        Case(testDescription: "check --fix") { session in
            var fixing = FixApplication(session: session, fixer: try await CheckSession(session).fixer)
            for name in ["draft/7.md", "content/6.md"] {
                let path = session.location.path(name)
                _ = try fixing.fix(CheckedFile(path: path, isNamed: true, known: try session.files.read(path)))
            }
            _ = try fixing.write()
        },
        Case(testDescription: "undo", before: add) { session in _ = try await UndoneCommands(session).undo(1) },
    ]

    private static let settings = WeeklyFolder.settings.replacing(
        "headings: [News] }", with: "headings: [News], auto: all }")

    private func weekly(_ test: Case) throws -> WeeklyFolder {
        let weekly = try WeeklyFolder(
            draft: WeeklyFolder.draft.replacing(
                "### Here\n", with: "### Here\n\n* [A ](https://a.example/)\n"))
        try weekly.scratch.write("sennight.yaml", Self.settings)
        try weekly.scratch.write(
            "content/6.md",
            "Title: Weekly 6\nNumber: 6\nDate: 2999-03-03\n\n## News\n\n### Here\n\n* [Old ](https://old.example/)\n"
        )
        let lines = ["tea", "cake", "milk"].map { name in
            #"{"identity":"b.example/\#(name)","kind":"links","section":"Here","source":"blogs","title":"\#(name)","url":"https://b.example/\#(name)"}"#
        }
        try weekly.scratch.write("candidates/7/blogs.jsonl", lines.joined(separator: "\n") + "\n")
        try weekly.scratch.write(
            "sheet.txt",
            "add 1 Here | tea  # https://b.example/tea\nno 2 Here | cake  # https://b.example/cake\n"
                + "later 3 Here | milk  # https://b.example/milk\n")
        for (path, text) in test.files {
            if text.isEmpty, path == "draft/7.md" {
                try Files.live.remove(weekly.scratch.path(path))
            } else {
                try weekly.scratch.write(path, text)
            }
        }
        return weekly
    }

    /// The machine's files until so many writes and removals; as in a process that was killed, nothing happens afterwards.
    private final class Lifetime: Sendable {
        private let left: Mutex<Int>

        init(_ calls: Int) { left = Mutex(calls) }

        var isOver: Bool { left.withLock { $0 < 0 } }

        private func spend(_ path: String) throws(FileError) {
            let isDead = left.withLock { left in
                left -= left < 0 ? 0 : 1
                return left < 0
            }
            if isDead { throw FileError(path: path, reason: "killed") }
        }

        var files: Files {
            var files = Files.live
            files.write = { path, bytes throws(FileError) in
                try self.spend(path)
                try Files.live.write(path, bytes)
            }
            files.remove = { path throws(FileError) in
                try self.spend(path)
                try Files.live.remove(path)
            }
            return files
        }
    }

    private func session(_ weekly: WeeklyFolder, _ files: Files = .live) throws -> DraftSession {
        var context = Context.live
        context.files = files
        return try DraftSession(PublicationLocation(root: weekly.scratch.path), context: context)
    }

    private func state(_ weekly: WeeklyFolder) throws -> [String: String] {
        let paths = try weekly.scratch.files().filter {
            !$0.hasPrefix(".sennight/cache/") && !$0.hasPrefix(".sennight/undo/")
        }
        return Dictionary(uniqueKeysWithValues: try paths.map { ($0, try weekly.scratch.text($0)) })
    }

    private func prepared(_ test: Case) async throws -> WeeklyFolder {
        let weekly = try weekly(test)
        if let before = test.before { try await before(try session(weekly)) }
        return weekly
    }

    @Test(arguments: cases) func losesNothing(test: Case) async throws {
        let whole = try await prepared(test)
        let initial = try state(whole)
        try await test.run(try session(whole))
        let final = try state(whole)
        #expect(final != initial)
        var kills = 0
        for calls in 0... {
            for isRunAgain in [true, false] {
                let weekly = try await prepared(test)
                let lifetime = Lifetime(calls)
                // Some end well although they couldn't write what can be made again.
                try? await test.run(try session(weekly, lifetime.files))
                guard lifetime.isOver else { break }
                kills += 1
                if isRunAgain {
                    // That nothing is left to do may be an error.
                    try? await test.run(try session(weekly))
                    #expect(try state(weekly) == final, "killed after \(calls) calls, and run again")
                } else {
                    try PublicationLock.take(try session(weekly)) {}
                    let state = try state(weekly)
                    #expect(state == final || state == initial, "killed after \(calls) calls, then another command")
                }
            }
            if kills < 2 * (calls + 1) { break }
        }
        #expect(kills >= 6)
    }

    @Test func adoptsAsAWholeOrNotAtAll() async throws {
        let pages = [
            "_config.yml": "title: Tea\nurl: https://tea.example\n",
            "_posts/2026-01-07-one.md": "---\ntitle: One\n---\n\n## News\n\n* [a](https://a.example/)\n",
            "_posts/2026-01-14-two.md": "---\ntitle: Two\n---\n\ntext\n",
        ]
        func folder() throws -> ScratchFolder {
            let scratch = try ScratchFolder()
            for (path, text) in pages { try scratch.write("old/" + path, text) }
            return scratch
        }
        func adopt(_ scratch: ScratchFolder, _ files: Files = .live) async throws {
            var context = Context.live
            context.files = files
            _ = try await Adoption(of: scratch.path("old"), context: context).run(
                output: scratch.path("site"), isWritten: true)
        }
        func state(_ scratch: ScratchFolder) throws -> [String: String] {
            Dictionary(
                uniqueKeysWithValues: try scratch.files(below: "old").map { ($0, try scratch.text("old/" + $0)) })
        }
        let whole = try folder()
        try await adopt(whole)
        let final = try state(whole)
        #expect(Set(final.keys) == Set(pages.keys).union(["sennight.yaml"]))
        var kills = 0
        for calls in 0... {
            let scratch = try folder()
            let lifetime = Lifetime(calls)
            // The site may be complete although its cache couldn't be written.
            try? await adopt(scratch, lifetime.files)
            guard lifetime.isOver else { break }
            kills += 1
            let left = try state(scratch)
            #expect(left == pages || left == final, "killed after \(calls) calls")
            if left == pages { try await adopt(scratch) }
            #expect(try state(scratch) == final, "killed after \(calls) calls, and run again")
            #expect(scratch.exists("site/2026/01/07/one.html"))
        }
        #expect(kills >= 1)
    }
}
