internal import Address
internal import Text

/// Reads RSS 0.9 to 2.0, Atom (RFC 4287) and Atom 0.3, and JSON Feed 1.1, malformed ones as far as they can be read.
enum FeedReader {
    /// - Parameters:
    ///   - url: the feed's own address, which relative links start from.
    ///   - contentType: the server's `Content-Type`.
    /// - Throws: what every feed has, and this has not.
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
            throw Feed.Fault(field: "rss", problem: "is missing: this is neither XML nor JSON")
        }
        var feed: Feed
        switch read.root.name.lowercased() {
        case "rss", "rdf", "channel": feed = try RSSReader.feed(read.root, at: url)
        case "feed": feed = AtomReader.feed(read.root, at: url)
        default: throw Feed.Fault(field: "rss", problem: "is missing: this is '\(read.root.name)', no feed")
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
                Feed.Fault(field: nil, problem: "the feed has other text before it, such as an error message"))
        }
        if let fault = document.cut {
            faults.append(Feed.Fault(field: nil, problem: "the feed \(fault); the rest was left out"))
        }
        return faults
    }

    /// Of one feed; a feed with more lists them oldest first, or is hostile.
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
    /// Drops what is before a feed: blanks, marks, and messages that a server's programs print.
    ///
    /// - Returns: whether that was more than blanks and marks.
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
    /// Adds a post, or reports what it lacks; one without a title may go by its first words.
    ///
    /// - Parameters:
    ///   - item: how the format calls it, such as `entry[2]`.
    ///   - link: how it calls the member with its address.
    mutating func add(_ post: FeedPost, _ item: String, link: String) {
        if post.url == nil {
            faults.append(Fault(field: "\(item).\(link)", problem: "is missing"))
        } else if let url = post.url, url.utf8.count > CollectionLimits.address {
            // Left out here, because comparing addresses takes its time.
            let most = CollectionLimits.address
            faults.append(
                Fault(field: "\(item).\(link)", problem: "is longer than \(most) bytes; its post was left out"))
        } else if post.title.isEmpty {
            faults.append(Fault(field: "\(item).title", problem: "is missing"))
        } else {
            if let member = post.unreadableTime {
                faults.append(Fault(field: "\(item).\(member)", problem: "isn't a time that can be read"))
            }
            posts.append(post)
        }
    }
}
