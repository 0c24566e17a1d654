internal import Archive
internal import Newsletter
internal import Synchronization

/// The contents of earlier issues, prepared for comparison and cached, because many issues are checked against the same
/// few.
final class History: Sendable {
    /// The entries of an issue's link sections.
    struct Titles: Sendable {
        private(set) var records: [LinkRecord] = []
        private(set) var words: [TitleWords] = []
        /// The signature of each title, stored apart from the words because it alone rules out nearly all candidates.
        private var signatures: [UInt64] = []
        /// An index of the titles, which is only built if there are many.
        private var index: TitleIndex?

        init() {}

        mutating func add(_ record: LinkRecord, _ words: TitleWords) {
            records.append(record)
            self.words.append(words)
            signatures.append(words.signature)
            if index != nil {
                index?.add(words, at: records.count - 1)
            } else if records.count == Self.many {
                index = TitleIndex(self.words)
            }
        }

        /// The number of titles below which comparing each is faster than using the index.
        private static let many = 256

        /// The first title that is the same as this one, or similar to it.
        func index(like title: TitleWords) -> Int? {
            if let index {
                return index.first(like: title) { title.isNear(words[$0]) || title.isSame(as: words[$0]) }
            }
            let limit = title.mostDifferences
            for index in signatures.indices
            where (signatures[index] ^ title.signature).nonzeroBitCount <= limit
                && (title.isNear(words[index]) || title.isSame(as: words[index]))
            {
                return index
            }
            return nil
        }
    }

    /// The city and country of an event.
    struct Place: Hashable, Sendable {
        var city: String
        /// The codes after the city: `VA, US`.
        var codes: String
    }

    private let archive: ArchiveIndex
    private let titles: Mutex<[Int: Titles]>
    /// Events by organizer and city.
    private let events: Mutex<[String: [String: [Occurrence]]]>
    /// The meanings of codes, computed on first use, because few issues need them and computing them reads the whole
    /// archive.
    private let codes = Mutex<CodeUse?>(nil)

    private struct Occurrence: Sendable {
        var place: Place
        /// The indices of the issues, oldest first.
        var issues: [Int]
        var locations: [SourceLocation]
    }

    /// The headings and prose of issues, and what the issues before an issue have in common, by the issue's index.
    private let outlines = Mutex<[Int: IssueOutline]>([:])
    private let customs = Mutex<[Int: Customs]>([:])

    let names: KnownNames
    let headings: KnownHeadings
    let regions: Regions
    let rules: [HouseRule.Compiled]

    init(_ archive: ArchiveIndex, _ publication: Publication) {
        self.archive = archive
        names = KnownNames(publication.checks)
        headings = KnownHeadings(publication.sections)
        regions = Regions(publication.regions)
        rules = publication.checks.rules.map(HouseRule.Compiled.init)
        titles = Mutex([:])
        events = Mutex([:])
    }

    func titles(of issue: Int) -> Titles {
        if let known = titles.withLock({ $0[issue] }) { return known }
        var made = Titles()
        for record in archive.records(of: issue, kind: .links) {
            made.add(record, TitleWords(record.title))
        }
        titles.withLock { $0[issue] = made }
        return made
    }

    /// What the last issues before an issue have in common.
    func customs(before issue: Int) -> Customs {
        if let known = customs.withLock({ $0[issue] }) { return known }
        let last = (max(0, issue - Customs.span)..<issue).map(outline)
        let made = Customs(last)
        customs.withLock { $0[issue] = made }
        return made
    }

    func outline(of issue: Int) -> IssueOutline {
        if let known = outlines.withLock({ $0[issue] }) { return known }
        let made = archive.outline(of: issue)
        outlines.withLock { $0[issue] = made }
        return made
    }

    /// A location, how often an organizer's events were listed there, and where the last of them was.
    struct Occurrences {
        var place: Place
        var count: Int
        var issue: Int
        var location: SourceLocation
    }

    /// The locations in one city of an organizer's last events in the issues before one: how often each was used, and
    /// where last.
    func places(
        of organizer: String, in city: String, before issue: Int, _ settings: CheckSettings
    ) -> [Occurrences] {
        guard let known = events(of: organizer, settings)[city] else { return [] }
        // The indices are sorted from oldest to newest.
        let ends = known.map { Self.count($0.issues, before: issue) }
        let newest = zip(known, ends).flatMap { $0.issues[max(0, $1 - Self.lastEvents)..<$1] }.sorted()
        guard let first = newest.suffix(Self.lastEvents).first else { return [] }
        return zip(known, ends).compactMap { kept, end in
            let count = end - Self.count(kept.issues, before: first)
            return count == 0
                ? nil
                : Occurrences(
                    place: kept.place, count: count, issue: kept.issues[end - 1], location: kept.locations[end - 1])
        }
    }

    /// How many of an organizer's events in a city count, so that old habits don't outweigh new ones.
    private static let lastEvents = 12

    /// The number of indices, sorted from smallest to greatest, below one.
    private static func count(_ indices: [Int], before issue: Int) -> Int {
        var (low, high) = (0, indices.count)
        while low < high {
            let middle = (low + high) / 2
            if indices[middle] < issue { low = middle + 1 } else { high = middle }
        }
        return low
    }

    var codeUse: CodeUse {
        codes.withLock { codes in
            let made = codes ?? CodeUse(archive, regions)
            codes = made
            return made
        }
    }

    private static func add(_ record: EventPlaceRecord, _ place: Place, to stood: inout [Occurrence]) {
        if let index = stood.firstIndex(where: { $0.place == place }) {
            stood[index].issues.append(record.issue)
            stood[index].locations.append(record.location)
        } else {
            stood.append(Occurrence(place: place, issues: [record.issue], locations: [record.location]))
        }
    }

    private func events(of organizer: String, _ settings: CheckSettings) -> [String: [Occurrence]] {
        if let known = events.withLock({ $0[organizer] }) { return known }
        var made: [String: [Occurrence]] = [:]
        // Most events are at the same location as the one before them.
        var last: (text: String, place: Place)?
        for record in archive.places(of: organizer) {
            guard let text = record.place else { continue }
            let place = last?.text == text ? last?.place : nil
            let found = place ?? EventPlaceDiffers.place(text, settings)
            last = (text, found)
            Self.add(record, found, to: &made[found.city, default: []])
        }
        events.withLock { $0[organizer] = made }
        return made
    }
}
