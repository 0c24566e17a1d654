import Archive
import Newsletter
import TestKit

@testable import Check
import Text

extension Checking {
    /// The same publication with issues before: their texts without header, by their days; numbers as weeks go.
    func after(_ issues: [String: String]) async throws -> Checking {
        var result = self
        let texts = Dictionary(
            uniqueKeysWithValues: issues.map { day, text in
                ("content/\(day)-weekly.md", Self.issue(of: day, text))
            })
        let archive = ArchiveReader(
            files: MemoryFiles(texts).files, publication: publication, root: { $0 }, cache: "index",
            basis: Fingerprint(.text("test")), jobs: 1)
        result.archive = try await archive.read(now: 0).index
        return result
    }

    private static func issue(of day: String, _ text: String) -> String {
        guard !text.hasPrefix("Title:") else { return text }
        let date = day.split(separator: "-").compactMap { Int($0) }
        let weeks = CalendarDate(year: date[0], month: date[1], day: date[2]).map { $0.daysSince1970 / 7 } ?? 0
        // 18 June 2025 is number 604.
        let number = weeks - 20257 / 7 + 604
        return "Title: Weekly \(number)\nNumber: \(number)\nDate: \(day)\n\n\(text)"
    }
}
