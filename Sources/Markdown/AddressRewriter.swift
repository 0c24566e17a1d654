/// Makes the URLs in a page's HTML absolute, for feeds and mail, which aren't read on the site.
package enum AddressRewriter {
    /// - Parameters:
    ///   - page: the page's own URL, the base for fragments and relative URLs.
    ///   - root: the site's URL with a trailing slash.
    package static func absolute(_ html: [UInt8], page: String, root: String) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(html.count + html.count / 16)
        let host = String(
            root.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false).prefix(3).joined(separator: "/"))
        html.withUnsafeBufferPointer { bytes in
            var scanner = HTMLScanner(bytes)
            var copied = 0
            while let piece = scanner.next() {
                guard case .startTag(let tag) = piece else { continue }
                for attribute in tag.attributes where ["href", "src", "poster"].contains(attribute.name) {
                    let value = bytes[attribute.value]
                    guard let prefix = prefix(for: value, page: page, host: host) else { continue }
                    output += bytes[copied..<attribute.value.lowerBound]
                    output += prefix.utf8
                    copied = attribute.value.lowerBound
                }
            }
            output += bytes[copied...]
        }
        return output
    }

    /// The prefix that makes a URL absolute, or nil if the URL is already absolute.
    private static func prefix(for address: Slice<UnsafeBufferPointer<UInt8>>, page: String, host: String) -> String? {
        if address.starts(with: "//".utf8) { return "https:" }
        if address.first == UInt8(ascii: "/") { return host }
        for byte in address {
            switch byte {
            case UInt8(ascii: ":"): return nil
            case UInt8(ascii: "/"), UInt8(ascii: "#"), UInt8(ascii: "?"): return page
            default: continue
            }
        }
        return page
    }
}
