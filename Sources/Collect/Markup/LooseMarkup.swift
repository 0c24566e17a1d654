/// Reads XML that isn't well-formed as feed readers do: every reference and every element is kept, and what can't be
/// markup is text.
///
/// An end tag closes everything up to its start tag, or is ignored if there isn't one; a post ends where the next
/// begins. Tags that no end tag closes anywhere, such as `<T>`, are text.
struct LooseMarkup {
    private let bytes: [UInt8]
    private var index = 0
    private var tree = LooseTree()
    /// The names that have an end tag anywhere in the text.
    private let closedNames: Set<String>
    private var entities: [String: String] = [:]
    private var expansion = 0
    /// The texts that don't occur in the rest, so that they aren't searched for again.
    private var missing: Set<String> = []

    /// - Parameter line: the line at which the text isn't well-formed.
    static func document(of bytes: [UInt8], brokenAt line: Int) throws(MarkupFault) -> MarkupDocument? {
        var reader = LooseMarkup(bytes)
        try reader.read()
        let cut = reader.tree.fault
        return reader.tree.finish().map { MarkupDocument(root: $0, cut: cut, brokenLine: line) }
    }

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
        closedNames = Self.closedNames(in: bytes)
    }

    private static func closedNames(in bytes: [UInt8]) -> Set<String> {
        var names: Set<String> = []
        var index = 0
        while let open = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
            index = open + 1
            guard index < bytes.count, bytes[index] == UInt8(ascii: "/") else { continue }
            let end = LooseTag.nameEnd(from: index + 1, in: bytes)
            names.insert(String(decoding: bytes[(index + 1)..<end], as: UTF8.self))
            index = end
        }
        return names
    }

    private mutating func read() throws(MarkupFault) {
        while index < bytes.count, tree.fault == nil {
            switch bytes[index] {
            case UInt8(ascii: "<"): try readMarkup()
            case UInt8(ascii: "&"): try readReference()
            default:
                let end = bytes[index...].firstIndex { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }
                add(index..<(end ?? bytes.count))
                index = end ?? bytes.count
            }
        }
    }

    /// Adds text without the control characters that XML doesn't allow (XML 1.0, section 2.2); a vertical tab and a form
    /// feed separate words.
    private mutating func add(_ range: Range<Int>) {
        var rest = bytes[range]
        while let index = rest.firstIndex(where: { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }) {
            tree.add(rest[..<index])
            if rest[index] == 0x0B || rest[index] == 0x0C { tree.add(" ") }
            rest = rest[(index + 1)...]
        }
        tree.add(rest)
    }

    private mutating func readReference() throws(MarkupFault) {
        if let (text, length) = CharacterReference.at(index, of: bytes) {
            tree.add(text)
            index += length
            return
        }
        if !entities.isEmpty, let end = bytes[index...].prefix(80).firstIndex(of: UInt8(ascii: ";")),
            let text = entities[String(decoding: bytes[(index + 1)..<end], as: UTF8.self)]
        {
            expansion += text.utf8.count + 1
            guard expansion <= MarkupFault.longestExpansion else { throw .entities }
            tree.add(text)
            index = end + 1
            return
        }
        tree.add("&")
        index += 1
    }

    private mutating func readMarkup() throws(MarkupFault) {
        if has("<![CDATA[") {
            let start = index + 9
            let end = first("]]>", from: start) ?? bytes.count
            add(start..<max(start, end))
            index = min(end + 3, bytes.count)
        } else if has("<!--") {
            index = first("-->", from: index + 4).map { $0 + 3 } ?? pastBracket(from: index)
        } else if has("<?") {
            index = first("?>", from: index + 2).map { $0 + 2 } ?? pastBracket(from: index)
        } else if has("<!DOCTYPE") || has("<!doctype") {
            readDoctype()
        } else if has("</") {
            let end = LooseTag.nameEnd(from: index + 2, in: bytes)
            let name = String(decoding: bytes[(index + 2)..<end], as: UTF8.self)
            guard !name.isEmpty else { return addBracket() }
            tree.close(name)
            index = pastBracket(from: end)
        } else {
            try readStartTag()
        }
    }

    private mutating func readStartTag() throws(MarkupFault) {
        guard let tag = LooseTag(at: index, of: bytes) else { return addBracket() }
        guard tag.attributes.count <= MarkupFault.mostAttributes else { throw .attributes }
        let isVoid = Self.voidNames.contains(tag.name.lowercased())
        let isElement =
            tag.isEmpty || isVoid || closedNames.contains(tag.name) || Self.structure.contains(tag.name) || tree.isAtTop
        guard isElement else { return addBracket() }
        tree.open(tag)
        if tag.isEmpty || isVoid { tree.close(tag.name) }
        index = tag.end
    }

    private mutating func addBracket() {
        tree.add("<")
        index += 1
    }

    /// Skips a document type, and keeps its entities whose values contain no markup.
    private mutating func readDoctype() {
        let close = pastBracket(from: index)
        guard let open = bytes[index..<close].firstIndex(of: UInt8(ascii: "[")),
            let end = first("]", from: open + 1)
        else {
            index = close
            return
        }
        var declaration = open
        while entities.count < 300, let start = first("<!ENTITY", from: declaration), start < end {
            declaration = start + 8
            let words = bytes[declaration..<pastBracket(from: declaration)].split(
                maxSplits: 1, whereSeparator: { $0 <= 0x20 })
            guard words.count == 2, let quote = words[1].first, quote == 0x22 || quote == 0x27 else { continue }
            let value = words[1].dropFirst().prefix { $0 != quote }
            guard !value.contains(UInt8(ascii: "<")), !value.contains(UInt8(ascii: "&")) else { continue }
            entities[String(decoding: words[0], as: UTF8.self)] = String(decoding: value, as: UTF8.self)
        }
        index = pastBracket(from: end)
    }

    private func pastBracket(from start: Int) -> Int {
        bytes[start...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? bytes.count
    }

    private func has(_ text: String) -> Bool { bytes[index...].starts(with: text.utf8) }

    private mutating func first(_ wanted: String, from start: Int) -> Int? {
        if missing.contains(wanted) { return nil }
        let text = Array(wanted.utf8)
        var index = start
        while index + text.count <= bytes.count, let next = bytes[index...].firstIndex(of: text[0]) {
            if bytes[next...].starts(with: text) { return next }
            index = next + 1
        }
        missing.insert(wanted)
        return nil
    }

    /// The elements that contain others, whose end tags may be missing in a truncated feed.
    private static let structure: Set<String> = [
        "rss", "channel", "item", "feed", "entry", "rdf:RDF", "opml", "body", "outline",
    ]

    /// Elements of HTML that have no end tag; `link` has one in feeds.
    private static let voidNames: Set<String> = ["br", "hr", "img", "input", "wbr"]
}
