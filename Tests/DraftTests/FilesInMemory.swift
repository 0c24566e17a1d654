import Archive
import Context
import Newsletter

@testable import Draft
import Text

extension Files {
    /// Files that stand in a test, by their paths.
    static func holding(_ texts: [String: String]) -> Files {
        Files(
            read: { path throws(FileError) in
                guard let text = texts[path] else { throw FileError(path: path, reason: "No such file or directory") }
                return Array(text.utf8)
            },
            list: { folder throws(FileError) in
                texts.keys.filter { $0.hasPrefix(folder + "/") }.sorted().map { path in
                    ListedFile(
                        path: String(path.dropFirst(folder.count + 1)), status: .init(size: 1, modified: 1, inode: 1))
                }
            },
            status: { texts[$0] == nil ? nil : .init(size: 1, modified: 1, inode: 1) },
            write: { path, _ throws(FileError) in throw FileError(path: path, reason: "only to be read") })
    }
}

extension Weekly {
    /// An archive of issues, the first one of 2026-01-07, a week between them.
    static func archive(_ issues: String...) async throws -> ArchiveIndex {
        var texts: [String: String] = [:]
        for (index, sections) in issues.enumerated() {
            guard let day = CalendarDate(iso8601: "2026-01-07")?.adding(days: index * 7) else { throw NoDay() }
            texts["content/\(index + 1).md"] = "Title: Weekly \(index + 1)\nDate: \(day)\n\n\(sections)"
        }
        return try await ArchiveReader(
            files: .holding(texts), publication: publication, root: { $0 }, cache: "cache",
            basis: Fingerprint(.text("test")), jobs: 1
        ).read(now: 0).index
    }
}
