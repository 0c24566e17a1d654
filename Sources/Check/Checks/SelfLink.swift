internal import Newsletter
internal import Text

/// The issue links to its own page.
///
/// The issue's own URL was probably copied by mistake instead of a link to its discussion.
struct SelfLink: Check {
    static let id = "self-link"
    static let severity = Finding.Severity.warning

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        let site = Array(context.publication.address.utf8)
        let own = URLParts(site, 0..<site.count)
        let date = document.issue.header.date.description.replacing("-", with: "/")
        return document.addresses.compactMap { link, parts in
            guard parts.isWeb, document.bytes[parts.host].elementsEqual(site[own.host]),
                document.text(parts.path).contains("/\(date)/")
            else { return nil }
            return finding(
                "the issue links to itself", at: link.url, in: document,
                explanation: "Write the URL of the intended page."
            )
        }
    }
}
