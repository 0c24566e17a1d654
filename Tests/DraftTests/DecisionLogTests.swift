import Newsletter
import Testing

@testable import Draft

@Suite struct DecisionLogTests {
    private func line(_ identity: String, _ decision: Decision.Kind) -> String {
        #"{"decision":"\#(decision.rawValue)","identity":"\#(identity)","title":"T"}"# + "\n"
    }

    private func read(_ text: String) throws -> DecisionLog { try DecisionLog(Array(text.utf8), file: "7.jsonl") }

    @Test func writesALineEachSortedByIdentity() throws {
        var memory = DecisionLog()
        memory.remember(Decision(identity: "b.example", decision: .later, title: "B"))
        memory.remember(
            Decision(
                identity: "a.example/x", decision: .removed, title: "A \"quoted\"\n", section: "News", why: "old",
                source: "add"))
        let text = """
            {"decision":"removed","identity":"a.example/x","section":"News","source":"add","title":"A \\"quoted\\"\\n","why":"old"}
            {"decision":"later","identity":"b.example","title":"B"}

            """
        #expect(String(decoding: memory.bytes, as: UTF8.self) == text)
        #expect(try read(text).all == memory.all)
        #expect(try read(text).bytes == memory.bytes)
    }

    @Test(arguments: [Decision.Kind.placed, .later])
    func letsARemovalCountMostWhereBothSidesOfAMergeDecided(other: Decision.Kind) throws {
        for text in [line("a", .removed) + line("a", other), line("a", other) + line("a", .removed)] {
            #expect(try read(text)["a"]?.decision == .removed)
        }
        #expect(try read(line("a", .later) + line("a", .placed))["a"]?.decision == .placed)
    }

    @Test func passesOverConflictMarkers() throws {
        let text =
            "<<<<<<< HEAD\n" + line("b", .placed) + "||||||| base\n=======\n" + line("a", .removed)
            + ">>>>>>> branch\n\n"
        #expect(try read(text).all.map(\.identity) == ["a", "b"])
    }

    @Test func namesALineThatIsNoDecision() throws {
        let error = #expect(throws: Diagnostic.self) { try read(line("a", .placed) + "{\"identity\":\n") }
        #expect(
            error?.description
                == "7.jsonl:2:1: error: this line isn't a decision. Take the line out, or restore the file from git")
    }

    @Test func keepsAFileForEachIssue() {
        #expect(DecisionLog.path(ofIssue: 665) == "decisions/665.jsonl")
    }
}
