package import Newsletter

/// The place of an event in a published issue.
package struct EventPlaceRecord: Hashable, Sendable {
    /// An index into ``ArchiveIndex/issues``.
    package var issue: Int
    /// The start of the entry, counted from 1.
    package var location: SourceLocation
    /// The heading that the event is under, which is its region.
    package var section: String
    /// The place, as in ``Event/place``.
    package var place: String?

    /// Reads part of what ``LinkRecord/write(to:)`` wrote, skipping everything else; nil for anything but an event.
    static func read(_ reader: inout RecordReader, issue: Int) -> (record: EventPlaceRecord, pages: [String])? {
        reader.skipText()
        let location = SourceLocation(line: reader.short(), column: reader.short())
        _ = reader.short()
        var heading = reader
        for _ in 0..<5 { reader.skipText() }
        for _ in 0..<max(0, reader.short()) where !reader.hasFailed { reader.skipText() }
        guard reader.short() == 1 else { return nil }
        (_, _) = (reader.short(), reader.short())
        reader.skipText()
        let place = reader.optionalText()
        var pages: [String] = []
        for _ in 0..<max(0, reader.short()) where !reader.hasFailed {
            reader.skipText()
            if let page = reader.optionalText() { pages.append(page) }
        }
        guard !reader.hasFailed else { return nil }
        return (EventPlaceRecord(issue: issue, location: location, section: heading.text(), place: place), pages)
    }
}
