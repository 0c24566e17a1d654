internal import Address
internal import Text

/// Reads Atom (RFC 4287) and its draft, Atom 0.3.
enum AtomReader {
    static func feed(_ root: MarkupNode, at url: String) -> Feed {
        var feed = Feed(title: root.own("title").first.map(FeedText.text(ofAtom:)))
        // Feeds written by hand have RSS's items.
        let entries = root.own("entry").isEmpty ? root.own("item") : root.own("entry")
        for (index, entry) in FeedReader.few(entries, of: &feed).enumerated() {
            let base = MarkupNode.base(of: [root, entry], at: url) ?? url
            var post = FeedPost(
                title: title(of: entry), url: link(of: entry, from: base),
                author: entry.own("author").first?.own("name").filledText
                    ?? entry.foreign("creator", .dublinCore).filledText,
                categories: entry.own("category").compactMap { $0.attributes["label"] ?? $0.attributes["term"] })
            post.setTime(times(of: entry))
            feed.add(post, "entry[\(index)]", link: "link")
        }
        return feed
    }

    private static func title(of entry: MarkupNode) -> String {
        let own = entry.own("title").lazy.map(FeedText.text(ofAtom:)).first { !$0.isEmpty }
        let other = entry.foreign("title", .dublinCore) + entry.foreign("title", .media)
        if let title = own ?? other.lazy.map(FeedText.title).first(where: { !$0.isEmpty }) { return title }
        let words = (entry.own("summary") + entry.own("content")).lazy.map(FeedText.text(ofAtom:))
        return words.first { !$0.isEmpty }?.abridged(to: CollectionLimits.title) ?? ""
    }

    private static func link(of entry: MarkupNode, from base: String) -> String? {
        if let link = alternate(of: entry.own("link"), from: base) { return link }
        // Podcasts written by hand have RSS's link.
        if let link = entry.own("link").filledText { return WebAddress.resolve(link, from: base) }
        return entry.own("id").first?.addressOfIdentifier(from: base)
    }

    /// The page among links (RFC 4287, section 4.2.7.2: without a relation a link is an alternate).
    static func alternate(of links: [MarkupNode], from base: String) -> String? {
        let alternates = links.filter { ($0.attributes["rel"] ?? "alternate").lowercased() == "alternate" }
        let page = alternates.first { link in
            guard let type = link.attributes["type"]?.lowercased() else { return true }
            return type.hasPrefix("text/html") || type.hasPrefix("application/xhtml+xml")
        }
        guard let link = page ?? alternates.first, let reference = link.attributes["href"], !reference.isEmpty else {
            return nil
        }
        return link.resolve(reference, from: base)
    }

    private static func times(of entry: MarkupNode) -> [(String, String?)] {
        let own = ["published", "issued", "created", "updated", "modified"].map { ($0, entry.own($0).lastFilledText) }
        return own + [
            ("dc:date", entry.foreign("date", .dublinCore).filledText),
            ("dcterms:issued", entry.foreign("issued", .dublinCoreTerms).filledText),
            ("dcterms:modified", entry.foreign("modified", .dublinCoreTerms).filledText),
            ("pubDate", entry.own("pubDate").filledText),
        ]
    }
}
