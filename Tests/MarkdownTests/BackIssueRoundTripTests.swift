import Markdown
import Newsletter
import TestKit
import Testing

@Suite(.withBackIssues) struct BackIssueRoundTripTests {
    @Test(arguments: TestData.issues)
    func readsAndWritesBackTheSameBytes(of name: String) throws {
        let bytes = try TestData.bytes(ofIssue: name)
        let issue = try BackIssues.read(name).issue
        #expect(try IssueWriter(bytes).bytes() == bytes)
        #expect(Promises.broken(by: issue, of: bytes) == nil)
        // The reader's ranges cut the file so that its pieces make the file again.
        let starts = [0] + issue.sections.map(\.range.bytes.lowerBound) + [bytes.count]
        #expect(zip(starts, starts.dropFirst()).flatMap { bytes[$0..<$1] } == bytes)
    }

    @Test(arguments: TestData.issues)
    func leavesAllOtherBytesAlone(of name: String) throws {
        let bytes = try TestData.bytes(ofIssue: name)
        let entries = try BackIssues.read(name).issue.sections.flatMap(\.entries)
        var random = SeededGenerator(seededBy: name)
        #expect(SplicesByHand.difference(bytes, entries: entries, using: &random) == nil)
    }
}
