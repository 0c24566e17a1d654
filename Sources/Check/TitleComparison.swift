internal import Archive
internal import Newsletter

/// The links of an issue whose titles are like others' of the same or of the last issues.
struct TitleComparison {
    struct Pair {
        var left: History.Title
        var right: History.Title
        /// Where the later one's title stands.
        var place: Range<Int>
        var note: Finding.Note

        var isOneHost: Bool { Self.host(left.record.canonical) == Self.host(right.record.canonical) }

        private static func host(_ canonical: String) -> Substring { canonical.prefix { $0 != "/" && $0 != "?" } }
    }

    private(set) var pairs: [Pair] = []

    init(_ document: Document, _ surroundings: Surroundings) {
        let recent = surroundings.recentIssues(before: document.issue.header.date)
        let earlier = recent.reversed().map { surroundings.history.titles(of: $0) }
        var own: [History.Title] = []
        for checked in document.entries where checked.kind == .links && !checked.entry.title.isEmpty {
            let entry = checked.entry
            let record = LinkRecord(
                issue: -1, location: entry.range.start, kind: checked.kind, section: "", title: entry.title,
                url: checked.url, canonical: checked.canonical, tags: entry.tags, event: nil)
            let title = History.Title(record: record, words: TitleWords(entry.title))
            let found = Self.match(title, own) ?? earlier.lazy.compactMap { Self.match(title, $0) }.first
            own.append(title)
            // The same link is another check's affair.
            guard let found, checked.canonical != found.record.canonical,
                Self.withoutDigits(checked.canonical) != Self.withoutDigits(found.record.canonical)
            else { continue }
            pairs.append(
                Pair(
                    left: title, right: found, place: Self.place(of: entry, document),
                    note: Self.note(found.record, document, surroundings)))
        }
    }

    private static func match(_ title: History.Title, _ others: [History.Title]) -> History.Title? {
        others.first { title.words.isNear($0.words) || title.words.isSame(as: $0.words) }
    }

    private static func withoutDigits(_ url: String) -> [UInt8] { url.utf8.filter { !ASCII.isDigit($0) } }

    private static func place(of entry: Entry, _ document: Document) -> Range<Int> {
        guard let url = entry.url else { return entry.range.bytes }
        let link = document.links(in: entry.range.bytes).first { document.bytes[$0.url].elementsEqual(url.utf8) }
        return link?.text ?? document.place(of: entry)
    }

    private static func note(_ record: LinkRecord, _ document: Document, _ surroundings: Surroundings) -> Finding.Note {
        let file = record.issue < 0 ? document.file : surroundings.archive.issues[record.issue].file
        return Finding.Note(file: file, place: record.location, text: "'\(record.title)', \(record.url)")
    }
}
