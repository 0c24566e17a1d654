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
            let title = item.title?.collapsingBlanks ?? item.words?.collapsingBlanks.abridged(to: 200) ?? ""
            var post = FeedPost(
                title: title,
                url: item.url.map { WebAddress.resolve($0, from: url) },
                author: item.author, categories: item.tags)
            post.setTime([("date_published", item.date_published), ("date_modified", item.date_modified)])
            feed.add(post, "item[\(index)]", link: "url")
        }
        feed.faults += page.faults.map { Feed.Fault(field: $0.field ?? "items", problem: $0.problem) }
        return feed
    }

    private struct Answer: Decodable {
        var title: String?
        var items: LenientList<Item>

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: Key.self)
            items = try container.decode(LenientList<Item>.self, forKey: .items)
            title = container.optional(LooseText.self, .title)?.text
        }

        private enum Key: CodingKey { case title, items }
    }

    /// A post, of which only a URL and a title are required; other members with an unexpected type are ignored.
    private struct Item: Decodable {
        var url: String?
        var title: String?
        var words: String?
        var date_published: String?
        var date_modified: String?
        var author: String?
        var tags: [String]

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: Key.self)
            func text(_ keys: Key...) -> String? {
                keys.lazy.compactMap { container.optional(LooseText.self, $0)?.text }.first
            }
            (url, title) = (text(.url, .external_url, .id), text(.title))
            // An identifier is an address only if it looks like one.
            if text(.url, .external_url) == nil, url?.hasPrefix("http") != true { url = nil }
            words = text(.summary, .content_text) ?? text(.content_html)?.textOfHTML
            (date_published, date_modified) = (text(.date_published), text(.date_modified))
            author = text(.authors, .author)
            tags = container.optional(OneOrMany<LooseText>.self, .tags)?.all.map(\.text) ?? []
        }

        private enum Key: CodingKey {
            case id, url, external_url, title, summary, content_text, content_html, date_published, date_modified
            case author, authors, tags
        }
    }
}
