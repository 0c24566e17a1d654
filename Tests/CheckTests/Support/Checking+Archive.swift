import Archive
import Context
import Newsletter

@testable import Check
import Text

extension Checking {
    /// The same publication with issues before: their texts without header, by their days; numbers as weeks go.
    func after(_ issues: [String: String]) async throws -> Checking {
        var result = self
        let texts = Dictionary(
            uniqueKeysWithValues: issues.map { day, text in
                ("content/\(day)-weekly.md", Array(Self.issue(of: day, text).utf8))
            })
        let archive = ArchiveReader(
            files: .fixed(texts), publication: publication, root: { $0 }, cache: "index",
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

extension Files {
    /// A file system of some texts that nobody can change.
    static func fixed(_ texts: [String: [UInt8]]) -> Files {
        let status = { @Sendable (bytes: [UInt8]) in FileStatus(size: bytes.count, modified: 1, inode: 1) }
        return Files(
            read: { path throws(FileError) in
                guard let bytes = texts[path] else { throw FileError(path: path, reason: "No such file or directory") }
                return bytes
            },
            list: { folder throws(FileError) in
                texts.filter { $0.key.hasPrefix(folder + "/") }.sorted { $0.key < $1.key }.map {
                    ListedFile(path: String($0.key.dropFirst(folder.utf8.count + 1)), status: status($0.value))
                }
            },
            status: { path in texts[path].map(status) },
            write: { _, _ throws(FileError) in })
    }
}
