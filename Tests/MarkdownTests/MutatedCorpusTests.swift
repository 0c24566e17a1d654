import Markdown
import Newsletter
import TestKit
import Testing

/// The sample issues and every back issue once more, spoilt as files get spoilt.
@Suite struct MutatedCorpusTests {
    @Test(arguments: TestIssue.all)
    func keepsBytesAndPromisesOfSpoiltText(of tested: TestIssue) throws {
        var random = SeededGenerator(seededBy: tested.name)
        for _ in 0..<tested.rounds {
            for mutation in Mutation.allCases { try check(mutation, of: tested, using: &random) }
        }
    }

    private func check(_ mutation: Mutation, of tested: TestIssue, using random: inout SeededGenerator) throws {
        let bytes = mutation.spoil(try tested.bytes(), using: &random)
        #expect(try IssueWriter(bytes).bytes() == bytes)
        let issue: Newsletter.Issue
        do {
            issue = try tested.reader().read(bytes, file: tested.name).issue
        } catch let error as Diagnostics {
            #expect(
                !error.all.isEmpty && error.all.allSatisfy { $0.file == tested.name && $0.location != nil },
                "\(mutation): \(error)")
            #expect(mutation.mayBeRefused, "\(mutation): \(error)")
            return
        }
        #expect(Promises.broken(by: issue, of: bytes) == nil, "\(mutation)")
        #expect(LinkCount.difference(of: issue, from: IndependentLinks.counted(in: bytes)) == nil, "\(mutation)")
        #expect(
            SplicesByHand.difference(bytes, entries: issue.sections.flatMap(\.entries), using: &random) == nil,
            "\(mutation)")
    }
}
