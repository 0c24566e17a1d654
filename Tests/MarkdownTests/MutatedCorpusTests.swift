import Markdown
import Newsletter
import TestKit
import Testing

/// Every back issue once more, spoilt as files get spoilt.
@Suite(.withBackIssues) struct MutatedCorpusTests {
    @Test(arguments: TestData.issues)
    func keepsBytesAndPromisesOfSpoiltText(of name: String) throws {
        var random = SeededGenerator(seededBy: name)
        for mutation in Mutation.allCases {
            let bytes = mutation.spoil(try TestData.bytes(ofIssue: name), using: &random)
            #expect(try IssueWriter(bytes).bytes() == bytes)
            let issue: Newsletter.Issue
            do {
                issue = try BackIssues.reader.get().read(bytes, file: name).issue
            } catch let error as Diagnostics {
                #expect(
                    !error.all.isEmpty && error.all.allSatisfy { $0.file == name && $0.location != nil },
                    "\(mutation): \(error)")
                #expect(mutation.mayBeRefused, "\(mutation): \(error)")
                continue
            }
            #expect(Promises.broken(by: issue, of: bytes) == nil, "\(mutation)")
            #expect(LinkCount.difference(of: issue, from: IndependentLinks.counted(in: bytes)) == nil, "\(mutation)")
            #expect(
                SplicesByHand.difference(bytes, entries: issue.sections.flatMap(\.entries), using: &random) == nil,
                "\(mutation)")
        }
    }
}
