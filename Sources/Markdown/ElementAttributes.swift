/// The id and the classes that a text gives an element: `#id .class`, as kramdown, Python-Markdown, Goldmark and Pandoc read
/// them (https://kramdown.gettalong.org/syntax.html#attribute-list-definitions).
struct ElementAttributes: Hashable {
    var id: String?
    var classes: [String] = []

    init() {}

    /// - Parameters:
    ///   - text: what is between the braces, after the colon.
    ///   - allowsOthers: whether the text may have other attributes and names of lists, which are left out.
    /// - Returns: nil if the text has anything else, or nothing.
    init?(_ text: some StringProtocol, allowsOthers: Bool) {
        var rest = Substring(text).drop(while: Self.isBlank)
        guard !rest.isEmpty else { return nil }
        while let first = rest.first {
            let isName = first == "#" || first == "."
            let word = rest.dropFirst(isName ? 1 : 0).prefix(while: Self.isOfName)
            guard !word.isEmpty, isName || allowsOthers else { return nil }
            rest = rest[word.endIndex...]
            if first == "#" {
                id = String(word)
            } else if first == "." {
                classes.append(String(word))
            } else if rest.first == "=" {
                rest = rest.dropFirst()
                if let quote = rest.first, quote == "\"" || quote == "'" {
                    guard let end = rest.dropFirst().firstIndex(of: quote) else { return nil }
                    rest = rest[rest.index(after: end)...]
                } else {
                    rest = rest.drop { !Self.isBlank($0) }
                }
            }
            guard rest.isEmpty || rest.first.map(Self.isBlank) ?? false else { return nil }
            rest = rest.drop(while: Self.isBlank)
        }
    }

    /// Adds the attributes of another list, whose id counts.
    mutating func add(_ other: ElementAttributes) {
        id = other.id ?? id
        classes += other.classes
    }

    /// The attribute for a start tag: ` class="a b"`; empty without classes. Names have no characters to escape.
    var classHTML: String { classes.isEmpty ? "" : " class=\"\(classes.joined(separator: " "))\"" }

    private static func isBlank(_ character: Character) -> Bool { character == " " || character == "\t" }

    private static func isOfName(_ character: Character) -> Bool {
        character.utf8.allSatisfy {
            0x30...0x39 ~= $0 || 0x61...0x7A ~= $0 | 0x20 || "-_.:".utf8.contains($0) || $0 >= 0x80
        }
    }
}

/// A list of attributes on a line of its own, after or before the block that it is about: `{: #id .class}`.
struct AttributeList {
    var attributes: ElementAttributes
    /// The line within the parsed text, counted from 1.
    var line: Int
    /// Whether the line is indented, as in a list item.
    var isNested: Bool
    /// Whether the block is the one that follows.
    var isBefore: Bool

    /// The attributes of the blocks of a document, by their nodes.
    static func elements(of lists: [AttributeList], in document: MarkdownNode) -> [OpaquePointer: ElementAttributes] {
        var elements: [OpaquePointer: ElementAttributes] = [:]
        for list in lists {
            var found: MarkdownNode?
            if list.isBefore {
                found = document.children.first { $0.startLine > list.line }
            } else {
                found = last(in: document, before: list.line)
                while list.isNested, let outer = found, isContainer(outer),
                    let inner = last(in: outer, before: list.line)
                {
                    found = inner
                }
            }
            guard let found, found.kind != .codeBlock || list.isBefore || found.endLine < list.line else { continue }
            elements[found.pointer, default: ElementAttributes()].add(list.attributes)
        }
        return elements
    }

    private static func last(in node: MarkdownNode, before line: Int) -> MarkdownNode? {
        node.children.reduce(nil) { $1.startLine < line ? $1 : $0 }
    }

    private static func isContainer(_ node: MarkdownNode) -> Bool {
        node.kind == .list || node.kind == .item || node.kind == .blockQuote
    }
}
