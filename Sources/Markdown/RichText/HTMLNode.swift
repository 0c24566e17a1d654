/// A part of a page: an element with its content, or text.
indirect enum HTMLNode {
    case element(Element)
    /// With character references as written.
    case text([UInt8])

    struct Element {
        /// In lower case.
        var name: String
        /// Values by lower-case names, with character references resolved.
        var attributes: [String: String] = [:]
        var children: [HTMLNode] = []
    }
}

/// Reads the HTML of a page's body into a tree, like a browser where it matters: elements that were left open are
/// closed, and list items, paragraphs and cells end where the next begins (WHATWG HTML, section 13.2.6).
///
/// Tags that HTML doesn't have, such as `<T>`, are text.
struct HTMLTreeReader {
    /// Deeper elements are left out, but not their content.
    static let deepest = 100

    private var open: [HTMLNode.Element] = [HTMLNode.Element(name: "")]

    static func nodes(of html: [UInt8]) -> [HTMLNode] {
        var reader = HTMLTreeReader()
        html.withUnsafeBufferPointer { reader.read($0) }
        while reader.open.count > 1 { reader.closeLast() }
        return reader.open[0].children
    }

    private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
        var scanner = HTMLScanner(bytes)
        while let piece = scanner.next() {
            switch piece {
            case .text(let range): add(.text(Array(bytes[range])))
            case .comment: break
            case .strayBracket: add(.text(Array("&lt;".utf8)))
            case .endTag(let name, let range):
                if HTMLNames.known.contains(name) { close(name) } else { addTag(bytes[range]) }
            case .startTag(let tag):
                guard HTMLNames.known.contains(tag.name) else {
                    addTag(bytes[tag.range])
                    continue
                }
                start(tag, bytes)
                if HTMLNames.rawText.contains(tag.name) {
                    _ = scanner.skipRawText(until: tag.name)
                }
            }
        }
    }

    /// Adds an unknown tag as text.
    private mutating func addTag(_ tag: Slice<UnsafeBufferPointer<UInt8>>) {
        var text: [UInt8] = []
        for byte in tag {
            switch byte {
            case UInt8(ascii: "<"): text += "&lt;".utf8
            case UInt8(ascii: ">"): text += "&gt;".utf8
            default: text.append(byte)
            }
        }
        add(.text(text))
    }

    private mutating func start(_ tag: HTMLScanner.StartTag, _ bytes: UnsafeBufferPointer<UInt8>) {
        if let (ended, within) = HTMLNames.endedByStart[tag.name],
            let index = open.lastIndex(where: { ended.contains($0.name) || within.contains($0.name) }),
            ended.contains(open[index].name)
        {
            while open.count > index { closeLast() }
        }
        var element = HTMLNode.Element(name: tag.name)
        for (name, _) in tag.attributes where element.attributes[name] == nil {
            element.attributes[name] = tag.attribute(name, in: bytes)
        }
        if HTMLNames.void.contains(tag.name) {
            add(.element(element))
        } else if open.count <= Self.deepest {
            open.append(element)
        }
    }

    /// Closes the innermost element with a name and everything in it; nothing if there isn't one.
    private mutating func close(_ name: String) {
        guard let index = open.lastIndex(where: { $0.name == name }), index > 0 else { return }
        while open.count > index { closeLast() }
    }

    private mutating func closeLast() {
        guard let closed = open.popLast() else { return }
        add(.element(closed))
    }

    private mutating func add(_ node: HTMLNode) {
        open[open.count - 1].children.append(node)
    }
}
