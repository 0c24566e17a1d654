internal import Context
internal import Markdown
internal import Newsletter
package import Text

/// The summaries of the last build with the status of their files, so that unchanged issues needn't be read again.
///
/// A file counts as unchanged if its size, time and inode are the same and its time is clearly earlier than that of the
/// cache. Otherwise a file that changed within one clock tick could look unchanged, a problem that git's index has too.
package struct IssueSummaryCache: Sendable {
    private struct Known {
        var status: FileStatus
        var summary: IssueSummary
    }

    private var known: [String: Known] = [:]
    /// The fingerprint of what the summaries depend on besides their files: the program and the settings.
    private let basis: Fingerprint
    private var written: Int
    private(set) var hasChanged = false

    package init(basis: Fingerprint) {
        self.basis = basis
        self.written = .max
    }

    func summary(of file: ListedFile) -> IssueSummary? {
        guard let known = known[file.path], known.status == file.status, file.status.modified < written - Self.tick
        else {
            return nil
        }
        return known.summary
    }

    mutating func remember(_ summary: IssueSummary, of file: ListedFile) {
        known[file.path] = Known(status: file.status, summary: summary)
        hasChanged = true
    }

    mutating func forget(except files: [ListedFile]) {
        guard known.count > files.count else { return }
        let present = Set(files.map(\.path))
        known = known.filter { present.contains($0.key) }
        hasChanged = true
    }

    func fits(_ basis: Fingerprint) -> Bool { self.basis == basis }

    /// Sets the time of the cache: files that were changed after `time` count as changed.
    mutating func wasTaken(at time: Int) { (written, hasChanged) = (time, false) }

    /// The resolution of file times in nanoseconds, because the coarse clocks of file systems tick every few
    /// milliseconds.
    private static let tick = 20_000_000

    // MARK: Between runs

    /// Reads what ``serialized(at:)`` wrote; anything else results in an empty cache.
    package init(_ bytes: [UInt8], basis: Fingerprint) {
        self.init(basis: basis)
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        guard let head = lines.first.map({ Self.fields($0) }), head.count == 3, head[0] == Self.format,
            Fingerprint(head[1]) == basis, let written = Int(head[2])
        else { return }
        for line in lines.dropFirst() where !line.isEmpty {
            guard let (path, entry) = Self.entry(Self.fields(line)) else { continue }
            known[path] = entry
        }
        self.written = written
    }

    /// - Parameter now: nanoseconds since 1970, taken before the files were read.
    package func serialized(at now: Int) -> [UInt8] {
        var text = [Self.format, basis.description, String(now)].joined(separator: Self.separator) + "\n"
        for (path, entry) in known.sorted(by: { $0.key < $1.key }) {
            let (status, summary) = (entry.status, entry.summary)
            let fields = [
                path, String(status.size), String(status.modified), String(status.inode), summary.source.description,
                summary.path, String(summary.header.date.daysSince1970), summary.header.number.map(String.init) ?? "",
                summary.header.title, summary.header.category ?? "", summary.header.slug ?? "",
                summary.header.minutes.map(String.init) ?? "", summary.header.name, summary.header.permalink ?? "",
                summary.header.author ?? "", summary.header.description ?? "", summary.header.image ?? "",
                summary.header.heldBack ?? "", Self.joined(summary.header.aliases), Self.joined(summary.header.tags),
                summary.linksToSources ? "1" : "",
                Self.joined(summary.localLinks.map { "\($0.line) \($0.url)" }),
                summary.topics,
            ]
            text += fields.joined(separator: Self.separator) + "\n"
        }
        return Array(text.utf8)
    }

    private static let format = "sennight cards 3"
    /// The separator of fields; header lines never contain NUL.
    private static let separator = "\0"

    /// A list in one field.
    private static func joined(_ items: [String]) -> String { items.joined(separator: "\u{1F}") }

    private static func items(_ field: String) -> [String] {
        field.split(separator: "\u{1F}").map(String.init)
    }

    private static func localLink(_ item: String) -> LocalLink? {
        guard let space = item.firstIndex(of: " "), let line = Int(item[..<space]) else { return nil }
        return LocalLink(url: String(item[item.index(after: space)...]), line: line)
    }

    private static func optional(_ field: String) -> String? { field.isEmpty ? nil : field }

    private static func fields(_ line: ArraySlice<UInt8>) -> [String] {
        line.split(separator: 0, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
    }

    private static func entry(_ fields: [String]) -> (String, Known)? {
        guard fields.count == 23, let size = Int(fields[1]), let modified = Int(fields[2]),
            let inode = UInt64(fields[3]),
            let source = Fingerprint(fields[4]), let days = Int(fields[6]), let date = CalendarDate(daysSince1970: days)
        else { return nil }
        let header = IssueHeader(
            title: fields[8], number: Int(fields[7]), date: date, category: optional(fields[9]),
            slug: optional(fields[10]), minutes: Int(fields[11]), name: fields[12], permalink: optional(fields[13]),
            aliases: items(fields[18]), author: optional(fields[14]), description: optional(fields[15]),
            image: optional(fields[16]),
            tags: items(fields[19]), heldBack: optional(fields[17]))
        let summary = IssueSummary(
            file: fields[0], header: header, path: fields[5], source: source, linksToSources: !fields[20].isEmpty,
            localLinks: items(fields[21]).compactMap(localLink), topics: fields[22])
        return (fields[0], Known(status: FileStatus(size: size, modified: modified, inode: inode), summary: summary))
    }
}
