internal import Archive
internal import Newsletter

/// Finds links of an issue whose titles resemble others in the same issue or in recent ones.
struct TitleComparison {
    struct Pair {
        var left: (record: LinkRecord, words: TitleWords)
        var right: (record: LinkRecord, words: TitleWords)
        /// The range of the later link's title.
        var place: Range<Int>
        var note: Finding.Note

        var isOneHost: Bool { Self.host(left.record.canonical) == Self.host(right.record.canonical) }

        private static func host(_ canonical: String) -> Substring { canonical.prefix { $0 != "/" && $0 != "?" } }
    }

    private(set) var pairs: [Pair] = []

    init(_ document: Document, _ context: CheckContext) {
        let recent = context.recentIssues(before: document.issue.header.date)
        let earlier = recent.reversed().map { context.history.titles(of: $0) }
        var own = History.Titles()
        for checked in document.entries where checked.kind == .links && !checked.entry.title.isEmpty {
            let entry = checked.entry
            let record = LinkRecord(
                issue: -1, location: entry.range.start, kind: checked.kind, section: "", title: entry.title,
                url: checked.url, canonical: checked.canonical, tags: entry.tags, event: nil)
            let words = TitleWords(entry.title)
            var found = own.index(like: words).map { (record: own.records[$0], words: own.words[$0]) }
            for titles in earlier where found == nil {
                found = titles.index(like: words).map { (record: titles.records[$0], words: titles.words[$0]) }
            }
            own.add(record, words)
            // A repeated link is reported by another check.
            guard let found, checked.canonical != found.record.canonical, !document.isAdvertisement(entry),
                Self.withoutDigits(checked.canonical) != Self.withoutDigits(found.record.canonical),
                !Self.areDistinctPosts(checked.url, found.record.url),
                !words.isShortReordering(of: found.words),
                !Self.isNumberedComment(checked.canonical, found.record.canonical),
                // Its podcast may be about an article that it linked, and has the article's title.
                !context.isOwnPage(checked.canonical), !context.isOwnPage(found.record.canonical)
            else { continue }
            pairs.append(
                Pair(
                    left: (record, words), right: found, place: Self.place(of: entry, document),
                    note: Self.note(found.record, document, context)))
        }
    }

    /// Whether two URLs end with different identifiers of posts after the same name: `…/tea-6d86bc8d6aa3`.
    private static func areDistinctPosts(_ left: String, _ right: String) -> Bool {
        let parts = [left, right].map { url in
            let url = url.prefix { $0 != "?" && $0 != "#" }
            return url.lastIndex(of: "-").map { (name: url[..<$0], id: url[url.index(after: $0)...]) }
        }
        guard let first = parts[0], let second = parts[1], first.name == second.name else { return false }
        return first.id != second.id
            && [first.id, second.id].allSatisfy { $0.count >= 8 && $0.allSatisfy(\.isHexDigit) }
    }

    /// Whether one of two URLs is that of a comment on the other's page: `…/pull/282#issuecomment-608329102`. Another check
    /// hints at other parts of one page.
    private static func isNumberedComment(_ left: String, _ right: String) -> Bool {
        let parts = [left, right].map { $0.split(separator: "#", maxSplits: 1) }
        guard let page = parts[0].first, page == parts[1].first else { return false }
        return parts.contains { $0.count == 2 && $0[1].suffix(4).count == 4 && $0[1].suffix(4).allSatisfy(\.isNumber) }
    }

    private static func withoutDigits(_ url: String) -> [UInt8] { url.utf8.filter { !ASCII.isDigit($0) } }

    private static func place(of entry: Entry, _ document: Document) -> Range<Int> {
        guard let url = entry.url else { return entry.range.bytes }
        let link = document.links(in: entry.range.bytes).first { document.bytes[$0.url].elementsEqual(url.utf8) }
        return link?.text ?? document.place(of: entry)
    }

    private static func note(_ record: LinkRecord, _ document: Document, _ context: CheckContext) -> Finding.Note {
        let file = record.issue < 0 ? document.file : context.archive.issues[record.issue].file
        return Finding.Note(file: file, place: record.location, text: "'\(record.title)', \(record.url)")
    }
}
