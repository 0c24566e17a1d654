internal import Address
internal import Text

/// Reads RSS 2.0, RSS 1.0, Atom (RFC 4287) and JSON Feed 1.1, malformed ones as far as they can be read.
enum FeedReader {
    /// - Parameter url: the feed's own address, which relative links start from.
    /// - Throws: what a feed has, and this has not.
    static func feed(_ bytes: [UInt8], at url: String) throws(Feed.Fault) -> Feed {
        // Some programs put blank lines or a byte order mark before the XML declaration.
        let text = bytes.drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
        if text.first == UInt8(ascii: "{") { return try JSONFeed.feed(Array(text), at: url) }
        let read: MarkupNode?
        var faults: [Feed.Fault] = []
        do throws(MarkupFault) {
            read = try MarkupLibrary.xml(Array(text)) { fault in
                faults.append(Feed.Fault(field: nil, problem: "the feed \(fault); the rest was left out"))
            }
        } catch {
            throw Feed.Fault(field: nil, problem: "the feed \(error)")
        }
        guard let root = read else {
            throw Feed.Fault(field: "rss", problem: "is missing: this is neither XML nor JSON")
        }
        var feed: Feed
        switch root.name.lowercased() {
        case "rss", "rdf": feed = try rss(root, at: url)
        case "feed": feed = atom(root, at: url)
        default: throw Feed.Fault(field: "rss", problem: "is missing: this is '\(root.name)', no feed")
        }
        feed.faults = faults + feed.faults
        return feed
    }

    /// Of one feed; whoever has more lists them oldest first, or doesn't mean well.
    private static let mostPosts = 10_000

    private static func few(_ items: [MarkupNode], of feed: inout Feed) -> ArraySlice<MarkupNode> {
        if items.count > mostPosts {
            let problem = "the feed has more than \(mostPosts) posts; the rest was left out"
            feed.faults.append(Feed.Fault(field: nil, problem: problem))
        }
        return items.prefix(mostPosts)
    }

    // MARK: RSS

    private static func rss(_ root: MarkupNode, at url: String) throws(Feed.Fault) -> Feed {
        guard let channel = root.first("channel") else {
            throw Feed.Fault(field: "channel", problem: "is missing")
        }
        let base = channel.text(of: "link").map { WebAddress.resolve($0, from: url) } ?? url
        var feed = Feed(title: channel.text(of: "title")?.textOfHTML)
        // RSS 1.0 has its items beside the channel, RSS 2.0 in it.
        let items = channel.elements(named: "item") + root.elements(named: "item")
        for (index, item) in few(items, of: &feed).enumerated() {
            let link = item.text(of: "link") ?? item.attributes["rdf:about"] ?? permalink(of: item)
            // What is written for readers of the feed may be a whole article.
            let title =
                item.text(of: "title")?.textOfHTML
                ?? item.text(of: "description")?.textOfHTML.abridged(to: CollectionLimits.title)
            var post = FeedPost(
                title: title ?? "", url: link.map { WebAddress.resolve($0, from: base) },
                author: item.text(of: "creator") ?? item.text(of: "author"),
                categories: item.elements(named: "category").map(\.text.collapsingBlanks).filter { !$0.isEmpty })
            post.setTime(["pubDate", "date", "published", "updated"].map { ($0, item.text(of: $0)) })
            feed.add(post, "item[\(index)]", link: "link")
        }
        return feed
    }

    private static func permalink(of item: MarkupNode) -> String? {
        guard let guid = item.first("guid"), guid.attributes["isPermaLink"]?.lowercased() != "false",
            guid.text.trimmedBlanks.hasPrefix("http")
        else { return nil }
        return guid.text.trimmedBlanks
    }

    // MARK: Atom

    private static func atom(_ root: MarkupNode, at url: String) -> Feed {
        let base = root.attributes["xml:base"].map { WebAddress.resolve($0, from: url) } ?? url
        var feed = Feed(title: root.first("title").map(text))
        for (index, entry) in few(root.elements(named: "entry"), of: &feed).enumerated() {
            let entryBase = entry.attributes["xml:base"].map { WebAddress.resolve($0, from: base) } ?? base
            let links = entry.elements(named: "link")
            let link =
                links.first { ($0.attributes["rel"] ?? "alternate") == "alternate" && isPage($0) }
                ?? links.first { ($0.attributes["rel"] ?? "alternate") == "alternate" }
            let identifier = entry.text(of: "id").flatMap { $0.hasPrefix("http") ? $0 : nil }
            let address = link?.attributes["href"]?.trimmedBlanks ?? identifier
            var post = FeedPost(
                title: entry.first("title").map(text) ?? "",
                url: address.map { WebAddress.resolve($0, from: entryBase) },
                author: entry.first("author")?.text(of: "name"),
                categories: entry.elements(named: "category").compactMap { $0.attributes["term"] })
            post.setTime(["published", "issued", "updated"].map { ($0, entry.text(of: $0)) })
            feed.add(post, "entry[\(index)]", link: "link")
        }
        return feed
    }

    private static func isPage(_ link: MarkupNode) -> Bool {
        link.attributes["type"].map { $0.hasPrefix("text/html") } ?? true
    }

    /// RFC 4287, 3.1: what `html` holds is HTML, whatever else is text.
    private static func text(of construct: MarkupNode) -> String {
        construct.attributes["type"] == "html" ? construct.text.textOfHTML : construct.text.collapsingBlanks
    }
}

extension Feed {
    /// Adds a post, or tells what it lacks; one without a title may go by its first words.
    ///
    /// - Parameters:
    ///   - item: how the format calls it, such as `entry[2]`.
    ///   - link: how it calls the member with its address.
    mutating func add(_ post: FeedPost, _ item: String, link: String) {
        if post.url == nil {
            faults.append(Fault(field: "\(item).\(link)", problem: "is missing"))
        } else if let url = post.url, url.utf8.count > CollectionLimits.address {
            // Left out here, for comparing addresses takes its time.
            let most = CollectionLimits.address
            faults.append(
                Fault(field: "\(item).\(link)", problem: "is longer than \(most) bytes; its post was left out"))
        } else if post.title.isEmpty {
            faults.append(Fault(field: "\(item).title", problem: "is missing"))
        } else if let member = post.unreadableTime {
            faults.append(Fault(field: "\(item).\(member)", problem: "isn't a time that can be read"))
        } else {
            posts.append(post)
        }
    }
}
