internal import Context
internal import Newsletter
internal import Text

/// Encodes an issue's entries so that a reader only has to touch what it needs: texts that are used several times are
/// written once, the details of events are apart from the other records, and those that only search needs are at the end
/// of the file.
struct BlockWriter {
    private var texts = RecordWriter()
    private var offsets: [[UInt8]: Int] = [:]
    private var links = RecordWriter()
    private var events = RecordWriter()
    private var details = RecordWriter()
    /// Hashes of the records and events, with their offsets in ``links`` or ``events``.
    private var linkRows: [(hash: UInt64, offset: Int)] = []
    private var eventRows: [(hash: UInt64, offset: Int)] = []
    private var (linkCount, eventCount) = (0, 0)
    /// The section of the last entry, which most entries have in common with the next one.
    private var section: (title: String, id: String, offset: Int, idOffset: Int)?

    mutating func add(_ entry: ArchivedEntry) {
        let record = entry.record
        let (section, sectionID) = sectionOffsets(of: entry)
        if record.isLink {
            linkRows.append((ArchiveLayout.hash(of: record.canonical), links.bytes.count))
        }
        var event: Int?
        if let found = record.event {
            event = events.bytes.count
            for organizer in record.organizers {
                eventRows.append((ArchiveLayout.hash(ofOrganizer: organizer), events.bytes.count))
            }
            add(found, of: record, section: section)
        }
        record.write(
            to: &links, section: section, tags: record.tags.map { offset(of: $0) }, event: event)
        linkCount += 1
        details.add(count: sectionID)
        details.add(entry.context)
    }

    private mutating func add(_ event: Event, of record: LinkRecord, section: Int) {
        events.add(count: record.location.line)
        events.add(count: record.location.column)
        events.add(count: section)
        events.add(count: event.place.map { offset(of: $0) + 1 } ?? 0)
        events.add(count: event.organizers.count)
        for organizer in event.organizers {
            events.add(count: offset(of: organizer.name))
            events.add(count: organizer.url.map { offset(of: $0) + 1 } ?? 0)
        }
        events.add(short: event.start.daysSince1970)
        events.add(short: event.end?.daysSince1970 ?? Int(Int32.min))
        events.add(count: offset(of: event.mode.rawValue))
        events.add(count: event.times.map { $0.start + 1 } ?? 0)
        events.add(count: event.times?.end.map { $0 + 1 } ?? 0)
        events.add(count: event.times?.zone.map { offset(of: $0) + 1 } ?? 0)
        eventCount += 1
    }

    private mutating func sectionOffsets(of entry: ArchivedEntry) -> (title: Int, id: Int) {
        if let section, section.title.utf8.elementsEqual(entry.record.section.utf8),
            section.id.utf8.elementsEqual(entry.sectionID.utf8)
        {
            return (section.offset, section.idOffset)
        }
        let (title, id) = (offset(of: entry.record.section), offset(of: entry.sectionID))
        section = (entry.record.section, entry.sectionID, title, id)
        return (title, id)
    }

    /// The offset of a text that is written once. Texts are compared as bytes, so that each is read back as it was.
    private mutating func offset(of text: String) -> Int {
        let key = Array(text.utf8)
        if let known = offsets[key] { return known }
        let offset = texts.bytes.count
        texts.add(text)
        offsets[key] = offset
        return offset
    }

    func block(_ issue: ArchivedIssue, _ status: FileStatus, _ outline: IssueOutline) -> ArchiveLayout.Block {
        var writer = texts
        let eventStart = writer.bytes.count
        writer.add(events)
        let linkStart = writer.bytes.count
        writer.add(links)
        let parts = BlockParts(
            count: linkCount, eventCount: eventCount, events: eventStart, links: linkStart, outline: writer.bytes.count)
        outline.write(to: &writer)
        return ArchiveLayout.Block(
            issue: issue, status: status, records: RecordBytes(writer), details: RecordBytes(details), parts: parts,
            rows: linkRows.map { ($0.hash, linkStart + $0.offset) }
                + eventRows.map { ($0.hash, eventStart + $0.offset) })
    }
}

/// Where the parts of an issue's records are, relative to their start: texts, events, records and outline.
struct BlockParts {
    /// How many records and events there are.
    var count: Int
    var eventCount: Int
    var events: Int
    var links: Int
    var outline: Int

    /// The parts at their positions in the file.
    func moved(by start: Int) -> BlockParts {
        BlockParts(
            count: count, eventCount: eventCount, events: events + start, links: links + start,
            outline: outline + start)
    }

    var isOrdered: Bool { count >= 0 && eventCount >= 0 && 0...links ~= events && links <= outline }
}
