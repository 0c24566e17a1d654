internal import Address
internal import Context
internal import Text

/// Reads JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/).
enum JSONFeed {
    static func feed(_ bytes: [UInt8], at url: String) throws(Feed.Fault) -> Feed {
        let page: JSONPage<Answer>
        do throws(SourceFault) {
            page = try SourceClient(source: "", http: .none).read(
                Answer.self, HTTPResponse(status: 200, body: bytes, url: url), from: url)
        } catch {
            throw Feed.Fault(field: error.field ?? "items", problem: error.problem)
        }
        var feed = Feed(title: page.value.title)
        for (index, item) in page.value.items.items.enumerated() {
            let words = item.summary ?? item.content_text ?? item.content_html?.textOfHTML
            let title = item.title?.collapsingBlanks ?? words?.collapsingBlanks.abridged(to: 200) ?? ""
            let address = item.url ?? item.external_url
            var post = FeedPost(
                title: title,
                url: address.map { WebAddress.resolve($0, from: url) },
                author: (item.authors?.items.first ?? item.author)?.name, categories: item.tags?.items ?? [])
            post.setTime([("date_published", item.date_published), ("date_modified", item.date_modified)])
            feed.add(post, "item[\(index)]", link: "url")
        }
        feed.faults += page.faults.map { Feed.Fault(field: $0.field ?? "items", problem: $0.problem) }
        return feed
    }

    private struct Answer: Decodable {
        var title: String?
        var items: LenientList<Item>
    }

    private struct Item: Decodable {
        struct Author: Decodable { var name: String? }

        var url: String?
        var external_url: String?
        var title: String?
        var summary: String?
        var content_text: String?
        var content_html: String?
        var date_published: String?
        var date_modified: String?
        var author: Author?
        var authors: LenientList<Author>?
        var tags: LenientList<String>?
    }
}
