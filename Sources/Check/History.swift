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
    private let titles = RecentValues<Titles>()
    /// Events by organizer.
    private let events = Mutex<[String: OrganizerEvents]>([:])
    /// The meanings of codes, computed on first use, because few issues need them and computing them reads the whole
    /// archive.
    private let codes = Mutex<CodeUse?>(nil)

    /// Whether file names often have another date than their issues, once it is known.
    private let fileDates = Mutex<Bool?>(nil)

    /// The headings and prose of issues, and what the issues before an issue have in common, by the issue's index.
    private let outlines = RecentValues<OutlineFacts>()
    private let customs = RecentValues<Customs>()

    let names: KnownNames
    let headings: KnownHeadings
    let regions: Regions
    let rules: [HouseRule.Compiled]

    init(_ archive: ArchiveIndex, _ publication: Publication) {
        self.archive = archive
        names = KnownNames(publication.checks, language: publication.language)
        headings = KnownHeadings(publication.sections)
        regions = Regions(publication.regions)
        rules = publication.checks.rules.map(HouseRule.Compiled.init)
    }

    func titles(of issue: Int) -> Titles {
        titles.value(issue) {
            var made = Titles()
            for record in archive.records(of: issue, kind: .links) {
                made.add(record, TitleWords(record.title))
            }
            return made
        }
    }

    /// What the last issues before an issue have in common.
    func customs(before issue: Int) -> Customs {
        customs.value(issue) {
            Customs((max(0, issue - Customs.span)..<issue).map(facts))
        }
    }

    private func facts(of issue: Int) -> OutlineFacts {
        outlines.value(issue) { OutlineFacts(archive.outline(of: issue)) }
    }

    func outline(of issue: Int) -> IssueOutline { archive.outline(of: issue) }

    /// The locations in one city of an organizer's last events in the issues before one: how often each was used, and
    /// where last.
    func places(
        of organizer: String, in city: String, before issue: Int, _ settings: CheckSettings
    ) -> [OrganizerEvents.Occurrences] {
        events.withLock { events in
            // Taken out, so that it isn't copied when it changes.
            var known = events.removeValue(forKey: organizer) ?? OrganizerEvents(of: organizer, archive)
            defer { events[organizer] = known }
            return known.places(in: city, before: issue, archive, settings)
        }
    }

    /// Whether the dates of at least every tenth issue differ from those in the names of their files.
    func fileDatesDiffer(_ differs: (ArchivedIssue) -> Bool) -> Bool {
        fileDates.withLock { known in
            let issues = archive.issues
            let found = known ?? (issues.count >= 20 && issues.count(where: differs) * 10 >= issues.count)
            known = found
            return found
        }
    }

    var codeUse: CodeUse {
        codes.withLock { codes in
            let made = codes ?? CodeUse(archive, regions)
            codes = made
            return made
        }
    }
}
