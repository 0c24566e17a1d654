internal import Draft
internal import Foundation

/// Merges many branches into one draft, one after the other, in one process.
///
/// Usage: `MergeBenchmark ISSUE [BRANCHES]`. Prints in one line: seconds, branches, entries added, entries reworded or
/// moved, conflicts, the draft's bytes. Exits with 1 where one of these entries is missing.
@main struct MergeBenchmark {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count > 1, let count = Int(arguments.count > 2 ? arguments[2] : "100") else {
            fail("usage: MergeBenchmark ISSUE [BRANCHES]", 64)
        }
        let base = try Array(Data(contentsOf: URL(filePath: arguments[1])))
        let draft = DraftLines(String(decoding: base, as: UTF8.self))
        guard !draft.sections.isEmpty else { fail("\(arguments[1]) has no sections", 2) }
        let contributions = (0..<count).map { Contribution(number: $0, to: draft) }
        let branches = contributions.map(\.bytes)

        var working = base
        var conflicts = 0
        let clock = ContinuousClock()
        let time = clock.measure {
            for branch in branches {
                let outcome = IssueMerge.merge(base: base, main: working, branch: branch)
                working = outcome.bytes
                conflicts += outcome.conflicts.count
            }
        }

        let lines = Set(String(decoding: working, as: UTF8.self).split(separator: "\n").map(String.init))
        let (added, changed) = (contributions.flatMap(\.added), contributions.compactMap(\.changed))
        for line in added + changed where !lines.contains(line) { fail("not in the merged draft: \(line)", 1) }
        let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
        print(seconds, count, added.count, changed.count, conflicts, working.count)
    }

    private static func fail(_ sentence: String, _ code: Int32) -> Never {
        FileHandle.standardError.write(Data((sentence + "\n").utf8))
        exit(code)
    }
}
