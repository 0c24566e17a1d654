internal import Newsletter
internal import Text

/// The issue links to its own page, or an entry links to an older issue.
///
/// The URL was probably copied by mistake, instead of a link to the issue's discussion or to the entry's page.
struct SelfLink: Check {
    static let id = "self-link"
    static let severity = Finding.Severity.warning

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        let site = Array(context.publication.address.utf8)
        let own = URLParts(site, 0..<site.count)
        let date = document.issue.header.date.description.replacing("-", with: "/")
        return document.addresses.compactMap { link, parts in
            guard parts.isWeb, document.bytes[parts.host].elementsEqual(site[own.host]) else { return nil }
            guard document.text(parts.path).contains("/\(date)/") else {
                return older(link, parts, in: document)
            }
            return finding(
                "the issue links to itself", at: link.url, in: document,
                explanation: "Write the URL of the intended page."
            )
        }
    }

    /// A finding for an entry whose link leads to an older issue.
    private func older(_ link: Link, _ parts: URLParts, in document: Document) -> Finding? {
        guard isDated(document.text(parts.path)), document.lines[link.line].kind == .item,
            document.section(at: link.whole.lowerBound)?.kind == .links,
            document.entries.contains(where: {
                $0.entry.range.bytes.contains(link.whole.lowerBound)
                    && document.bytes[link.url].elementsEqual($0.url.utf8)
            })
        else { return nil }
        return finding(
            "this entry links to an older issue", at: link.url, in: document,
            explanation: "Link to the page that the entry is about.")
    }

    /// Whether a path contains a date: `/blog/2025/06/18/…`.
    private func isDated(_ path: String) -> Bool {
        let parts = path.split(separator: "/")
        return parts.indices.contains { index in
            index + 2 < parts.count && parts[index].utf8.count == 4
                && parts[index...(index + 2)].allSatisfy { $0.utf8.allSatisfy(ASCII.isDigit) }
        }
    }
}
