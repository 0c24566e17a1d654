internal import Address
internal import Context
internal import Newsletter
internal import Text

/// The layout of the index in its file: head, issues, records, table of hashes, and the table's length.
struct ArchiveLayout {
    static let format = "sennight archive 5"
    static let rowSize = 16

    /// An issue with its encoded records.
    struct Block {
        var issue: ArchivedIssue
        var status: FileStatus
        /// The records, followed by the ``IssueOutline``.
        var records: RecordBytes
        var count: Int
        /// The rows of the table of hashes, with offsets in the records; nil unless the records have just been encoded.
        var rows: [(hash: UInt64, offset: Int)]?
        /// Where the outline begins within ``records``.
        var outline: Int
    }

    /// Oldest issue first.
    var blocks: [Block]
    /// A fingerprint of everything that the records depend on besides the issues' files.
    var basis: Fingerprint
    /// When the index was made, in nanoseconds since 1970, measured before the files were read.
    var written: Int
    /// The fingerprint of all records in the index, regardless of when the index was made.
    var content = Fingerprint(.number(0))

    /// The hash of the page, so that links to its parts have one hash.
    static func hash(of canonical: String) -> UInt64 { Fingerprint(.text(CanonicalURL.page(of: canonical))).low }

    static func hash(ofOrganizer organizer: String) -> UInt64 { Fingerprint(.text("organizer"), .text(organizer)).low }

    /// The hashes by which a record is found: its page, and the organizers of an event.
    static func hashes(of record: LinkRecord) -> [UInt64] {
        (record.isLink ? [hash(of: record.canonical)] : []) + record.organizers.map(hash(ofOrganizer:))
    }

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
        var starts: [(start: Int, count: Int, outline: Int)] = []
        var rows: [(hash: UInt64, issue: Int, offset: Int)] = []
        for (index, block) in blocks.enumerated() {
            let start = writer.bytes.count
            starts.append((start, block.count, start + block.outline))
            writer.add(block.records)
            if let known = block.rows {
                for row in known { rows.append((row.hash, index, start + row.offset)) }
                continue
            }
            var reader = RecordReader(block.records.bytes, at: block.records.range.lowerBound)
            for _ in 0..<block.count {
                let offset = start + reader.position - block.records.range.lowerBound
                guard let record = LinkRecord(&reader, issue: index) else { break }
                for hash in Self.hashes(of: record) { rows.append((hash, index, offset)) }
            }
        }
        rows.sort { ($0.hash, $0.offset) < ($1.hash, $1.offset) }
        let table = writer.bytes.count
        for row in rows {
            writer.add(Int(bitPattern: UInt(row.hash)))
            writer.add(short: row.issue)
            writer.add(short: row.offset)
        }
        writer.add(short: rows.count)
        let index = ArchiveIndex(
            issues: blocks.map(\.issue), bytes: FileBytes(writer.bytes), blocks: starts, table: table,
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
            block.records.bytes.withBytes {
                mixer.add(UnsafeRawBufferPointer(rebasing: $0[block.records.range]))
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
        writer.add(short: block.records.range.count)
        writer.add(short: block.count)
        writer.add(short: block.outline)
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
        var sizes: [Int] = []
        for _ in 0..<max(0, reader.short()) {
            guard !reader.hasFailed, let (block, size) = block(&reader, bytes) else { return nil }
            layout.blocks.append(block)
            sizes.append(size)
        }
        var position = reader.position
        var starts: [(start: Int, count: Int, outline: Int)] = []
        for (index, size) in sizes.enumerated() {
            guard size >= 0, bytes.count - position >= size else { return nil }
            layout.blocks[index].records.range = position..<(position + size)
            let block = layout.blocks[index]
            guard 0...size ~= block.outline else { return nil }
            starts.append((position, block.count, position + block.outline))
            position += size
        }
        // Events have more than one row, so the number of rows is stored at the end.
        var end = RecordReader(bytes, at: max(position, bytes.count - 4))
        let rows = end.short()
        guard !reader.hasFailed, !end.hasFailed, rows >= 0, bytes.count == position + rows * rowSize + 4 else {
            return nil
        }
        return (
            layout,
            ArchiveIndex(
                issues: layout.blocks.map(\.issue), bytes: bytes, blocks: starts, table: position,
                rowCount: rows, content: layout.content)
        )
    }

    private static func block(_ reader: inout RecordReader, _ bytes: FileBytes) -> (Block, size: Int)? {
        let (file, title, slug) = (reader.text(), reader.text(), reader.optionalText())
        let (permalink, number) = (reader.optionalText(), reader.number())
        guard let date = CalendarDate(daysSince1970: reader.number()) else { return nil }
        let status = FileStatus(
            size: reader.number(), modified: reader.number(), inode: UInt64(bitPattern: Int64(reader.number())))
        let (size, count, outline) = (reader.short(), reader.short(), reader.short())
        guard count >= 0 else { return nil }
        let issue = ArchivedIssue(
            file: file, title: title, number: number < 0 ? nil : number, date: date, slug: slug, permalink: permalink)
        let records = RecordBytes(bytes: bytes, range: 0..<0)
        return (Block(issue: issue, status: status, records: records, count: count, outline: outline), size)
    }
}
