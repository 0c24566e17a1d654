import Context
import Live
import Newsletter
import TestKit
import Testing

@testable import Draft

struct ChangeLogTests {
    private let scratch: ScratchFolder

    init() throws {
        scratch = try ScratchFolder()
        try scratch.write("draft/7.md", "old")
    }

    private func log(_ files: Files = .live) -> ChangeLog {
        ChangeLog(files: files, folder: scratch.path("undo"), root: scratch.path)
    }

    private func changes(draft: String = "new", decisions: String = "d") -> FileChanges {
        var changes = FileChanges()
        changes.write(scratch.path("draft/7.md"), Array(draft.utf8), over: Array("old".utf8))
        changes.write(scratch.path("decisions/7.jsonl"), Array(decisions.utf8), over: nil)
        return changes
    }

    /// Files of which some can't be written.
    private func files(refusing name: String) -> Files {
        var files = Files.live
        files.write = { path, bytes throws(FileError) in
            guard !path.hasSuffix(name) else { throw FileError(path: path, reason: "Permission denied") }
            try Files.live.write(path, bytes)
        }
        return files
    }

    @Test func changesNothingWhereOneFileCannotBeWritten() throws {
        let error = #expect(throws: FileError.self) {
            try log(files(refusing: "7.jsonl")).apply(changes(), command: ["choose"], at: 0)
        }
        #expect(error?.reason == "Permission denied")
        #expect(try scratch.text("draft/7.md") == "old")
        #expect(try log().recover().isEmpty)
        #expect(try scratch.text("draft/7.md") == "old")
        #expect(try Undoing(log()).active.isEmpty)
    }

    @Test func changesNothingWhereTheRecordCannotBeWritten() throws {
        #expect(throws: FileError.self) {
            try log(files(refusing: ".record")).apply(changes(), command: ["choose"], at: 0)
        }
        #expect(try scratch.text("draft/7.md") == "old")
        #expect(!scratch.exists("decisions/7.jsonl"))
    }

    @Test func overwritesNothingThatSomebodyElseWrote() throws {
        let changes = changes()
        try scratch.write("draft/7.md", "mine")
        let fault = #expect(throws: Diagnostic.self) { try log().apply(changes, command: ["choose"], at: 0) }
        #expect(fault?.file == scratch.path("draft/7.md"))
        #expect(try scratch.text("draft/7.md") == "mine")
    }

    /// A command whose files are in some state after it was interrupted.
    @Test(
        arguments: [
            ("old", nil, "new", "d", true), ("new", nil, "new", "d", true), ("new", "d", "new", "d", true),
            // Everything was written; then an editor went on.
            ("edited", "d", "edited", "d", true),
            // An editor went on in between: nothing is remembered that may not be in the draft.
            ("edited", nil, "edited", nil, false),
        ] as [(String, String?, String, String?, Bool)])
    func completesWhatWasInterrupted(
        draft: String, decisions: String?, nextDraft: String, nextDecisions: String?, isCompleted: Bool
    ) throws {
        try log().apply(changes(), command: ["choose"], at: 0)
        try Files.live.remove(scratch.path("undo/0000001.done"))
        try scratch.write("draft/7.md", draft)
        try Files.live.remove(scratch.path("decisions/7.jsonl"))
        if let decisions { try scratch.write("decisions/7.jsonl", decisions) }
        #expect(try log().interrupted().map(\.title) == ["sennight choose"])
        let recoveries = try log().recover()
        if case .completed = recoveries.first { #expect(isCompleted) } else { #expect(!isCompleted) }
        #expect(try scratch.text("draft/7.md") == nextDraft)
        #expect(scratch.exists("decisions/7.jsonl") == (nextDecisions != nil))
        #expect(try log().recover().isEmpty)
        #expect(try log().interrupted().isEmpty)
    }

    @Test func passesOverARecordThatIsNotWhole() throws {
        try scratch.write("undo/0000004.record", #"{"command":["sort"],"time":1,"files":[{"path":"a","after":9}],"#)
        #expect(try log().recover().isEmpty)
        try log().apply(changes(), command: ["choose"], at: 0)
        #expect(try log().records().map(\.title) == ["sennight choose"])
    }

    @Test func keepsTheLastTwenty() throws {
        var old = "old"
        for number in 1...25 {
            var changes = FileChanges()
            changes.write(scratch.path("draft/7.md"), Array("\(number)".utf8), over: Array(old.utf8))
            try log().apply(changes, command: ["\(number)"], at: number)
            old = "\(number)"
        }
        #expect(try log().records().map(\.number) == Array(6...25))
        #expect(try scratch.files(below: "undo").count == 40)
    }

    @Test func keepsEveryByte() throws {
        var record = ChangeRecord(
            number: 3, command: ["add", "a b"], time: 5,
            changes: [
                FileChange(path: "a\nb", before: [0, 0x0A, 0xFF], after: []),
                FileChange(path: "c", before: nil, after: [0x0A]), FileChange(path: "d", before: [], after: nil),
            ])
        record.undone = [1, 2]
        let bytes = record.bytes
        #expect(ChangeRecord(bytes, number: 3) == record)
        for count in 0..<bytes.count { #expect(ChangeRecord(Array(bytes[..<count]), number: 3) == nil) }
        #expect(ChangeRecord(bytes + [0], number: 3) == nil)
    }

    @Test func writesTheSameRecordEachTime() {
        var record = ChangeRecord(
            number: 3, command: ["undo"], time: 5,
            changes: [
                FileChange(path: "draft/7.md", before: nil, after: Array("Tea".utf8)),
                FileChange(path: "b", before: Array("\n".utf8), after: Array("Cake".utf8)),
            ])
        record.undone = [1]
        record.redone = 2
        let text = """
            {"command":["undo"],"time":5,"files":[{"path":"draft/7.md","after":3},{"path":"b","before":1,"after":4}],\
            "undone":[1],"redone":2}
            Tea
            Cake
            """
        #expect(String(decoding: record.bytes, as: UTF8.self) == text)
    }
}
