internal import Address
internal import Newsletter
internal import Text

/// Reads a page of a community's Atom feed. The URL of the article is in a post's content, after `[link]`.
enum RedditFeed {
    struct Page {
        var posts: [DiscussedPost] = []
        /// The last post's identifier, with which the next page is requested.
        var last: String?
        var faults: [Feed.Fault] = []
    }

    /// - Returns: nil if the bytes aren't an Atom feed.
    static func page(_ bytes: [UInt8], at site: String) throws(MarkupFault) -> Page? {
        guard let root = try MarkupLibrary.xml(bytes), root.name == "feed" else { return nil }
        var page = Page()
        for (index, entry) in root.elements(named: "entry").enumerated() {
            page.last = entry.text(of: "id")
            let link = entry.first("link")?.attributes["href"]
            let written = entry.text(of: "published") ?? entry.text(of: "updated")
            guard let title = entry.text(of: "title"), let link, let time = written.flatMap(Timestamp.any) else {
                let missing = link == nil ? "link" : entry.text(of: "title") == nil ? "title" : "published"
                let problem =
                    missing == "published" && written != nil ? "isn't a time ('\(written ?? "")')" : "is missing"
                page.faults.append(Feed.Fault(field: "entry[\(index)].\(missing)", problem: problem))
                continue
            }
            let discussion = WebAddress.resolve(link, from: site + "/")
            let article = ContentLinks.links(in: entry.text(of: "content") ?? "", at: site + "/")
                .first { $0.text == "[link]" }?.url
            let category = entry.first("category")?.attributes["term"]
            page.posts.append(
                DiscussedPost(
                    title: title.collapsingBlanks, article: article == discussion ? nil : article,
                    discussion: discussion, author: entry.first("author")?.text(of: "name"), time: time,
                    further: category.map { [.note("community", $0)] } ?? []))
        }
        return page
    }
}
