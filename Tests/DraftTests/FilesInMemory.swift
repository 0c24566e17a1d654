import Archive
import Newsletter
import TestKit

@testable import Draft
import Text

extension Weekly {
    /// An archive of issues, the first one of 2026-01-07, a week between them.
    static func archive(_ issues: String...) async throws -> ArchiveIndex {
        var texts: [String: String] = [:]
        for (index, sections) in issues.enumerated() {
            guard let day = CalendarDate(iso8601: "2026-01-07")?.adding(days: index * 7) else { throw NoDay() }
            texts["content/\(index + 1).md"] = "Title: Weekly \(index + 1)\nDate: \(day)\n\n\(sections)"
        }
        return try await ArchiveReader(
            files: MemoryFiles(texts).files, publication: publication, root: { $0 }, cache: "cache",
            basis: Fingerprint(.text("test")), jobs: 1
        ).read(now: 0).index
    }
}
