internal import Address
internal import Archive
package import Newsletter
internal import Search
package import Text

/// Where a link, or nearly the same link, was published before, and which entries are on the same matter.
package struct EarlierAppearances {
    private let archive: ArchiveIndex
    private let index: SearchIndex?

    /// - Throws: where the archive can't be read.
    package init(_ session: DraftSession) async throws {
        archive = try await session.archive()
        index = await session.searchIndex(of: archive)
    }

    /// An entry of an earlier issue.
    package struct Appearance: Hashable, Sendable, PrintableTextConvertible {
        package enum Relation: Sendable {
            case same
            /// The same page with other parameters, or the same title at another address.
            case nearlySame
            /// Most of the long words of the title.
            case related
        }

        package var relation: Relation
        package var title: String
        package var url: String
        package var section: String
        /// The issue's title and date.
        package var issue: String
        package var date: String

        /// A sentence without a full stop.
        package var printableText: PrintableText { "\(text)" }

        var text: String {
            let place = "in \(issue) of \(date), under \(section)"
            return switch relation {
            case .same: "The same link was \(place), as '\(title)'"
            case .nearlySame: "Nearly the same: '\(title)' (\(url)) \(place)"
            case .related: "Related: '\(title)' (\(url)) \(place)"
            }
        }
    }

    /// The likeliest three, the same link first; none for events, which are listed for weeks.
    package func appearances(of candidate: Candidate) -> [Appearance] {
        if case .event = candidate.content { return [] }
        return appearances(of: candidate.title, url: candidate.url, kind: candidate.kind)
    }

    /// The same for the links that one version of a draft has and another doesn't.
    func appearances(ofNewIn after: Issue, since before: Issue) -> [Appearance] {
        let known = Set(ArchiveReader.records(of: before).map(\.canonical))
        let new = ArchiveReader.records(of: after).filter { $0.event == nil && !known.contains($0.canonical) }
        return Array(new.flatMap { appearances(of: $0.title, url: $0.url, kind: $0.kind) }.prefix(Self.most))
    }

    private static let most = 3

    private func appearances(of title: String, url: String?, kind: SectionKind) -> [Appearance] {
        let canonical = url.map { CanonicalURL($0).description }
        var found: [Appearance] = []
        if let canonical, let record = archive.occurrences(of: canonical).last(where: { $0.event == nil }) {
            let issue = archive.issues[record.issue]
            found.append(
                Appearance(
                    relation: .same, title: record.title, url: record.url, section: record.section, issue: issue.title,
                    date: "\(issue.date)"))
        }
        // Pull requests and quotes have words in common that mean nothing.
        guard kind == .links else { return found }
        let similar = similar(to: title, canonical: canonical)
        return Array(
            (found + similar.filter { $0.relation == .nearlySame } + similar.filter { $0.relation == .related })
                .prefix(Self.most))
    }

    private func similar(to title: String, canonical: String?) -> [Appearance] {
        let words = Self.words(of: title)
        let telling = Set(words.filter { $0.count > 4 })
        guard telling.count > 1, let index else { return [] }
        let query = QueryParser.query(words.joined(separator: " "))
        // A damaged index costs only hints; 'sennight search' reports it.
        guard let hits = try? index.results(of: query, limit: Self.hits).hits else { return [] }
        var seen: Set<String> = canonical.map { [$0] } ?? []
        return hits.compactMap { hit in
            let other = CanonicalURL(hit.url).description
            guard !hit.url.isEmpty, seen.insert(other).inserted else { return nil }
            let theirs = Self.words(of: hit.title)
            let shared = telling.intersection(theirs).count
            let isNearlySame =
                theirs == words || canonical.map { Self.page($0) == Self.page(other) && $0.contains("?") } ?? false
            guard isNearlySame || (shared > 1 && shared * 3 >= telling.count * 2) else { return nil }
            return Appearance(
                relation: isNearlySame ? .nearlySame : .related, title: hit.title, url: hit.url, section: hit.section,
                issue: hit.issue, date: hit.date)
        }
    }

    private static let hits = 10

    /// In lower case, without anything that has a meaning in queries.
    private static func words(of title: String) -> [String] {
        title.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    /// A canonical URL without its parameters.
    private static func page(_ canonical: String) -> Substring {
        canonical.prefix { $0 != "?" && $0 != "#" }
    }
}
