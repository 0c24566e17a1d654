#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif
internal import Text

/// Reads the texts of a feed's elements, which may be plain text or HTML.
enum FeedText {
    /// The text of an RSS title, which is HTML in most feeds.
    static func title(of element: MarkupNode) -> String {
        element.text.titleOfHTML
    }

    /// The text of a text construct of Atom (RFC 4287, section 3.1) or of Atom 0.3, which has media types and a `mode`.
    static func text(ofAtom construct: MarkupNode) -> String {
        let type = construct.attributes["type"]?.lowercased() ?? "text"
        if construct.attributes["mode"]?.lowercased() == "base64" {
            guard let data = Data(base64Encoded: construct.text, options: .ignoreUnknownCharacters) else { return "" }
            let text = String(decoding: DecodedText(Array(data), format: .plain).bytes, as: UTF8.self)
            return type.hasSuffix("html") ? text.titleOfHTML : text.collapsingBlanks
        }
        // XHTML is markup already.
        if !construct.elements.isEmpty { return construct.shownText }
        return type == "html" || type == "text/html" || type == "application/xhtml+xml"
            ? construct.text.titleOfHTML : construct.text.collapsingBlanks
    }
}

extension MarkupNode {
    /// Whether this is an element of the feed's own format rather than of a vocabulary mixed in.
    func isOwn(in parent: MarkupNode) -> Bool {
        guard let namespace, namespace != parent.namespace else { return true }
        return FeedNamespace.isRSS(namespace)
    }

    /// The elements of the feed's own format, in any case of letters.
    func own(_ name: String) -> [MarkupNode] {
        let exact = elements.filter { $0.name == name && $0.isOwn(in: self) }
        if !exact.isEmpty { return exact }
        let folded = name.lowercased()
        return elements.filter { $0.name.lowercased() == folded && $0.isOwn(in: self) }
    }

    /// The elements of a vocabulary.
    func foreign(_ name: String, _ vocabulary: FeedNamespace) -> [MarkupNode] {
        elements.filter { node in
            node.name == name && node.namespace.flatMap { FeedNamespace(address: $0) } == vocabulary
        }
    }
}

extension [MarkupNode] {
    /// The text of the first element that isn't empty.
    var filledText: String? {
        lazy.map(\.text.trimmedBlanks).first { !$0.isEmpty }
    }
}
