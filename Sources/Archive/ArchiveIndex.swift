internal import Address
internal import Context
package import Newsletter
package import Text

/// All links that were ever published, by canonical URL.
///
/// Records stay in the bytes in which they are stored between runs, and only requested ones are decoded: a run that
/// needs the records of six issues doesn't decode those of the other issues.
package struct ArchiveIndex: Sendable {
    /// The issues, oldest first.
    package let issues: [ArchivedIssue]
    private let bytes: FileBytes
    /// Where each issue's records are.
    private let blocks: [Block]
    /// The offset of the table of hashes: hash, issue and offset of each record, sorted by hash. Events have additional
    /// rows with the offset of the event, one for each organizer.
    private let table: Int
    private let rowCount: Int
    /// The fingerprint of all records in the index, regardless of when the index was made.
    package let content: Fingerprint

    /// Positions in the file.
    struct Block: Sendable {
        /// Of the texts to which the records refer.
        var texts: Int
        var parts: BlockParts
        /// Of the details that only search needs.
        var details: Int
    }

    typealias Row = (hash: UInt64, issue: Int, offset: Int)

    init(
        issues: [ArchivedIssue], bytes: FileBytes, blocks: [Block], table: Int, rowCount: Int, content: Fingerprint
    ) {
        self.issues = issues
        self.bytes = bytes
        self.blocks = blocks
        self.table = table
        self.rowCount = rowCount
        self.content = content
    }

    /// The index of a publication without issues.
    package static let empty = ArchiveIndex(
        issues: [], bytes: FileBytes([]), blocks: [], table: 0, rowCount: 0, content: Fingerprint(.number(0)))

    /// The number of links in all issues.
    package var count: Int { blocks.reduce(0) { $0 + $1.parts.count } }

    /// An issue's links, in its order.
    package func records(of issue: Int) -> [LinkRecord] {
        let (block, start) = (blocks[issue].parts, start(of: issue))
        var reader = RecordReader(bytes, at: block.links)
        return (0..<block.count).compactMap { _ in
            LinkRecord(&reader, issue: issue, in: start).flatMap { $0.isLink ? $0 : nil }
        }
    }

    /// An issue's entries in order, with the details that only search needs.
    package func entries(of issue: Int) -> [ArchivedEntry] {
        let (block, start) = (blocks[issue].parts, start(of: issue))
        var reader = RecordReader(bytes, at: block.links)
        var details = RecordReader(bytes, at: blocks[issue].details)
        return (0..<block.count).compactMap { _ in ArchivedEntry(&reader, &details, issue: issue, in: start) }
    }

    /// An issue's links of one kind; other links aren't decoded.
    package func records(of issue: Int, kind: SectionKind) -> [LinkRecord] {
        let (block, start) = (blocks[issue].parts, start(of: issue))
        var reader = RecordReader(bytes, at: block.links)
        return (0..<block.count).compactMap { _ in
            guard LinkRecord.kind(at: reader) == kind else {
                LinkRecord.skip(&reader)
                return nil
            }
            return LinkRecord(&reader, issue: issue, in: start).flatMap { $0.isLink ? $0 : nil }
        }
    }

    /// The places of an issue's events.
    package func eventPlaces(of issue: Int) -> [EventPlaceRecord] {
        let block = blocks[issue]
        var reader = RecordReader(bytes, at: block.parts.events)
        return (0..<block.parts.eventCount).compactMap { _ in
            EventPlaceRecord.read(&reader, issue: issue, texts: block.texts)?.record
        }
    }

    /// An issue's headings and prose.
    package func outline(of issue: Int) -> IssueOutline {
        var reader = RecordReader(bytes, at: blocks[issue].parts.outline)
        return IssueOutline(&reader)
    }

    private func start(of issue: Int) -> BlockStart {
        BlockStart(texts: blocks[issue].texts, events: blocks[issue].parts.events, bytes: bytes)
    }

    /// The last `count` issues before a date.
    package func issues(before date: CalendarDate, last count: Int) -> Range<Int> {
        let end = firstIndex(notBefore: date)
        return max(0, end - min(count, end))..<end
    }

    /// The issues with a date.
    package func issues(on date: CalendarDate) -> Range<Int> {
        let start = firstIndex(notBefore: date)
        var end = start
        while end < issues.count, issues[end].date == date { end += 1 }
        return start..<end
    }

    private func firstIndex(notBefore date: CalendarDate) -> Int {
        var (low, high) = (0, issues.count)
        while low < high {
            let middle = (low + high) / 2
            if issues[middle].date < date { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// All occurrences of a URL, oldest first.
    ///
    /// - Parameter canonical: the URL as returned by ``CanonicalURL``.
    package func occurrences(of canonical: String) -> [LinkRecord] {
        records(ArchiveLayout.hash(of: canonical)) { $0.canonical == canonical }
    }

    /// All links to a page, with any fragment, oldest first.
    ///
    /// - Parameter page: as returned by ``CanonicalURL/page``.
    package func occurrences(ofPage page: String) -> [LinkRecord] {
        records(ArchiveLayout.hash(of: page)) { CanonicalURL.page(of: $0.canonical) == page }
    }

    /// The last occurrence of a URL in the issues before a given one.
    ///
    /// - Parameters:
    ///   - canonical: the URL as returned by ``CanonicalURL``.
    ///   - isMeant: returns false for occurrences to skip.
    package func lastOccurrence(
        of canonical: String, before end: Int, where isMeant: (LinkRecord) -> Bool
    ) -> LinkRecord? {
        lastOccurrences(of: canonical, before: end, where: isMeant).same
    }

    /// As ``lastOccurrence(of:before:where:)``; if there is none, the last link to another part of the same page.
    package func lastOccurrences(
        of canonical: String, before end: Int, where isMeant: (LinkRecord) -> Bool
    ) -> (same: LinkRecord?, ofPage: LinkRecord?) {
        var rows: [(issue: Int, offset: Int)] = []
        forEachRow(ArchiveLayout.hash(of: canonical)) { issue, offset in
            if issue < end { rows.append((issue, offset)) }
        }
        guard !rows.isEmpty else { return (nil, nil) }
        let page = CanonicalURL.page(of: canonical)
        var ofPage: LinkRecord?
        // The rows of a hash are sorted from the oldest record to the newest.
        for row in rows.reversed() {
            var reader = RecordReader(bytes, at: row.offset)
            guard let record = LinkRecord(&reader, issue: row.issue, in: start(of: row.issue)), isMeant(record) else {
                continue
            }
            if record.canonical == canonical { return (record, nil) }
            if ofPage == nil, CanonicalURL.page(of: record.canonical) == page { ofPage = record }
        }
        return (nil, ofPage)
    }

    /// An event in the index, which needn't be decoded yet.
    package struct EventRow: Sendable {
        /// The index of its issue.
        package let issue: Int
        fileprivate let offset: Int
    }

    /// The events of an organizer, oldest first, and possibly a few others.
    ///
    /// - Parameter organizer: the key as returned by ``OrganizerKey``.
    package func eventRows(of organizer: String) -> [EventRow] {
        var rows: [EventRow] = []
        forEachRow(ArchiveLayout.hash(ofOrganizer: organizer)) { rows.append(EventRow(issue: $0, offset: $1)) }
        return rows
    }

    /// The place of an event; nil if the event isn't by this organizer. Only that part of the record is decoded.
    ///
    /// - Parameters:
    ///   - organizer: the key for which ``eventRows(of:)`` returned the row.
    ///   - pages: the known pages of organizers, and whether they are this one's, to which the event's are added.
    package func place(
        _ row: EventRow, of organizer: String, knowing pages: inout [String: Bool]
    ) -> EventPlaceRecord? {
        var reader = RecordReader(bytes, at: row.offset)
        guard let (record, urls) = EventPlaceRecord.read(&reader, issue: row.issue, texts: blocks[row.issue].texts)
        else { return nil }
        let isMeant = urls.contains { url in
            if let known = pages[url] { return known }
            let isOne = OrganizerKey.key(ofPage: url) == organizer
            pages[url] = isOne
            return isOne
        }
        return isMeant ? record : nil
    }

    private func records(_ hash: UInt64, where isMeant: (LinkRecord) -> Bool) -> [LinkRecord] {
        var found: [LinkRecord] = []
        forEachRow(hash) { issue, offset in
            var reader = RecordReader(bytes, at: offset)
            if let record = LinkRecord(&reader, issue: issue, in: start(of: issue)), isMeant(record) {
                found.append(record)
            }
        }
        return found.count < 2
            ? found : found.sorted { ($0.issue, $0.location.line) < ($1.issue, $1.location.line) }
    }

    private func forEachRow(_ hash: UInt64, _ body: (_ issue: Int, _ offset: Int) -> Void) {
        var (low, high) = (0, rowCount)
        while low < high {
            let middle = (low + high) / 2
            if row(middle).hash < hash { low = middle + 1 } else { high = middle }
        }
        while low < rowCount {
            let row = row(low)
            guard row.hash == hash else { break }
            body(row.issue, row.offset)
            low += 1
        }
    }

    /// Calls a closure with all rows of the table of hashes.
    func forEachRow(_ body: (Row) -> Void) {
        for index in 0..<rowCount { body(row(index)) }
    }

    private func row(_ index: Int) -> Row {
        let start = table + index * ArchiveLayout.rowSize
        return withExtendedLifetime(bytes) {
            let raw = bytes.memory
            return (
                UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: start, as: UInt64.self)),
                Int(UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: start + 8, as: UInt32.self))),
                Int(UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: start + 12, as: UInt32.self)))
            )
        }
    }
}
