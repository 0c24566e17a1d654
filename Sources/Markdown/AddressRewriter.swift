/// Makes the URLs in a page's HTML absolute, for feeds and mail, which aren't read on the site.
package enum AddressRewriter {
    /// - Parameters:
    ///   - page: the page's own URL, the base for fragments and relative URLs.
    ///   - root: the site's URL with a trailing slash.
    package static func absolute(_ html: [UInt8], page: String, root: String) -> [UInt8] {
        let host = String(
            root.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false).prefix(3).joined(separator: "/"))
        let folder = page.lastIndex(of: "/").map { String(page[...$0]) } ?? page
        var anchors: [BodyAnchor] = []
        return URLAttributes.edited(html, anchors: &anchors) { address in
            prefix(for: address, page: page, folder: folder, host: host).map { .init(dropped: 0, prefix: $0) }
        }
    }

    /// The prefix that makes a URL absolute, or nil if the URL is already absolute.
    private static func prefix(
        for address: Slice<UnsafeBufferPointer<UInt8>>, page: String, folder: String, host: String
    ) -> String? {
        if address.starts(with: "//".utf8) { return "https:" }
        if address.first == UInt8(ascii: "/") { return host }
        if address.first == UInt8(ascii: "#") || address.first == UInt8(ascii: "?") || address.isEmpty { return page }
        for byte in address {
            switch byte {
            case UInt8(ascii: ":"): return nil
            case UInt8(ascii: "/"), UInt8(ascii: "#"), UInt8(ascii: "?"): return folder
            default: continue
            }
        }
        return folder
    }
}
