internal import Newsletter
internal import Text

/// Where the texts and events of an issue are, to which its records refer.
struct BlockStart {
    var texts: Int
    var events: Int
    var bytes: FileBytes
}

extension LinkRecord {
    /// - Parameters:
    ///   - section: the offset of the section's title among the shared texts.
    ///   - tags: those of the tags.
    ///   - event: the offset of the event among the events; nil if the entry isn't an event.
    func write(to writer: inout RecordWriter, section: Int, tags: [Int], event: Int?) {
        writer.add(canonical)
        writer.add(count: location.line)
        writer.add(count: location.column)
        writer.add(count: SectionKind.allCases.firstIndex(of: kind) ?? 0)
        writer.add(count: section)
        writer.add(title)
        URLForm(of: url, canonical).write(url, to: &writer)
        writer.add(count: tags.count)
        for tag in tags { writer.add(count: tag) }
        writer.add(count: event.map { $0 + 1 } ?? 0)
    }

    /// The kind of the record at a reader's position.
    static func kind(at reader: RecordReader) -> SectionKind? {
        var reader = reader
        reader.skipText()
        (_, _) = (reader.count(), reader.count())
        let kind = reader.count()
        return SectionKind.allCases.indices.contains(kind) ? SectionKind.allCases[kind] : nil
    }

    /// Skips a record.
    static func skip(_ reader: inout RecordReader) {
        reader.skipText()
        for _ in 0..<4 { _ = reader.count() }
        reader.skipText()
        URLForm.skip(&reader)
        for _ in 0..<reader.elementCount() where !reader.hasFailed { _ = reader.count() }
        _ = reader.count()
    }

    /// Nil if the bytes aren't what ``write(to:section:tags:event:)`` wrote.
    ///
    /// - Parameter readsEvent: whether to read the event, if it is one.
    init?(_ reader: inout RecordReader, issue: Int, in block: BlockStart, readsEvent: Bool = true) {
        let canonical = reader.text()
        let location = SourceLocation(line: reader.count(), column: reader.count())
        let kind = reader.count()
        guard SectionKind.allCases.indices.contains(kind) else { return nil }
        let (section, title) = (reader.sharedText(from: block.texts), reader.text())
        let url = URLForm.url(&reader, canonical)
        var tags: [String] = []
        for _ in 0..<reader.elementCount() where !reader.hasFailed { tags.append(reader.sharedText(from: block.texts)) }
        var event: Event?
        let offset = reader.count()
        if offset > 0, readsEvent {
            guard offset <= block.bytes.count - block.events else { return nil }
            var other = RecordReader(block.bytes, at: block.events + offset - 1)
            guard let read = Event(&other, texts: block.texts) else { return nil }
            event = read
        }
        guard !reader.hasFailed else { return nil }
        self.init(
            issue: issue, location: location, kind: SectionKind.allCases[kind], section: section, title: title,
            url: url, canonical: canonical, tags: tags, event: event)
    }
}

/// How a URL as written follows from its canonical form, as most do.
private struct URLForm {
    /// 0 for any other URL, else 1 and the index of the prefix, doubled, and 1 for a slash at the end.
    private let number: Int

    private static let prefixes = ["https://", "http://", "https://www.", "http://www."]

    init(of url: String, _ canonical: String) {
        let (written, known) = (url.utf8, canonical.utf8)
        let slash = written.count > known.count && written.last == UInt8(ascii: "/") && known.last != UInt8(ascii: "/")
        for (index, prefix) in Self.prefixes.enumerated()
        where prefix.utf8.count + known.count + (slash ? 1 : 0) == written.count {
            guard written.starts(with: prefix.utf8), written.dropFirst(prefix.utf8.count).starts(with: known) else {
                continue
            }
            number = 1 + index * 2 + (slash ? 1 : 0)
            return
        }
        number = 0
    }

    func write(_ url: String, to writer: inout RecordWriter) {
        writer.add(count: number)
        if number == 0 { writer.add(url) }
    }

    static func url(_ reader: inout RecordReader, _ canonical: String) -> String {
        let number = reader.count()
        guard number > 0, number <= prefixes.count * 2 else { return reader.text() }
        return prefixes[(number - 1) / 2] + canonical + ((number - 1) % 2 == 1 ? "/" : "")
    }

    static func skip(_ reader: inout RecordReader) {
        if reader.count() == 0 { reader.skipText() }
    }
}

extension Event {
    /// Reads an event; nil if the bytes aren't one.
    ///
    /// - Parameter texts: the position of the shared texts.
    fileprivate init?(_ reader: inout RecordReader, texts: Int) {
        for _ in 0..<3 { _ = reader.count() }
        let place = reader.optionalSharedText(from: texts)
        var organizers: [Organizer] = []
        for _ in 0..<reader.elementCount() where !reader.hasFailed {
            let name = reader.sharedText(from: texts)
            organizers.append(Organizer(name: name, url: reader.optionalSharedText(from: texts)))
        }
        guard let start = CalendarDate(daysSince1970: reader.short()) else { return nil }
        let end = CalendarDate(daysSince1970: reader.short())
        guard let mode = Mode(rawValue: reader.sharedText(from: texts)) else { return nil }
        let (begins, ends, zone) = (reader.count(), reader.count(), reader.optionalSharedText(from: texts))
        guard !reader.hasFailed else { return nil }
        let times = begins == 0 ? nil : EventTimes(start: begins - 1, end: ends == 0 ? nil : ends - 1, zone: zone)
        self.init(start: start, end: end, mode: mode, place: place, organizers: organizers, times: times)
    }
}
