internal import Archive
internal import Newsletter
internal import Synchronization

/// What earlier issues held, made ready for comparing and kept: many issues are judged against the same few.
final class History: Sendable {
    /// An entry of a section of links.
    struct Title: Sendable {
        var record: LinkRecord
        var words: TitleWords
    }

    /// Where an event takes place.
    struct Place: Hashable, Sendable {
        var city: String
        /// What stands behind the city: `VA, US`.
        var codes: String
    }

    private let archive: ArchiveIndex
    private let titles: Mutex<[Int: [Title]]>
    /// By organizer and city.
    private let events: Mutex<[String: [String: [Stood]]]>

    private struct Stood: Sendable {
        var place: Place
        /// The oldest first.
        var records: [LinkRecord]
    }

    let names: KnownNames
    let headings: KnownHeadings
    let regions: Regions

    init(_ archive: ArchiveIndex, _ publication: Publication) {
        self.archive = archive
        (names, headings) = (KnownNames(publication.checks), KnownHeadings(publication.sections))
        regions = Regions(publication.checks)
        titles = Mutex([:])
        events = Mutex([:])
    }

    /// The entries of an issue's sections of links.
    func titles(of issue: Int) -> [Title] {
        if let known = titles.withLock({ $0[issue] }) { return known }
        let made = archive.records(of: issue).filter { $0.kind == .links }
            .map { Title(record: $0, words: TitleWords($0.title)) }
        titles.withLock { $0[issue] = made }
        return made
    }

    /// The places in one city of an organizer's events in the issues before one: how often, and where last.
    func places(
        of organizer: String, in city: String, before issue: Int, _ settings: CheckSettings
    ) -> [(place: Place, count: Int, last: LinkRecord)] {
        guard let known = events(of: organizer, settings)[city] else { return [] }
        var places: [(place: Place, count: Int, last: LinkRecord)] = []
        for kept in known {
            // Records go from the oldest to the newest.
            let count = kept.records.firstIndex { $0.issue >= issue } ?? kept.records.count
            if count > 0 { places.append((kept.place, count, kept.records[count - 1])) }
        }
        return places
    }

    private func events(of organizer: String, _ settings: CheckSettings) -> [String: [Stood]] {
        if let known = events.withLock({ $0[organizer] }) { return known }
        var made: [String: [Stood]] = [:]
        for record in archive.events(of: organizer) {
            guard let text = record.event?.place else { continue }
            let place = EventPlaceDiffers.place(text, settings)
            if let index = made[place.city]?.firstIndex(where: { $0.place == place }) {
                made[place.city]?[index].records.append(record)
            } else {
                made[place.city, default: []].append(Stood(place: place, records: [record]))
            }
        }
        events.withLock { $0[organizer] = made }
        return made
    }
}
