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

    /// - Parameters:
    ///   - reader: at the entry's record.
    ///   - details: at the details that ``BlockWriter`` wrote for it.
    init?(_ reader: inout RecordReader, _ details: inout RecordReader, issue: Int, in block: BlockStart) {
        guard let record = LinkRecord(&reader, issue: issue, in: block, readsEvent: false) else { return nil }
        self.record = record
        sectionID = details.sharedText(from: block.texts)
        context = details.text()
        guard !details.hasFailed else { return nil }
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
