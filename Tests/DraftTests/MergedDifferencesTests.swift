import Draft
import Foundation
import TestKit
import Testing

/// What the editors ended with is what the merge makes, but for what they changed by hand.
@Suite(.enabled(if: TestData.isPresent, Comment(rawValue: TestData.hint)))
struct MergedDifferencesTests {
    /// Differences that the versions alone do not explain, by pull request.
    private static let explained = [
        "2024-08-14-pr5823-conflict":
            "Resolved by hand with both sides' text: two entries that both sides had added stand twice.",
        "2024-10-09-pr5995-conflict": "Resolved by hand with both sides' text: an entry of both stands twice.",
        "2024-11-13-pr6104-conflict": "Resolved by hand with both sides' text: two entries of both stand twice.",
        "2024-11-20-pr6126-conflict":
            "Git put the branch's spelling of an event behind another line and kept main's too: it stands twice.",
        "2025-01-08-pr6261-conflict":
            "Both sides added the event, each with its own city; the editors took the branch's.",
        "2025-03-26-pr6502-conflict": "Main had moved the entry; resolving by hand left it in its old place, too.",
        "2025-09-03-pr6953-conflict":
            "Main had dropped an empty section; resolving by hand brought its heading back, in the midst of another's entries.",
        "2025-09-17-pr7030-conflict": "Main had removed the entry; resolving by hand brought it back.",
        "2025-10-01-pr7098-conflict": "The branch had added a slash to an address; the editors kept it as it was.",
    ]

    @Test func listsEachDifference() throws {
        var list = ""
        var counts: [MergedDifference.Kind: Int] = [:]
        var (equal, toExplain): (Int, Set<String>) = (0, [])
        for name in try FileManager.default.contentsOfDirectory(atPath: TestData.path("merges")).sorted() {
            let differences = try differences(of: name)
            if differences.isEmpty { equal += 1 }
            for difference in differences {
                counts[difference.kind, default: 0] += 1
                list += "\(name) \(difference.description)\n"
                if !difference.kind.isObvious { toExplain.insert(name) }
            }
        }
        let table = MergedDifference.Kind.allCases.map { "\($0.rawValue): \(counts[$0] ?? 0)\n" }.joined()
        let text = "no difference: \(equal) pull requests\n\(table)\n\(list)"
        #expect(counts[.unproved] == nil)
        #expect(toExplain == Set(Self.explained.keys))
        #expect(Golden.difference(Array(text.utf8), from: "merges/differences.txt") == nil)
    }

    @Test(
        "Proves the kind",
        arguments: [
            ("* [A](https://a.org)\n* [E](https://e.org)\n* [B](https://b.org)\n", "added"),
            ("* [A](https://a.org)\n", "removed"),
            ("* [A](https://a.org)\n* [B, anew](https://b.org)\n", "reworded"),
            ("* [B](https://b.org)\n* [A](https://a.org)\n", "order of two additions"),
            ("* [A](https://a.org)\n* [B](https://b.org)\n* [A, too](https://a.org)\n", "doubled"),
            ("* [O](https://o.org)\n* [A](https://a.org)\n* [B](https://b.org)\n", "brought back"),
            ("* [A](https://a.org)\n\n* [B](https://b.org)\n", "respaced"),
        ])
    func provesTheKind(editors: String, kind: String) {
        let kinds = kinds(
            base: "* [O](https://o.org)\n", main: "* [A](https://a.org)\n",
            branch: "* [O](https://o.org)\n* [B](https://b.org)\n",
            result: "* [A](https://a.org)\n* [B](https://b.org)\n", editors: editors)
        #expect(kinds == [kind])
    }

    @Test("Takes no fault of the merge for the editors'")
    func provesNothingForAFault() {
        let (a, b) = ("* [A](https://a.org)\n", "* [B](https://b.org)\n")
        // Lost, brought back, made up, put against both sides' order, pulled apart.
        #expect(kinds(base: "", main: a, branch: b, result: a, editors: a + b) == ["unproved"])
        #expect(kinds(base: a + b, main: a, branch: a + b, result: a + b, editors: a) == ["unproved"])
        #expect(kinds(base: "", main: a, branch: a, result: a + b, editors: a) == ["unproved"])
        #expect(kinds(base: a + b, main: a + b, branch: a + b, result: b + a, editors: a + b) == ["unproved"])
        #expect(kinds(base: "", main: a, branch: b, result: a + "\n" + b, editors: a + b) == ["unproved"])
    }

    private func kinds(base: String, main: String, branch: String, result: String, editors: String) -> [String] {
        let texts = [base, main, branch, result, editors].map { Array(("Title: T\n\n### News\n" + $0).utf8) }
        return MergedDifferences(
            base: texts[0], main: texts[1], branch: texts[2], result: texts[3], editors: texts[4]
        ).all.map(\.kind.rawValue)
    }

    private func differences(of name: String) throws -> [MergedDifference] {
        let (base, main, branch) = (try bytes(name, "base"), try bytes(name, "main"), try bytes(name, "branch"))
        let editors = try bytes(name, "merged")
        let result = IssueMerge.merge(base: base, main: main, branch: branch).bytes
        let differences = MergedDifferences(base: base, main: main, branch: branch, result: result, editors: editors)
        #expect((result == editors) == differences.all.isEmpty, "\(name)")
        return differences.all
    }

    private func bytes(_ name: String, _ version: String) throws -> [UInt8] {
        try Array(Data(contentsOf: URL(filePath: TestData.path("merges/\(name)/\(version).md"))))
    }
}
