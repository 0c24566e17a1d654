internal import Address
internal import Text

/// Finds the links that a person wrote into a post, in the order of the post.
enum ContentLinks {
    struct Link: Hashable, Sendable {
        var url: String
        /// The link's text, on one line.
        var text: String

        /// Whether the link's text is its URL.
        var showsItsAddress: Bool {
            text.isEmpty || text.hasPrefix("http")
                || url.range(ofBytes: text.hasSuffix("…") ? String(text.dropLast()) : text) != nil
        }
    }

    /// - Parameters:
    ///   - content: HTML.
    ///   - page: the URL to which links are relative.
    static func links(in content: String, at page: String) -> [Link] {
        guard let root = MarkupLibrary.html(fragment: content) else { return [] }
        var found: [Link] = []
        collect(root, page, into: &found)
        return found
    }

    private static func collect(_ node: MarkupNode, _ page: String, into found: inout [Link]) {
        let classes = node.attributes["class"]?.split(separator: " ") ?? []
        // What others said, who is mentioned, and what programs put there.
        if classes.contains(where: { Self.passedOver.contains(String($0)) }) { return }
        if node.name == "a", let reference = node.attributes["href"] {
            let url = WebAddress.resolve(reference, from: page)
            let link = Link(url: url, text: node.text.collapsingBlanks)
            if url.hasPrefix("http"), !found.contains(where: { $0.url == url }) { found.append(link) }
            return
        }
        for child in node.elements { collect(child, page, into: &found) }
    }

    private static let passedOver: Set<String> = [
        "mention", "mention-group", "hashtag", "hashtag-cooked", "quote", "quote-inline", "lightbox", "anchor",
        "badge-wrapper",
    ]
}

extension String {
    /// The text shortened to a number of characters, if possible between words.
    func abridged(to most: Int) -> String {
        guard utf8.count > most, count > most else { return self }
        let start = prefix(most - 1)
        let end = start.lastIndex(of: " ").flatMap { start.distance(from: $0, to: start.endIndex) < 30 ? $0 : nil }
        return start[..<(end ?? start.endIndex)] + "…"
    }
}
