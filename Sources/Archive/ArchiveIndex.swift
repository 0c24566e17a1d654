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
    /// For each issue, the offset and number of its records, and the offset of its outline.
    private let blocks: [(start: Int, count: Int, outline: Int)]
    /// The offset of the table of hashes: hash, issue and offset of each record, sorted by hash. Events have additional
    /// rows, one for each organizer.
    private let table: Int
    private let rowCount: Int
    /// The fingerprint of all records in the index, regardless of when the index was made.
    package let content: Fingerprint

    init(
        issues: [ArchivedIssue], bytes: FileBytes, blocks: [(start: Int, count: Int, outline: Int)], table: Int,
        rowCount: Int,
        content: Fingerprint
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
    package var count: Int { blocks.reduce(0) { $0 + $1.count } }

    /// An issue's links, in its order.
    package func records(of issue: Int) -> [LinkRecord] {
        var reader = RecordReader(bytes, at: blocks[issue].start)
        return (0..<blocks[issue].count).compactMap { _ in
            LinkRecord(&reader, issue: issue).flatMap { $0.isLink ? $0 : nil }
        }
    }

    /// An issue's entries in order, with the details that only search needs.
    package func entries(of issue: Int) -> [ArchivedEntry] {
        var reader = RecordReader(bytes, at: blocks[issue].start)
        return (0..<blocks[issue].count).compactMap { _ in ArchivedEntry(&reader, issue: issue) }
    }

    /// An issue's links of one kind; other links aren't decoded.
    package func records(of issue: Int, kind: SectionKind) -> [LinkRecord] {
        var reader = RecordReader(bytes, at: blocks[issue].start)
        return (0..<blocks[issue].count).compactMap { _ in
            guard LinkRecord.kind(at: reader) == kind else {
                LinkRecord.skip(&reader)
                return nil
            }
            return LinkRecord(&reader, issue: issue).flatMap { $0.isLink ? $0 : nil }
        }
    }

    /// The places of an issue's events.
    package func eventPlaces(of issue: Int) -> [EventPlaceRecord] {
        var reader = RecordReader(bytes, at: blocks[issue].start)
        return (0..<blocks[issue].count).compactMap { _ in EventPlaceRecord.read(&reader, issue: issue)?.record }
    }

    /// An issue's headings and prose.
    package func outline(of issue: Int) -> IssueOutline {
        var reader = RecordReader(bytes, at: blocks[issue].outline)
        return IssueOutline(&reader)
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
            guard let record = LinkRecord(&reader, issue: row.issue), isMeant(record) else { continue }
            if record.canonical == canonical { return (record, nil) }
            if ofPage == nil, CanonicalURL.page(of: record.canonical) == page { ofPage = record }
        }
        return (nil, ofPage)
    }

    /// All events of an organizer, oldest first.
    ///
    /// - Parameter organizer: the key as returned by ``OrganizerKey``.
    package func events(of organizer: String) -> [LinkRecord] {
        records(ArchiveLayout.hash(ofOrganizer: organizer)) { $0.organizers.contains(organizer) }
    }

    /// The places of an organizer's events, oldest first; only that part of their records is decoded.
    ///
    /// - Parameter organizer: the key as returned by ``OrganizerKey``.
    package func places(of organizer: String) -> [EventPlaceRecord] {
        // An organizer has few pages; each is decoded once.
        var pages: [String: Bool] = [:]
        var found: [EventPlaceRecord] = []
        forEachRow(ArchiveLayout.hash(ofOrganizer: organizer)) { issue, offset in
            var reader = RecordReader(bytes, at: offset)
            guard let (record, urls) = EventPlaceRecord.read(&reader, issue: issue) else { return }
            let isMeant = urls.contains { url in
                if let known = pages[url] { return known }
                let isOne = OrganizerKey.key(ofPage: url) == organizer
                pages[url] = isOne
                return isOne
            }
            if isMeant { found.append(record) }
        }
        return found.sorted { ($0.issue, $0.location.line) < ($1.issue, $1.location.line) }
    }

    private func records(_ hash: UInt64, where isMeant: (LinkRecord) -> Bool) -> [LinkRecord] {
        var found: [LinkRecord] = []
        forEachRow(hash) { issue, offset in
            var reader = RecordReader(bytes, at: offset)
            if let record = LinkRecord(&reader, issue: issue), isMeant(record) { found.append(record) }
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

    private func row(_ index: Int) -> (hash: UInt64, issue: Int, offset: Int) {
        let start = table + index * ArchiveLayout.rowSize
        return bytes.withBytes { raw in
            (
                UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: start, as: UInt64.self)),
                Int(UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: start + 8, as: UInt32.self))),
                Int(UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: start + 12, as: UInt32.self)))
            )
        }
    }
}
