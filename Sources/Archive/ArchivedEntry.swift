internal import Address
package import Newsletter

/// An entry of a published issue: its record, and the details that only search needs.
package struct ArchivedEntry: Hashable, Sendable {
    /// The entry's record; its URL is empty if the entry has no link.
    package var record: LinkRecord
    /// The `id` of the section's heading on the page.
    package var sectionID: String
    /// The entry's words without its title and without markup.
    package var context: String

    /// The entries of an issue that aren't prose, in the issue's order.
    package static func entries(of issue: Issue, in bytes: [UInt8], at index: Int = 0) -> [ArchivedEntry] {
        issue.sections.flatMap { section in
            section.entries.filter { $0.url != nil || $0.content != .prose }.map { entry in
                ArchivedEntry(
                    record: LinkRecord(entry, in: section, issue: index), sectionID: section.id,
                    context: EntryContext.text(of: bytes[entry.range.bytes], without: entry.title))
            }
        }
    }

    private init(record: LinkRecord, sectionID: String, context: String) {
        self.record = record
        self.sectionID = sectionID
        self.context = context
    }

    func write(to writer: inout RecordWriter) {
        record.write(to: &writer, sectionID: sectionID, context: context)
    }

    /// Reads what ``write(to:)`` wrote, except for the fields of events; nil for anything else.
    init?(_ reader: inout RecordReader, issue: Int) {
        var texts = reader
        LinkRecord.skip(&reader)
        let canonical = texts.text()
        let location = SourceLocation(line: texts.short(), column: texts.short())
        let kind = texts.short()
        guard SectionKind.allCases.indices.contains(kind) else { return nil }
        let (section, title, url) = (texts.text(), texts.text(), texts.text())
        sectionID = texts.text()
        context = texts.text()
        var tags: [String] = []
        for _ in 0..<max(0, texts.short()) where !texts.hasFailed { tags.append(texts.text()) }
        guard !texts.hasFailed, !reader.hasFailed else { return nil }
        record = LinkRecord(
            issue: issue, location: location, kind: SectionKind.allCases[kind], section: section, title: title,
            url: url,
            canonical: canonical, tags: tags, event: nil)
    }
}

extension LinkRecord {
    /// Whether the entry has a URL.
    var isLink: Bool { !url.isEmpty }

    init(_ entry: Entry, in section: Section, issue: Int) {
        var event: Event?
        if case .event(let found) = entry.content { event = found }
        self.init(
            issue: issue, location: entry.range.start, kind: section.kind, section: section.title, title: entry.title,
            url: entry.url ?? "", canonical: entry.url.map { CanonicalURL($0).description } ?? "", tags: entry.tags,
            event: event)
    }
}
