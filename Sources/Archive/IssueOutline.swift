internal import Newsletter

/// The headings and the prose of a published issue, which later issues usually repeat.
package struct IssueOutline: Hashable, Sendable {
    package struct Heading: Hashable, Sendable {
        /// 1 for `#`.
        package var level: Int
        package var title: String
    }

    package var headings: [Heading] = []
    /// The paragraphs without a list's entries, as they are in the file.
    package var paragraphs: [String] = []

    init() {}

    /// - Parameter bytes: the file that the issue was read from.
    init(of issue: Issue, in bytes: [UInt8]) {
        headings = issue.sections.compactMap { $0.level > 0 ? Heading(level: $0.level, title: $0.title) : nil }
        for section in issue.sections where section.kind != .quote {
            for entry in section.entries where entry.content == .prose {
                let range = entry.range.bytes
                guard Self.lengths ~= range.count else { continue }
                paragraphs.append(String(decoding: bytes[range], as: UTF8.self))
            }
        }
    }

    /// The sizes, in bytes, of the paragraphs that are kept: shorter ones are in too many issues, longer ones are
    /// articles.
    private static let lengths = 12...1500

    func write(to writer: inout RecordWriter) {
        writer.add(count: headings.count)
        for heading in headings {
            writer.add(count: heading.level)
            writer.add(heading.title)
        }
        writer.add(count: paragraphs.count)
        for paragraph in paragraphs { writer.add(paragraph) }
    }

    /// Reads what ``write(to:)`` wrote.
    init(_ reader: inout RecordReader) {
        for _ in 0..<reader.elementCount() where !reader.hasFailed {
            headings.append(Heading(level: reader.count(), title: reader.text()))
        }
        for _ in 0..<reader.elementCount() where !reader.hasFailed { paragraphs.append(reader.text()) }
    }
}
