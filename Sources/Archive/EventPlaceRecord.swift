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

    /// Reads part of what ``BlockWriter`` wrote of an event, and returns it with the pages of the organizers; nil for
    /// anything else.
    ///
    /// - Parameter texts: the position of the shared texts.
    static func read(
        _ reader: inout RecordReader, issue: Int, texts: Int
    ) -> (record: EventPlaceRecord, pages: [String])? {
        let location = SourceLocation(line: reader.count(), column: reader.count())
        let section = reader.sharedText(from: texts)
        let place = reader.optionalSharedText(from: texts)
        var pages: [String] = []
        for _ in 0..<reader.elementCount() where !reader.hasFailed {
            _ = reader.count()
            if let page = reader.optionalSharedText(from: texts) { pages.append(page) }
        }
        // The days, the mode, and the times of day with their zone.
        (_, _) = (reader.short(), reader.short())
        for _ in 0..<4 { _ = reader.count() }
        guard !reader.hasFailed else { return nil }
        return (EventPlaceRecord(issue: issue, location: location, section: section, place: place), pages)
    }
}
