internal import Address
internal import Context
internal import Newsletter
internal import Text

/// The layout of the index in its file: head, issues, records, table of hashes, the details that only search needs, and
/// the table's length. Few programs need the details, and what isn't touched isn't read from the disk.
struct ArchiveLayout {
    static let format = "sennight archive 6"
    static let rowSize = 16

    /// An issue with its encoded records.
    struct Block {
        var issue: ArchivedIssue
        var status: FileStatus
        /// The texts, events, records and outline.
        var records: RecordBytes
        /// The details of each record.
        var details: RecordBytes
        var parts: BlockParts
        /// The rows of the table of hashes, with offsets in the records; empty if they are in the stored index.
        var rows: [(hash: UInt64, offset: Int)] = []
        /// The issue's index in the stored index, if the records are from there.
        var stored: Int?
    }

    /// Oldest issue first.
    var blocks: [Block]
    /// A fingerprint of everything that the records depend on besides the issues' files.
    var basis: Fingerprint
    /// When the index was made, in nanoseconds since 1970, measured before the files were read.
    var written: Int
    /// The index that some of the blocks are from.
    var stored: ArchiveIndex?
    /// The fingerprint of all records in the index, regardless of when the index was made.
    var content = Fingerprint(.number(0))

    /// The hash of the page, so that links to its parts have one hash.
    static func hash(of canonical: String) -> UInt64 { Fingerprint(.text(CanonicalURL.page(of: canonical))).low }

    static func hash(ofOrganizer organizer: String) -> UInt64 { Fingerprint(.text("organizer"), .text(organizer)).low }

    /// The file's bytes, and the index that they contain.
    mutating func assembled() -> (bytes: [UInt8], index: ArchiveIndex) {
        content = contentFingerprint
        var writer = RecordWriter()
        writer.add(Self.format)
        writer.add(Int(bitPattern: UInt(basis.high)))
        writer.add(Int(bitPattern: UInt(basis.low)))
        writer.add(written)
        writer.add(Int(bitPattern: UInt(content.high)))
        writer.add(Int(bitPattern: UInt(content.low)))
        writer.add(short: blocks.count)
        for block in blocks { add(block, to: &writer) }
        var places: [ArchiveIndex.Block] = []
        var rows: [ArchiveIndex.Row] = []
        var moved: [Int: (issue: Int, distance: Int)] = [:]
        for (index, block) in blocks.enumerated() {
            let start = writer.bytes.count
            places.append(ArchiveIndex.Block(texts: start, parts: block.parts.moved(by: start), details: 0))
            writer.add(block.records)
            if let stored = block.stored { moved[stored] = (index, start - block.records.range.lowerBound) }
            for row in block.rows { rows.append((row.hash, index, start + row.offset)) }
        }
        stored?.forEachRow { row in
            guard let (issue, distance) = moved[row.issue] else { return }
            rows.append((row.hash, issue, row.offset + distance))
        }
        rows.sort { ($0.hash, $0.offset) < ($1.hash, $1.offset) }
        let table = writer.bytes.count
        for row in rows {
            writer.add(Int(bitPattern: UInt(row.hash)))
            writer.add(short: row.issue)
            writer.add(short: row.offset)
        }
        for index in blocks.indices {
            places[index].details = writer.bytes.count
            writer.add(blocks[index].details)
        }
        writer.add(short: rows.count)
        let index = ArchiveIndex(
            issues: blocks.map(\.issue), bytes: FileBytes(writer.bytes), blocks: places, table: table,
            rowCount: rows.count, content: content)
        return (writer.bytes, index)
    }

    private var contentFingerprint: Fingerprint {
        var mixer = FingerprintMixer()
        for block in blocks {
            mixer.add(.text(block.issue.file))
            mixer.add(.text(block.issue.title))
            mixer.add(.number(block.issue.number ?? -1))
            mixer.add(.number(block.issue.date.daysSince1970))
            mixer.add(.text(block.issue.slug ?? ""))
            mixer.add(.text(block.issue.permalink ?? ""))
            for part in [block.records, block.details] {
                part.bytes.withBytes { mixer.add(UnsafeRawBufferPointer(rebasing: $0[part.range])) }
            }
        }
        return mixer.fingerprint
    }

    private func add(_ block: Block, to writer: inout RecordWriter) {
        writer.add(block.issue.file)
        writer.add(block.issue.title)
        writer.add(block.issue.slug)
        writer.add(block.issue.permalink)
        writer.add(block.issue.number ?? -1)
        writer.add(block.issue.date.daysSince1970)
        writer.add(block.status.size)
        writer.add(block.status.modified)
        writer.add(Int(bitPattern: UInt(block.status.inode)))
        for number in [
            block.records.range.count, block.details.range.count, block.parts.count, block.parts.eventCount,
            block.parts.events, block.parts.links, block.parts.outline,
        ] { writer.add(count: number) }
    }

    /// Reads what ``assembled()`` wrote with the same basis; nil for anything else.
    static func read(_ bytes: FileBytes, basis: Fingerprint) -> (layout: ArchiveLayout, index: ArchiveIndex)? {
        var reader = RecordReader(bytes)
        guard reader.text() == format, UInt64(bitPattern: Int64(reader.number())) == basis.high,
            UInt64(bitPattern: Int64(reader.number())) == basis.low
        else { return nil }
        var layout = ArchiveLayout(blocks: [], basis: basis, written: reader.number())
        layout.content = Fingerprint(
            high: UInt64(bitPattern: Int64(reader.number())), low: UInt64(bitPattern: Int64(reader.number())))
        var sizes: [(records: Int, details: Int)] = []
        for _ in 0..<max(0, reader.short()) {
            guard !reader.hasFailed, let (block, records, details) = block(&reader, bytes) else { return nil }
            layout.blocks.append(block)
            sizes.append((records, details))
        }
        guard !reader.hasFailed, let starts = starts(sizes, after: reader.position, in: bytes) else { return nil }
        var places: [ArchiveIndex.Block] = []
        for index in layout.blocks.indices {
            let (start, details) = (starts.records[index], starts.details[index])
            let parts = layout.blocks[index].parts
            guard parts.isOrdered, parts.outline <= sizes[index].records else { return nil }
            layout.blocks[index].records.range = start..<(start + sizes[index].records)
            layout.blocks[index].details.range = details..<(details + sizes[index].details)
            layout.blocks[index].stored = index
            places.append(ArchiveIndex.Block(texts: start, parts: parts.moved(by: start), details: details))
        }
        return (
            layout,
            ArchiveIndex(
                issues: layout.blocks.map(\.issue), bytes: bytes, blocks: places, table: starts.table,
                rowCount: starts.rowCount, content: layout.content)
        )
    }

    /// Where the blocks' parts and the table are; nil if the file hasn't the size that they add up to.
    private static func starts(
        _ sizes: [(records: Int, details: Int)], after position: Int, in bytes: FileBytes
    ) -> (records: [Int], details: [Int], table: Int, rowCount: Int)? {
        var position = position
        func add(_ size: Int) -> Int? {
            guard size >= 0, bytes.count - position >= size else { return nil }
            defer { position += size }
            return position
        }
        let records = sizes.compactMap { add($0.records) }
        let table = position
        // Events have more than one row, so the number of rows is stored at the end.
        var end = RecordReader(bytes, at: max(position, bytes.count - 4))
        let rowCount = end.short()
        guard !end.hasFailed, rowCount >= 0, add(rowCount * rowSize) != nil else { return nil }
        let details = sizes.compactMap { add($0.details) }
        guard records.count == sizes.count, details.count == sizes.count, bytes.count == position + 4 else {
            return nil
        }
        return (records, details, table, rowCount)
    }

    private static func block(
        _ reader: inout RecordReader, _ bytes: FileBytes
    ) -> (Block, records: Int, details: Int)? {
        let (file, title, slug) = (reader.text(), reader.text(), reader.optionalText())
        let (permalink, number) = (reader.optionalText(), reader.number())
        guard let date = CalendarDate(daysSince1970: reader.number()) else { return nil }
        let status = FileStatus(
            size: reader.number(), modified: reader.number(), inode: UInt64(bitPattern: Int64(reader.number())))
        let (records, details) = (reader.count(), reader.count())
        let parts = BlockParts(
            count: reader.count(), eventCount: reader.count(), events: reader.count(), links: reader.count(),
            outline: reader.count())
        let issue = ArchivedIssue(
            file: file, title: title, number: number < 0 ? nil : number, date: date, slug: slug, permalink: permalink)
        let none = RecordBytes(bytes: bytes, range: 0..<0)
        return (Block(issue: issue, status: status, records: none, details: none, parts: parts), records, details)
    }
}
