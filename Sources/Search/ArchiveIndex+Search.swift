package import Archive
internal import Context
package import Newsletter
internal import Text

extension ArchiveIndex {
    /// The archive's issues in the form that the search index is made from.
    ///
    /// - Parameters:
    ///   - address: builds the paths of issues' pages.
    ///   - jobs: how many issues are read at once.
    package func searchIssues(_ address: SiteAddress, jobs: Int = 1) async -> [SearchIssue] {
        let read = await Window.map(Array(issues.indices), jobs: jobs) { searchIssue($0, address) }
        var issues = read.map(\.issue)
        // The last issue that had a title with its URL.
        var last: [UInt64: Int] = [:]
        last.reserveCapacity(count)
        for (index, keys) in read.lazy.map(\.keys).enumerated() {
            for (position, key) in keys.enumerated() {
                if let before = last.updateValue(index, forKey: key), index - before <= Self.repeats {
                    issues[index].records[position].isRepeated = true
                }
            }
        }
        return issues
    }

    /// An issue, with a hash of each record's title and URL.
    private func searchIssue(_ index: Int, _ address: SiteAddress) -> (issue: SearchIssue, keys: [UInt64]) {
        let issue = issues[index]
        var anchors = EntryAnchors()
        let name = IssueFileName(issue.file)
        let header = IssueHeader(
            title: issue.title, number: issue.number, date: issue.date, category: nil, slug: issue.slug,
            name: name.name, file: name, permalink: issue.permalink)
        let entries = entries(of: index)
        let records = entries.map { SearchRecord($0, anchors: &anchors) }
        return (
            SearchIssue(
                number: issue.number, title: issue.title, year: issue.date.year, date: issue.date.description,
                path: address.path(of: header), records: records),
            entries.map { Fingerprint(.text($0.record.canonical), .text($0.record.title)).low }
        )
    }

    /// The number of successive issues within which a repeated entry counts as one.
    private static let repeats = 8
}

extension SearchRecord {
    fileprivate init(_ entry: ArchivedEntry, anchors: inout EntryAnchors) {
        let record = entry.record
        let isQuote = record.kind == .quote && !entry.context.isEmpty
        let anchor = anchors.id(of: record.canonical, sectionID: entry.sectionID).map { String($0.dropFirst()) } ?? ""
        // Most anchors are a hash alone.
        let isSecond = anchor.utf8.count > 8 && !entry.sectionID.isEmpty && anchor.hasSuffix("-" + entry.sectionID)
        self.init(
            // A quotation is known by its words, not by who said them.
            title: isQuote ? Self.opening(of: entry.context) : record.title, url: record.url,
            context: isQuote ? "\(record.title) \(entry.context)" : entry.context, tags: record.tags,
            host: record.canonical.isEmpty ? nil : Self.host(of: record.canonical),
            section: SearchSection(id: entry.sectionID, title: record.section),
            anchor: isSecond ? String(anchor.dropLast(entry.sectionID.count)) : anchor,
            cost: [.pullRequests, .events, .proposals].contains(record.kind) ? 1 : 2)
    }

    private static func host(of canonical: String) -> String {
        let host = canonical.utf8.prefix {
            $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#")
        }
        return String(Substring(host))
    }

    /// The first words of a quotation.
    private static func opening(of text: String) -> String {
        guard text.count > 140 else { return text }
        let words = text.prefix(140)
        return (words.lastIndex(of: " ").map { String(words[..<$0]) } ?? String(words)) + " …"
    }
}
