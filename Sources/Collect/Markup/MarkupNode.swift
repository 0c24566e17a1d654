internal import Text

/// An element of an XML or HTML document.
struct MarkupNode: Hashable, Sendable {
    enum Child: Hashable, Sendable {
        case element(MarkupNode)
        case text(String)
    }

    /// The name without its prefix.
    var name: String
    /// The namespace's URL.
    var namespace: String?
    /// The attributes by name, including a prefix, as in `rdf:about`.
    var attributes: [String: String] = [:]
    var children: [Child] = []

    init(name: String, namespace: String?) {
        (self.name, self.namespace) = (name, namespace)
    }

    /// The prefix, empty if there is none, and the name after it.
    static func split(_ name: String) -> (prefix: String, name: String) {
        guard let colon = name.utf8.firstIndex(of: UInt8(ascii: ":")) else { return ("", name) }
        return (String(name[..<colon]), String(name[name.utf8.index(after: colon)...]))
    }

    /// The child elements.
    var elements: [MarkupNode] {
        children.compactMap { child in
            if case .element(let node) = child { return node }
            return nil
        }
    }

    func elements(named name: String) -> [MarkupNode] { elements.filter { $0.name == name } }

    func first(_ name: String) -> MarkupNode? { elements.first { $0.name == name } }

    /// The text of the first element of this name; nil if it is empty.
    func text(of name: String) -> String? {
        guard let text = first(name)?.text.trimmedBlanks, !text.isEmpty else { return nil }
        return text
    }

    /// All text in the element, unchanged.
    var text: String {
        var text = ""
        append(to: &text)
        return text
    }

    private func append(to text: inout String) {
        for child in children {
            switch child {
            case .text(let part): text += part
            case .element(let node): node.append(to: &text)
            }
        }
    }

    /// The text as a page shows it, on one line, with spaces between paragraphs and lines.
    var shownText: String {
        var text = ""
        appendShown(to: &text)
        return text.collapsingBlanks
    }

    private func appendShown(to text: inout String) {
        let standsApart = Self.blocks.contains(name)
        if standsApart { text += " " }
        for child in children {
            switch child {
            case .text(let part): text += part
            case .element(let node): node.appendShown(to: &text)
            }
        }
        if standsApart { text += " " }
    }

    private static let blocks: Set<String> = [
        "p", "br", "div", "li", "ul", "ol", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "td", "th",
        "hr",
        "aside", "section", "article", "header", "footer",
    ]

    /// All elements with a name, including this one, in the order of the document.
    func all(_ name: String) -> [MarkupNode] {
        var found: [MarkupNode] = []
        collect(name, into: &found)
        return found
    }

    private func collect(_ name: String, into found: inout [MarkupNode]) {
        if self.name == name { found.append(self) }
        for node in elements { node.collect(name, into: &found) }
    }
}

extension String {
    /// The text that a browser shows for a piece of HTML, on one line; for a very long piece, for its beginning.
    var textOfHTML: String {
        guard utf8.count <= Self.longestHTML else {
            return MarkupLibrary.html(fragment: String(decoding: utf8.prefix(Self.longestHTML), as: UTF8.self))?
                .shownText ?? ""
        }
        guard utf8.contains(UInt8(ascii: "<")) || utf8.contains(UInt8(ascii: "&")) else { return collapsingBlanks }
        return MarkupLibrary.html(fragment: self)?.shownText ?? collapsingBlanks
    }

    /// The maximum length in bytes, more than any text that is kept.
    private static let longestHTML = 100_000
}
