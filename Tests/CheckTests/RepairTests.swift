import Foundation
import Markdown
import Newsletter
import TestKit
import Testing

@testable import Check

/// Whether the faults that editors mended after publishing are found before.
@Suite(.withBackIssues) struct RepairTests {
    private struct Repair: Decodable {
        struct Hunk: Decodable {
            var line: Int
            var before: [String]
        }
        var id: Int
        var before: String
        var hunks: [Hunk]
    }

    private static func repairs() throws -> [Repair] {
        let text = try String(contentsOfFile: TestData.path("repairs.jsonl"), encoding: .utf8)
        return try text.split(separator: "\n").map { try JSONDecoder().decode(Repair.self, from: Data($0.utf8)) }
    }

    /// Kind and check by `repair.hunk`.
    private static let table: [String: (kind: String, check: String?)] = Dictionary(
        uniqueKeysWithValues: RepairTable.text.split(separator: "\n").map { line in
            let words = line.split(separator: " ").map(String.init)
            return (words[0], (words[1], words.count > 2 && words[2] != "-" ? words[2] : nil))
        })

    @Test func sortsEveryHunk() throws {
        let hunks = try Self.repairs().flatMap { repair in repair.hunks.indices.map { "\(repair.id).\($0 + 1)" } }
        #expect(Set(hunks) == Set(Self.table.keys))
        let checks = Set(Self.table.values.compactMap(\.check)).subtracting(["not-an-issue"])
        #expect(checks.isSubset(of: Set(CheckPages.ids)), "a check of the table is gone")
    }

    @Test func findsNineOfTenFaultsAtTheLine() throws {
        let checker = Checker(CheckContext(publication: try ThisWeek.publication()))
        var (faults, found) = (0, 0)
        var lost: [String] = []
        for repair in try Self.repairs() {
            let bytes = try Array(Data(contentsOf: URL(filePath: TestData.path("repairs/" + repair.before))))
            let findings = Result { () throws(Diagnostics) in try checker.findings(in: bytes, file: repair.before) }
            for (index, hunk) in repair.hunks.enumerated() {
                let name = "\(repair.id).\(index + 1)"
                guard let row = Self.table[name], row.kind == "fault" else { continue }
                faults += 1
                if Self.isFound(row.check, hunk, findings) { found += 1 } else if row.check != nil { lost.append(name) }
            }
        }
        #expect(faults == 184)
        #expect(found * 10 >= faults * 9, "\(found) of \(faults)")
        #expect(lost.isEmpty, "the table names a check for these, and it is silent")
    }

    /// At one of the hunk's lines, or beside them where a line was put in; what stands twice is marked at one of its places.
    private static func isFound(_ check: String?, _ hunk: Repair.Hunk, _ findings: Result<[Finding], Diagnostics>)
        -> Bool
    {
        let lines = (hunk.line - 1)...(hunk.line + max(1, hunk.before.count))
        switch findings {
        case .success(let findings):
            return findings.contains { finding in
                finding.id == check
                    && (lines.contains(finding.range.start.line)
                        || finding.notes.contains { $0.place.map { lines.contains($0.line) } == true })
            }
        case .failure(let faults):
            return check == "not-an-issue"
                && faults.all.contains { $0.location.map { lines.contains($0.line) } == true }
        }
    }
}
