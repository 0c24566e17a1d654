internal import Address
internal import Context
internal import Newsletter

/// A URL and all locations where it is linked.
struct AskedLink: Sendable {
    /// The URL without its fragment.
    var url: String
    var host: String
    var places: [LinkPlace]

    /// Whether the content of the page matters, and not only whether the page exists.
    var wantsPage: Bool { places.contains { $0.entry != nil } }
}

/// The links of some issues: each URL once, in the order of their first occurrence.
package struct LinkCollection: Sendable {
    private(set) var links: [AskedLink] = []
    private(set) var sheets: [LinkSheet] = []
    private var known: [String: Int] = [:]
    private let skipped: Set<String>

    package init(_ context: CheckContext) {
        skipped = context.settings.links.skippedHosts
    }

    /// Adds a document's links, except for those to hosts that the settings exclude.
    ///
    /// - Parameter isMeant: whether the links on a line, counted from 1, are requested.
    package mutating func add(_ document: DocumentLinks, where isMeant: (_ line: Int) -> Bool = { _ in true }) {
        sheets.append(document.sheet)
        for link in document.links where isMeant(link.line) && !skipped.contains(link.host) {
            if let found = known[link.url] {
                links[found].places.append(link.place)
            } else {
                known[link.url] = links.count
                links.append(AskedLink(url: link.url, host: link.host, places: [link.place]))
            }
        }
    }
}

/// The facts about a document that are needed to request its links, so that the document itself, which is much larger,
/// isn't kept.
///
/// A URL in the text that isn't a link on the page isn't requested, and neither is text that only resembles a URL;
/// other checks report both.
package struct DocumentLinks: Sendable {
    struct Found: Sendable {
        /// The URL without its fragment.
        var url: String
        var host: String
        /// The line of the link, counted from 1.
        var line: Int
        var place: LinkPlace
    }

    let sheet: LinkSheet
    let links: [Found]

    package init(_ document: Document) {
        let sheet = LinkSheet(document)
        var entries: [String: LinkPlace.Entry] = [:]
        for checked in document.entries where entries[checked.url] == nil {
            let entry = checked.entry
            let line = document.lines[entry.range.start.line - 1]
            entries[checked.url] = LinkPlace.Entry(
                title: entry.title, tags: entry.tags, kind: checked.kind,
                start: max(line.content, entry.range.bytes.lowerBound))
        }
        self.sheet = sheet
        links = document.destinations.compactMap { link in
            guard link.kind != .bare else { return nil }
            let text = document.text(link.url)
            guard let address = Self.address(text) else { return nil }
            let place = LinkPlace(sheet: sheet, range: link.url, entry: entries[text])
            return Found(url: address.url, host: address.host, line: link.line + 1, place: place)
        }
    }

    /// URLs that are always refused are kept unchanged, so that the client reports why.
    private static func address(_ text: String) -> (url: String, host: String)? {
        do throws(WebAddress.Fault) {
            let address = try WebAddress(text)
            return (address.requestText, address.host.text)
        } catch {
            let lower = text.prefix(8).lowercased()
            guard case .refused = error, lower.hasPrefix("http://") || lower.hasPrefix("https://") else { return nil }
            return (text, "")
        }
    }
}
