import TestKit
import Testing

@testable import Draft

/// What must hold for any edits, over more than ten thousand cases.
@Suite struct MergePropertyTests {
    private static let draft = """
        Title: Weekly 7
        Number: 7
        Date: 2026-03-04

        Hello and welcome!

        ## News

        <!-- * [Title](https://example.org) -->

        ### Official
        * [One](https://one.example/1)
        * [video] [Two](https://two.example/2)

        ### Tools

        * [Three](https://three.example/3)
        * [Four](https://four.example/4)
          goes on here
        * [Four](https://four.example/4)

        ## Events

        Events between here and there.

        ### Virtual
        * 2026-03-10 | Virtual (Bonn, DE) | [G](https://g.example)
            * [**Tea**](https://g.example/1)
        * 2026-03-11 | Virtual | [H](https://h.example)
            * [**Cake**](https://h.example/1)

        ### Europe
        * 2026-03-10 | Bonn, DE | [G](https://g.example)
            * [**Tea**](https://g.example/1)

        [more]: https://more.example

        ## Quote

        > Well begun is half done.

        – [Somebody](https://somebody.example)
        """

    private func entries(_ bytes: [UInt8]) -> Set<IssuePiece.Key> {
        Set(PieceSplitter.pieces(of: bytes).parts.flatMap(\.pieces).map(\.key).filter(\.isEntry))
    }

    @Test("Holds for random edits", arguments: 0..<12)
    func holds(seed: Int) {
        let base = Array(Self.draft.utf8)
        var edits = RandomEdits(seed: seed)
        for _ in 0..<1000 {
            let main = edits.edited(base, side: "main")
            let branch = edits.edited(base, side: "branch")
            let forth = IssueMerge.byEntries(base: base, main: main, branch: branch)
            let back = IssueMerge.byEntries(base: base, main: branch, branch: main)
            #expect(IssueMerge.byEntries(base: base, main: main, branch: base).bytes == main)
            #expect(IssueMerge.byEntries(base: base, main: base, branch: branch).bytes == branch)
            #expect(IssueMerge.byEntries(base: base, main: main, branch: main).bytes == main)
            let (old, mine, theirs) = (entries(base), entries(main), entries(branch))
            let merged = entries(forth.bytes)
            #expect(merged == entries(back.bytes))
            #expect(mine.subtracting(old).isSubset(of: merged), "an entry of main is lost")
            #expect(theirs.subtracting(old).isSubset(of: merged), "an entry of the branch is lost")
        }
    }

    @Test(.enabled(if: TestData.isPresent, Comment(rawValue: TestData.hint)))
    func holdsOverRealIssues() throws {
        var edits = RandomEdits(seed: 99)
        for name in TestData.issues.suffix(300) where edits.number(below: 4) == 0 {
            expectLawfulMerge(of: try TestData.bytes(ofIssue: name), name, &edits)
        }
    }

    @Test(arguments: SampleIssues.names)
    func holdsOverSampleIssues(name: String) throws {
        let base = try SampleIssues.bytes(of: name)
        var edits = RandomEdits(seed: 7)
        for _ in 0..<20 { expectLawfulMerge(of: base, name, &edits) }
    }

    private func expectLawfulMerge(of base: [UInt8], _ name: String, _ edits: inout RandomEdits) {
        #expect(PieceSplitter.pieces(of: base).bytes == base, "\(name)")
        let main = edits.edited(base, side: "main")
        let branch = edits.edited(base, side: "branch")
        let merged = entries(IssueMerge.byEntries(base: base, main: main, branch: branch).bytes)
        #expect(entries(main).subtracting(entries(base)).isSubset(of: merged), "\(name)")
        #expect(entries(branch).subtracting(entries(base)).isSubset(of: merged), "\(name)")
        #expect(IssueMerge.byEntries(base: base, main: main, branch: base).bytes == main, "\(name)")
        #expect(IssueMerge.byEntries(base: base, main: base, branch: branch).bytes == branch, "\(name)")
    }
}
