internal import Address
internal import Text

/// Looks for the address in what was posted.
enum PostedLinks {
    /// Whether HTML links to an address, in whatever form the link's text shows it.
    ///
    /// Services shorten the address that they show, but not the one that the link leads to.
    static func links(_ html: String, to address: String) -> Bool {
        let wanted = CanonicalURL(address)
        var reader = TagReader(Array(html.utf8))
        while let tag = reader.next() {
            guard reader.isNamed(tag, "a"), let value = reader.attribute("href", of: tag),
                let target = PageText.shown(reader.bytes[value])
            else { continue }
            if CanonicalURL(target) == wanted { return true }
        }
        return false
    }

    /// Whether a plain text contains an address.
    static func contains(_ text: String, _ address: String) -> Bool {
        let wanted = CanonicalURL(address)
        return TextLinks.addresses(in: text).contains { CanonicalURL(String(text[$0])) == wanted }
    }
}
