internal import Address
internal import Text

/// Reads RSS 0.9 to 2.0, Atom (RFC 4287) and Atom 0.3, and JSON Feed 1.1, including malformed feeds, as far as they can
/// be read.
enum FeedReader {
    /// - Parameters:
    ///   - url: the feed's own URL, to which links are relative.
    ///   - contentType: the server's `Content-Type`.
    /// - Throws: a fault that names the missing part, if the text isn't a feed.
    static func feed(_ bytes: [UInt8], at url: String, contentType: String? = nil) throws(Feed.Fault) -> Feed {
        var text = DecodedText(bytes, format: .xml, contentType: contentType)
        let hasPreface = text.dropPreface()
        if text.bytes.first == UInt8(ascii: "{") { return try JSONFeed.feed(text.bytes, at: url) }
        let read: MarkupDocument?
        do throws(MarkupFault) {
            read = try MarkupLibrary.document(xml: text)
        } catch {
            throw Feed.Fault(field: nil, problem: "the feed \(error)")
        }
        guard let read else {
            throw Feed.Fault(field: "rss", problem: "is missing: the text is neither XML nor JSON")
        }
        var feed: Feed
        switch read.root.name.lowercased() {
        case "rss", "rdf", "channel": feed = try RSSReader.feed(read.root, at: url)
        case "feed": feed = AtomReader.feed(read.root, at: url)
        default:
            throw Feed.Fault(
                field: "rss", problem: "is missing: the root element is '\(read.root.name)', so this isn't a feed")
        }
        feed.faults = faults(of: read, hasPreface: hasPreface) + feed.faults
        return feed
    }

    private static func faults(of document: MarkupDocument, hasPreface: Bool) -> [Feed.Fault] {
        var faults: [Feed.Fault] = []
        if let line = document.brokenLine {
            faults.append(
                Feed.Fault(
                    field: nil, problem: "the feed isn't well-formed XML (line \(line)); parts of it may be missing"))
        } else if hasPreface {
            faults.append(
                Feed.Fault(field: nil, problem: "there is other text before the feed, such as an error message"))
        }
        if let fault = document.cut {
            faults.append(Feed.Fault(field: nil, problem: "the feed \(fault); the rest was left out"))
        }
        return faults
    }

    /// The maximum number of posts that are read from a feed.
    private static let mostPosts = 10_000

    static func few(_ items: [MarkupNode], of feed: inout Feed) -> ArraySlice<MarkupNode> {
        if items.count > mostPosts {
            let problem = "the feed has more than \(mostPosts) posts; the rest was left out"
            feed.faults.append(Feed.Fault(field: nil, problem: problem))
        }
        return items.prefix(mostPosts)
    }
}

extension DecodedText {
    /// Drops the text before a feed: blanks, byte order marks, and messages of the server's programs.
    ///
    /// - Returns: whether there was more than blanks and marks.
    fileprivate mutating func dropPreface() -> Bool {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        dropFirst(bytes.prefix { $0 <= 0x20 || mark.contains($0) }.count)
        guard let first = bytes.first, !"<{".utf8.contains(first) else { return false }
        let beginning = Array(bytes.prefix(4096))
        for index in beginning.indices where beginning[index] == UInt8(ascii: "<") {
            let rest = beginning[index...]
            if ["<?xml", "<rss", "<feed", "<rdf:RDF"].contains(where: { rest.starts(with: $0.utf8) }) {
                dropFirst(index)
                return true
            }
        }
        return false
    }
}

extension Feed {
    /// Adds a post, or reports its missing URL. A post without a title, as in microblogs, is titled with its URL.
    ///
    /// - Parameters:
    ///   - item: the name of the post in the format, such as `entry[2]`.
    ///   - link: the name of the member with the post's URL.
    mutating func add(_ post: FeedPost, _ item: String, link: String) {
        if post.url == nil {
            faults.append(Fault(field: "\(item).\(link)", problem: "is missing"))
        } else if let url = post.url, url.utf8.count > CollectionLimits.address {
            // Left out here, because comparing addresses takes its time.
            let most = CollectionLimits.address
            faults.append(
                Fault(field: "\(item).\(link)", problem: "is longer than \(most) bytes; its post was left out"))
        } else {
            var post = post
            post.title = post.title.isEmpty ? post.url ?? "" : CharacterReference.replacingControls(in: post.title)
            if let member = post.unreadableTime {
                faults.append(Fault(field: "\(item).\(member)", problem: "isn't a time that can be read"))
            }
            posts.append(post)
        }
    }
}
