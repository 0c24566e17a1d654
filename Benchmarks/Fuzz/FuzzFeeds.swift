@testable import Collect
internal import Text

/// The bytes are read as a feed, as a list of feeds and as a page that names one.
struct FuzzFeeds: FuzzTarget {
    func test(_ bytes: [UInt8]) {
        let url = "https://feeds.example/blog/feed.xml"
        if let feed = try? FeedReader.feed(bytes, at: url) {
            for post in feed.posts { _ = Timestamp.text(post.time ?? 0) }
        }
        // That a text is refused is as good as that it is read.
        _ = try? FeedDiscovery.feeds(inOPML: bytes)
        _ = try? FeedDiscovery.feed(in: bytes, at: url)
        _ = try? ContentLinks.links(in: String(decoding: bytes, as: UTF8.self), at: url)
    }
}
