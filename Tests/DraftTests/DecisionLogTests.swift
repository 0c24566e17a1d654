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
        memory.remember(
            TotalSentence(section: "Changes", source: "pulls", text: "2 [merged](https://f.example)"))
        memory.remember(Decision(identity: "b.example", decision: .placed, by: .program, title: "B"))
        memory.remember(
            Decision(
                identity: "a.example/x", decision: .removed, by: .editor, title: "A \"quoted\"\n", section: "News",
                why: "old",
                source: "add"))
        let text = """
            {"by":"editor","decision":"removed","identity":"a.example/x","section":"News","source":"add","title":"A \\"quoted\\"\\n","v":2,"why":"old"}
            {"by":"program","decision":"placed","identity":"b.example","title":"B","v":2}
            {"record":"total","section":"Changes","source":"pulls","text":"2 [merged](https://f.example)","v":2}

            """
        #expect(String(decoding: memory.bytes, as: UTF8.self) == text)
        #expect(try read(text).all == memory.all)
        #expect(try read(text).sentence(in: "changes:") == memory.sentence(in: "Changes"))
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
                == "7.jsonl:2:1: error: this line isn't a valid decision. Remove the line, or restore the file from git"
        )
    }

    @Test func refusesALineOfALaterVersion() throws {
        let later = #"{"identity":"a","verdict":"no","v":3}"# + "\n"
        let error = #expect(throws: Diagnostic.self) { try read(line("b", .placed) + later) }
        #expect(
            error?.description
                == "7.jsonl:2:1: error: a newer version of Sennight wrote this line (in format 3; this version reads formats up to 2). Update Sennight; the file was not changed"
        )
    }

    @Test(arguments: [
        #"{"by":"robot","decision":"placed","identity":"a","title":"T","v":2}"#,
        #"{"decision":"placed","identity":"a","title":"T","v":"2"}"#, #"{"record":"total","v":2}"#,
        #"{"record":"else","section":"S","text":"T","v":2}"#,
    ])
    func refusesAnUnknownMember(line: String) {
        let error = #expect(throws: Diagnostic.self) { try read(line) }
        #expect(error?.summary == "this line isn't a valid decision")
    }

    @Test func countsTheLowerOfTwoSentences() throws {
        func total(_ text: String) -> String { #"{"record":"total","section":"S","text":"\#(text)","v":2}"# + "\n" }
        #expect(try read(total("1") + total("2")).sentence(in: "S")?.text == "2")
        var newer = try read(total("2"))
        newer.add(older: try read(total("1")))
        #expect(newer.sentence(in: "S")?.text == "2")
        #expect(!newer.isEmpty)
    }

    @Test func keepsAFileForEachIssue() {
        #expect(DecisionLog.path(ofIssue: 665) == "decisions/665.jsonl")
    }
}
