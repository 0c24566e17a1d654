internal import Address

/// Finds the addresses of feeds in web pages and OPML lists.
enum FeedDiscovery {
    /// The first feed that a page names (`<link rel="alternate" type="application/rss+xml">`), as an absolute URL.
    static func feed(in page: [UInt8], at url: String, contentType: String? = nil) -> String? {
        guard let root = MarkupLibrary.html(page, contentType: contentType) else { return nil }
        let base = root.all("base").first?.attributes["href"].map { WebAddress.resolve($0, from: url) } ?? url
        let links = root.all("link").filter { link in
            link.attributes["rel"]?.lowercased().split(separator: " ").contains("alternate") == true
        }
        for type in ["application/atom+xml", "application/rss+xml", "application/feed+json", "application/json"] {
            let link = links.first { $0.attributes["type"]?.lowercased().hasPrefix(type) == true }
            if let address = link?.attributes["href"] { return WebAddress.resolve(address, from: base) }
        }
        return nil
    }

    /// The feeds of an OPML list (https://opml.org/spec2.opml), including those in its folders.
    ///
    /// - Returns: nil if the text isn't an OPML list.
    static func feeds(inOPML text: [UInt8]) throws(MarkupFault) -> [String]? {
        guard let root = try MarkupLibrary.xml(text), root.name.lowercased() == "opml" else { return nil }
        return root.all("outline").compactMap { $0.attributes["xmlUrl"] ?? $0.attributes["xmlurl"] }
    }
}
