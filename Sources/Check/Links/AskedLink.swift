internal import Address
internal import Context
internal import Newsletter

/// One address, and every place where it stands.
struct AskedLink: Sendable {
    /// Without its fragment.
    var url: String
    var host: String
    var places: [LinkPlace]

    /// Whether what the page says of itself matters, and not only whether it is there.
    var wantsPage: Bool { places.contains { $0.entry != nil } }
}

/// The links of some issues, each address once, in the order in which they stand.
package struct LinkCollection: Sendable {
    private(set) var links: [AskedLink] = []
    private(set) var sheets: [LinkSheet] = []
    private var known: [String: Int] = [:]
    private let skipped: Set<String>

    package init(_ context: CheckContext) {
        skipped = context.settings.links.skippedHosts
    }

    /// Takes a document's links; those of hosts that the settings pass over are left out.
    ///
    /// - Parameter isMeant: whether links on a line, counted from 1, are asked.
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

/// What asking a document's links needs of it; the document itself, which is much larger, is not kept.
///
/// An address in the text that is no link on the page is not asked, nor is what only looks like an address: that is for
/// the checks that need no web.
package struct DocumentLinks: Sendable {
    struct Found: Sendable {
        /// Without its fragment.
        var url: String
        var host: String
        /// Counted from 1.
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

    /// Addresses that are refused at sight stay as they are: the client says why.
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
