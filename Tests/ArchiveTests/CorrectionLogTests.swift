import Context
import Newsletter
import TestKit
import Testing

@testable import Archive

@Suite struct CorrectionLogTests {
    private func read(_ text: String) throws -> CorrectionLog { try CorrectionLog(Array(text.utf8), file: "7.jsonl") }

    private func text(_ log: CorrectionLog) -> String { String(decoding: log.bytes, as: UTF8.self) }

    private let first =
        #"{"at":"2026-03-11T09:00:00Z","reason":"The link was dead.","v":1}"# + "\n"
    private let second =
        #"{"at":"2026-03-12T10:30:05Z","changes":[{"kind":"edited","section":"News","title":"Cats"}],"entry":{"id":"eabcdef","title":"Cats"},"reason":"A \"name\" was <wrong>.","silent":true,"v":1}"#
        + "\n"

    @Test func writesALineEachInTheOrderOfTime() throws {
        var log = CorrectionLog()
        log.add(
            Correction(
                time: 1_773_311_405, reason: "A \"name\" was <wrong>.", isSilent: true,
                entry: CorrectedEntry(id: "eabcdef", title: "Cats"),
                changes: [.init(.edited, title: "Cats", section: "News")]))
        log.add(Correction(time: 1_773_219_600, reason: "The link was dead."))
        #expect(text(log) == first + second)
        #expect(try read(first + second) == log)
        #expect(log.announced.map(\.reason) == ["The link was dead."])
        #expect(log.latest == 1_773_311_405)
    }

    @Test func keepsTheLinesOfBothSidesOfAMerge() throws {
        let merged = "<<<<<<< HEAD\n" + second + "=======\n" + first + second + ">>>>>>> branch\n"
        #expect(text(try read(merged)) == first + second)
    }

    @Test(
        arguments: [
            #"{"at":"soon","reason":"R","v":1}"#, #"{"at":"2026-03-11T09:00:00Z","v":1}"#,
            #"{"at":"2026-03-11T09:00:00Z","reason":"two\nlines","v":1}"#,
            #"{"at":"2026-03-11T09:00:00Z","reason":" ","v":1}"#,
            #"{"at":"2026-03-11T09:00:00Z","changes":[{"kind":"eaten"}],"reason":"R","v":1}"#,
        ])
    func refusesWhatIsNotACorrection(line: String) throws {
        let fault = #expect(throws: Diagnostic.self) { try read(first + line + "\n") }
        #expect(
            fault?.description
                == "7.jsonl:2:1: error: this line isn't a valid correction. Remove the line, or restore the file from git"
        )
    }

    @Test func refusesALineOfALaterVersion() throws {
        let fault = #expect(throws: Diagnostic.self) { try read(#"{"when":"now","v":2}"# + "\n") }
        #expect(
            fault?.summary
                == "a newer version of Sennight wrote this line (in format 2; this version reads formats up to 1)")
    }

    @Test func isNamedAfterTheNumberOrTheFile() {
        #expect(CorrectionLog.path(ofIssue: 7, file: "content/x.md") == "corrections/7.jsonl")
        #expect(CorrectionLog.path(ofIssue: nil, file: "content/2026/x.md") == "corrections/content/2026/x.jsonl")
    }

    @Test func findsTheLogOfEachIssue() throws {
        let folder = MemoryFiles()
        folder.write("/w/corrections/7.jsonl", first)
        folder.write("/w/corrections/content/2026/x.jsonl", second)
        folder.write("/w/corrections/8.jsonl", "")
        let corrections = try Corrections(folder.files) { "/w/" + $0 }
        #expect(corrections.log(ofIssue: 7, file: "content/7.md")?.all.count == 1)
        #expect(corrections.log(ofIssue: nil, file: "content/2026/x.md")?.all.first?.isSilent == true)
        #expect(corrections.log(ofIssue: 8, file: "content/8.md") == nil)
        #expect(corrections.log(ofIssue: nil, file: "content/7.md") == nil)
    }

    @Test func reportsTheFaultsOfAllLogs() throws {
        let folder = MemoryFiles()
        folder.write("/w/corrections/7.jsonl", "no\n")
        folder.write("/w/corrections/8.jsonl", "neither\n")
        let faults = #expect(throws: Diagnostics.self) { try Corrections(folder.files) { "/w/" + $0 } }
        #expect(faults?.all.map(\.file) == ["corrections/7.jsonl", "corrections/8.jsonl"])
    }
}
