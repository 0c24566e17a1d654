internal import Address
internal import Text

/// Reads RSS of all versions.
enum RSSReader {
    static func feed(_ root: MarkupNode, at url: String) throws(Feed.Fault) -> Feed {
        let isBare = root.name.lowercased() == "channel"
        let channels = isBare ? [root] : root.own("channel")
        // RSS 1.0 has its items beside the channel, RSS 2.0 in it, RSS 1.1 in a list in it.
        let paths =
            channels.flatMap { channel in
                let path = isBare ? [channel] : [root, channel]
                return [path] + channel.own("items").map { path + [$0] }
            } + (isBare ? [] : [[root]])
        let items = paths.flatMap { path in posts(in: path.last).map { (path, $0) } }
        guard !channels.isEmpty || !items.isEmpty else { throw Feed.Fault(field: "channel", problem: "is missing") }
        let channel = channels.first ?? root
        let site = channel.own("link").filledText.map { WebAddress.resolve($0, from: url) } ?? url
        let titles = [channel.own("title"), channel.foreign("title", .dublinCore)].flatMap { $0 }
        var feed = Feed(title: titles.lazy.map(FeedText.title).first { !$0.isEmpty })
        let kept = FeedReader.few(items.map(\.1), of: &feed)
        for (index, (path, item)) in zip(items.map(\.0), kept).enumerated() {
            // xml:base says where links start, else the site's address does.
            let base = MarkupNode.base(of: path + [item], at: url) ?? site
            var post = FeedPost(
                title: title(of: item), url: link(of: item, from: base),
                author: item.foreign("creator", .dublinCore).filledText ?? item.own("author").filledText
                    ?? item.foreign("author", .itunes).filledText,
                categories: item.own("category").map(\.text.collapsingBlanks).filter { !$0.isEmpty })
            post.setTime(times(of: item))
            feed.add(post, "item[\(index)]", link: "link")
        }
        return feed
    }

    /// The items of a channel; feeds written by hand have Atom's entries.
    private static func posts(in parent: MarkupNode?) -> [MarkupNode] {
        guard let parent else { return [] }
        let items = parent.own("item")
        return items.isEmpty ? parent.own("entry") : items
    }

    /// The title of a post; empty if it has none.
    private static func title(of item: MarkupNode) -> String {
        let titles = [
            item.own("title"), item.foreign("title", .dublinCore), item.foreign("title", .atom),
            item.foreign("title", .itunes), item.foreign("title", .media),
        ]
        if let title = titles.joined().lazy.map(FeedText.title).first(where: { !$0.isEmpty }) { return title }
        // What is written for readers of the feed may be a whole article.
        let words = [
            item.own("description"), item.own("summary"), item.own("abstract"), item.own("content"),
            item.elements.filter { $0.name == "encoded" },
        ]
        return words.joined().lazy.map(\.text.textOfHTML).first { !$0.isEmpty }?.abridged(to: CollectionLimits.title)
            ?? ""
    }

    private static func link(of item: MarkupNode, from base: String) -> String? {
        for link in item.own("link") {
            let reference = link.text.trimmedBlanks
            if !reference.isEmpty { return link.resolve(reference, from: base) }
            // Some write Atom's link.
            if let reference = link.attributes["href"], !reference.isEmpty {
                return link.resolve(reference, from: base)
            }
        }
        if let reference = item.attributes["rdf:about"], !reference.isEmpty {
            return WebAddress.resolve(reference, from: base)
        }
        // The Channel Definition Format, from which RSS descends, has the address in the item's tag.
        if let reference = item.anyCase("href"), !reference.isEmpty { return item.resolve(reference, from: base) }
        if let guid = item.own("guid").first, guid.anyCase("isPermaLink")?.lowercased() != "false",
            let address = guid.addressOfIdentifier(from: base)
        {
            return address
        }
        return AtomReader.alternate(of: item.foreign("link", .atom), from: base)
            ?? item.own("id").first?.addressOfIdentifier(from: base)
    }

    private static func times(of item: MarkupNode) -> [(String, String?)] {
        func own(_ name: String) -> (String, String?) { (name, item.own(name).lastFilledText) }
        func foreign(_ prefix: String, _ name: String, _ vocabulary: FeedNamespace) -> (String, String?) {
            ("\(prefix):\(name)", item.foreign(name, vocabulary).filledText)
        }
        return [
            own("pubDate"), own("published"), own("issued"), foreign("dcterms", "issued", .dublinCoreTerms),
            foreign("atom", "published", .atom), foreign("dc", "date", .dublinCore),
            foreign("dcterms", "created", .dublinCoreTerms), own("date"), own("created"), own("updated"),
            own("modified"), foreign("atom", "updated", .atom), foreign("dcterms", "modified", .dublinCoreTerms),
            own("lastBuildDate"), ("lastmod", item.anyCase("lastmod")),
        ]
    }
}

extension MarkupNode {
    /// The base URL in the last of some nested elements (XML Base); nil if none of them sets one.
    static func base(of path: [MarkupNode], at url: String) -> String? {
        let bases = path.compactMap { node in
            // The Channel Definition Format has its own attribute.
            (node.attributes["xml:base"] ?? (node.name == "CHANNEL" ? node.anyCase("base") : nil))?.trimmedBlanks
        }.filter { !$0.isEmpty }
        return bases.isEmpty ? nil : bases.reduce(url) { WebAddress.resolve($1, from: $0) }
    }

    /// Resolves a URL in this element, which may have a base of its own.
    func resolve(_ reference: String, from base: String) -> String {
        WebAddress.resolve(reference.trimmedBlanks, from: Self.base(of: [self], at: base) ?? base)
    }

    /// The URL in an identifier: a whole one or a path, but not another kind of name, such as `tag:…` or a number.
    func addressOfIdentifier(from base: String) -> String? {
        let text = text.trimmedBlanks
        if text.lowercased().hasPrefix("http://") || text.lowercased().hasPrefix("https://") { return text }
        guard text.utf8.contains(UInt8(ascii: "/")), text.utf8.allSatisfy({ $0 > 0x20 && $0 != UInt8(ascii: ":") })
        else { return nil }
        return resolve(text, from: base)
    }

    /// An attribute by its name in any case of letters.
    func anyCase(_ name: String) -> String? {
        attributes[name] ?? attributes.first { $0.key.lowercased() == name.lowercased() }?.value
    }
}
