import Markdown
import Newsletter
import TestKit
import Testing

/// Over the sample issues, and over every back issue where the data is.
@Suite struct BackIssueRoundTripTests {
    @Test(arguments: TestIssue.all)
    func readsAndWritesBackTheSameBytes(of tested: TestIssue) throws {
        let bytes = try tested.bytes()
        let issue = try tested.read()
        #expect(try IssueWriter(bytes).bytes() == bytes)
        #expect(Promises.broken(by: issue, of: bytes) == nil)
        // The reader's ranges cut the file so that its pieces make the file again.
        let starts = [0] + issue.sections.map(\.range.bytes.lowerBound) + [bytes.count]
        #expect(zip(starts, starts.dropFirst()).flatMap { bytes[$0..<$1] } == bytes)
    }

    @Test(arguments: TestIssue.all)
    func leavesAllOtherBytesAlone(of tested: TestIssue) throws {
        let bytes = try tested.bytes()
        let entries = try tested.read().sections.flatMap(\.entries)
        var random = SeededGenerator(seededBy: tested.name)
        for _ in 0..<tested.rounds {
            #expect(SplicesByHand.difference(bytes, entries: entries, using: &random) == nil)
        }
    }
}
