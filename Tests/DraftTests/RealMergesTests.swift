import Draft
import Foundation
import TestKit
import Testing

/// Real pull requests to a draft: base, main, branch.
@Suite(.enabled(if: TestData.isPresent, Comment(rawValue: TestData.hint)))
struct RealMergesTests {
    private static let all: [String] = {
        let folder = TestData.path("merges")
        return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    }()

    /// Both sides wrote the same entry differently: main's stands, and the merge says so.
    private static let bothWrote = [
        "2024-08-14-pr5823-conflict", "2024-11-13-pr6104-conflict", "2025-01-08-pr6261-conflict",
    ]

    private func bytes(_ name: String, _ version: String) throws -> [UInt8] {
        try Array(Data(contentsOf: URL(filePath: TestData.path("merges/\(name)/\(version).md"))))
    }

    private func lines(_ bytes: [UInt8]) -> [String: Int] {
        String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
            .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
            .reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }

    @Test func mergesAllWithoutAConflict() throws {
        #expect(Self.all.count >= 100)
        for name in Self.all {
            let outcome = IssueMerge.merge(
                base: try bytes(name, "base"), main: try bytes(name, "main"), branch: try bytes(name, "branch"))
            #expect(outcome.conflicts.isEmpty, "\(name)")
        }
    }

    @Test func losesNothingAndBringsNothingBack() throws {
        for name in Self.all {
            let (base, main, branch) = (try bytes(name, "base"), try bytes(name, "main"), try bytes(name, "branch"))
            let outcome = IssueMerge.merge(base: base, main: main, branch: branch)
            let (old, mine, theirs, merged) = (lines(base), lines(main), lines(branch), lines(outcome.bytes))
            #expect(!outcome.notes.isEmpty == Self.bothWrote.contains(name), "\(name): \(outcome.notes)")
            for (line, count) in mine where count > old[line] ?? 0 {
                #expect(merged[line] ?? 0 >= count, "\(name) lost of main: \(line)")
            }
            for (line, count) in theirs where count > old[line] ?? 0 && !Self.bothWrote.contains(name) {
                #expect(merged[line] ?? 0 >= count, "\(name) lost of the branch: \(line)")
            }
            for (line, count) in merged {
                #expect(count <= max(mine[line] ?? 0, theirs[line] ?? 0), "\(name) has too often: \(line)")
            }
            for (line, count) in old {
                let (inMain, inBranch) = (mine[line] ?? 0, theirs[line] ?? 0)
                if inMain < count, inBranch == count {
                    #expect(merged[line] ?? 0 <= inMain, "\(name) brought back: \(line)")
                }
                if inBranch < count, inMain == count {
                    #expect(merged[line] ?? 0 <= inBranch, "\(name) brought back: \(line)")
                }
            }
        }
    }
}
