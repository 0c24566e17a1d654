internal import Newsletter
internal import Text

extension LinkRecord {
    /// - Parameters:
    ///   - sectionID, context: as in ``ArchivedEntry``; reading a ``LinkRecord`` skips them.
    func write(to writer: inout RecordWriter, sectionID: String = "", context: String = "") {
        writer.add(canonical)
        writer.add(short: location.line)
        writer.add(short: location.column)
        writer.add(short: SectionKind.allCases.firstIndex(of: kind) ?? 0)
        writer.add(section)
        writer.add(title)
        writer.add(url)
        writer.add(sectionID)
        writer.add(context)
        writer.add(short: tags.count)
        for tag in tags { writer.add(tag) }
        guard let event else { return writer.add(short: 0) }
        writer.add(short: 1)
        writer.add(short: event.start.daysSince1970)
        writer.add(short: event.end?.daysSince1970 ?? Int(Int32.min))
        writer.add(event.mode.rawValue)
        writer.add(event.place)
        writer.add(short: event.organizers.count)
        for organizer in event.organizers {
            writer.add(organizer.name)
            writer.add(organizer.url)
        }
        writer.add(short: event.times?.start ?? -1)
        writer.add(short: event.times?.end ?? -1)
        writer.add(event.times?.zone)
    }

    /// The kind of the record at a reader's position.
    static func kind(at reader: RecordReader) -> SectionKind? {
        var reader = reader
        reader.skipText()
        (_, _) = (reader.short(), reader.short())
        let kind = reader.short()
        return SectionKind.allCases.indices.contains(kind) ? SectionKind.allCases[kind] : nil
    }

    /// Skips a record.
    static func skip(_ reader: inout RecordReader) {
        reader.skipText()
        for _ in 0..<3 { _ = reader.short() }
        for _ in 0..<5 { reader.skipText() }
        for _ in 0..<max(0, reader.short()) where !reader.hasFailed { reader.skipText() }
        guard reader.short() == 1 else { return }
        (_, _) = (reader.short(), reader.short())
        reader.skipText()
        if reader.short() == 1 { reader.skipText() }
        for _ in 0..<max(0, reader.short()) where !reader.hasFailed {
            reader.skipText()
            if reader.short() == 1 { reader.skipText() }
        }
        (_, _) = (reader.short(), reader.short())
        if reader.short() == 1 { reader.skipText() }
    }

    /// Nil if the bytes aren't what ``write(to:)`` wrote.
    init?(_ reader: inout RecordReader, issue: Int) {
        let canonical = reader.text()
        let location = SourceLocation(line: reader.short(), column: reader.short())
        let kind = reader.short()
        guard SectionKind.allCases.indices.contains(kind) else { return nil }
        let (section, title, url) = (reader.text(), reader.text(), reader.text())
        for _ in 0..<2 { reader.skipText() }
        var tags: [String] = []
        for _ in 0..<max(0, reader.short()) where !reader.hasFailed { tags.append(reader.text()) }
        var event: Event?
        if reader.short() == 1 {
            guard let read = Event(&reader) else { return nil }
            event = read
        }
        guard !reader.hasFailed else { return nil }
        self.init(
            issue: issue, location: location, kind: SectionKind.allCases[kind], section: section, title: title,
            url: url, canonical: canonical, tags: tags, event: event)
    }
}

extension Event {
    fileprivate init?(_ reader: inout RecordReader) {
        guard let start = CalendarDate(daysSince1970: reader.short()) else { return nil }
        let end = CalendarDate(daysSince1970: reader.short())
        guard let mode = Mode(rawValue: reader.text()) else { return nil }
        let place = reader.optionalText()
        var organizers: [Organizer] = []
        for _ in 0..<max(0, reader.short()) where !reader.hasFailed {
            organizers.append(Organizer(name: reader.text(), url: reader.optionalText()))
        }
        let (begins, ends, zone) = (reader.short(), reader.short(), reader.optionalText())
        let times = begins < 0 ? nil : EventTimes(start: begins, end: ends < 0 ? nil : ends, zone: zone)
        self.init(start: start, end: end, mode: mode, place: place, organizers: organizers, times: times)
    }
}
