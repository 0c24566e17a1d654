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
            guard let text = decoded(construct.text) else { return "" }
            return type.hasSuffix("html") ? text.titleOfHTML : text.collapsingBlanks
        }
        // As the content of an entry (RFC 4287, section 4.1.3.3), media types other than text and XML are base64.
        if isBinary(type), let text = decoded(construct.text) { return text.titleOfHTML }
        // XHTML is markup already.
        if !construct.elements.isEmpty { return construct.shownText }
        return type == "html" || type == "text/html" || type == "application/xhtml+xml"
            ? construct.text.titleOfHTML : construct.text.collapsingBlanks
    }

    private static func isBinary(_ type: String) -> Bool {
        type.utf8.contains(UInt8(ascii: "/")) && !type.hasPrefix("text/") && !type.hasSuffix("xml")
    }

    private static func decoded(_ base64: String) -> String? {
        Data(base64Encoded: base64, options: .ignoreUnknownCharacters).map { data in
            String(decoding: DecodedText(Array(data), format: .plain).bytes, as: UTF8.self)
        }
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
    /// The text of the last element that isn't empty: a member that occurs twice was corrected.
    var lastFilledText: String? {
        lazy.map(\.text.trimmedBlanks).last { !$0.isEmpty }
    }

    /// The text of the first element that isn't empty.
    var filledText: String? {
        lazy.map(\.text.trimmedBlanks).first { !$0.isEmpty }
    }
}
