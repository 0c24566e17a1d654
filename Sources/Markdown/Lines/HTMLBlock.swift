/// The conditions under which a block of raw HTML begins, with their numbers in CommonMark, section 4.6.
package enum HTMLBlock: Int, Hashable, Sendable {
    case rawText = 1
    case comment, instruction, declaration, characterData
    /// A block that begins with the tag of a block element, and ends at a blank line.
    case block
    /// A block that begins with any other tag alone on its line, not within a paragraph, and ends at a blank line.
    case tag

    /// The block that a line begins; the line is given from its first non-blank byte.
    init?(_ line: ArraySlice<UInt8>, inParagraph: Bool) {
        guard line.first == UInt8(ascii: "<"), line.count > 1 else { return nil }
        let second = line[line.startIndex + 1]
        switch second {
        case UInt8(ascii: "?"): self = .instruction
        case UInt8(ascii: "!"):
            if line.starts(with: "<!--".utf8) {
                self = .comment
            } else if line.count > 2, (0x41...0x5A).contains(line[line.startIndex + 2]) {
                self = .declaration
            } else if Self.foldedPrefix(of: line, is: "<![cdata[") {
                self = .characterData
            } else {
                return nil
            }
        default:
            let isClosing = second == UInt8(ascii: "/")
            let name = line.dropFirst(isClosing ? 2 : 1).prefix { $0.isASCIILetterOrDigit }
            guard let first = name.first, first.isASCIILetter else { return nil }
            let next = name.endIndex < line.endIndex ? line[name.endIndex] : 0x0A
            let isEnded = next.isTagSpace || next == UInt8(ascii: ">")
            if isEnded, !isClosing, Self.isOne(of: Self.rawTextNames, name) {
                self = .rawText
            } else if isEnded || line[name.endIndex...].starts(with: "/>".utf8), Self.isOne(of: Self.blockNames, name) {
                self = .block
            } else if !inParagraph, let end = Self.tagEnd(line), line[end...].allSatisfy(\.isWhite) {
                self = .tag
            } else {
                return nil
            }
        }
    }

    /// Whether the block ends with this line, which may also be its first one.
    func isEnded(by line: ArraySlice<UInt8>) -> Bool {
        switch self {
        case .rawText:
            line.indices.contains { index in
                line[index] == UInt8(ascii: "<")
                    && ["</script>", "</pre>", "</style>"].contains { Self.foldedPrefix(of: line[index...], is: $0) }
            }
        case .comment: Self.contains(line, "-->")
        case .instruction: Self.contains(line, "?>")
        case .declaration: line.contains(UInt8(ascii: ">"))
        case .characterData: Self.contains(line, "]]>")
        case .block, .tag: false
        }
    }

    /// Whether a blank line ends the block.
    var endsAtBlankLine: Bool { self == .block || self == .tag }

    // MARK: Words

    private static func contains(_ line: ArraySlice<UInt8>, _ word: StaticString) -> Bool {
        let length = word.utf8CodeUnitCount
        guard line.count >= length else { return false }
        return word.withUTF8Buffer { wanted in
            for index in line.startIndex...(line.endIndex - length) where line[index] == wanted[0] {
                if line[index..<(index + length)].elementsEqual(wanted) { return true }
            }
            return false
        }
    }

    /// - Parameter word: in lower case.
    private static func foldedPrefix(of line: ArraySlice<UInt8>, is word: StaticString) -> Bool {
        word.withUTF8Buffer { wanted in
            line.count >= wanted.count
                && zip(line, wanted).allSatisfy { ($0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0) == $1 }
        }
    }

    private static func isOne(of names: Set<String>, _ name: ArraySlice<UInt8>) -> Bool {
        // No element has a longer name.
        name.count <= 10 && names.contains(String(decoding: name, as: UTF8.self).lowercased())
    }

    private static let rawTextNames: Set<String> = ["script", "pre", "style"]

    private static let blockNames: Set<String> = [
        "address", "article", "aside", "base", "basefont", "blockquote", "body", "caption", "center", "col", "colgroup",
        "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form",
        "frame", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "iframe", "legend",
        "li", "link", "main", "menu", "menuitem", "nav", "noframes", "ol", "optgroup", "option", "p", "param",
        "section", "source", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "track", "ul",
    ]

    // MARK: Tags

    /// The offset after a complete opening or closing tag at the beginning of the line (6.6).
    private static func tagEnd(_ line: ArraySlice<UInt8>) -> Int? {
        var index = line.startIndex + 1
        let isClosing = line[index] == UInt8(ascii: "/")
        if isClosing { index += 1 }
        while index < line.endIndex, line[index].isASCIILetterOrDigit || line[index] == UInt8(ascii: "-") { index += 1 }
        while true {
            let blank = index
            while index < line.endIndex, line[index].isTagSpace { index += 1 }
            guard index < line.endIndex else { return nil }
            if line[index] == UInt8(ascii: ">") { return index + 1 }
            if line[index] == UInt8(ascii: "/") {
                let isEnd = !isClosing && index + 1 < line.endIndex && line[index + 1] == UInt8(ascii: ">")
                return isEnd ? index + 2 : nil
            }
            guard !isClosing, index > blank, let end = attributeEnd(line, index) else { return nil }
            index = end
        }
    }

    private static func attributeEnd(_ line: ArraySlice<UInt8>, _ start: Int) -> Int? {
        guard line[start].isASCIILetter || line[start] == UInt8(ascii: "_") || line[start] == UInt8(ascii: ":") else {
            return nil
        }
        let name = line[start...].prefix { $0.isASCIILetterOrDigit || "_:.-".utf8.contains($0) }
        let sign = line[name.endIndex...].drop(while: \.isTagSpace)
        guard sign.first == UInt8(ascii: "=") else { return name.endIndex }
        let value = sign.dropFirst().drop(while: \.isTagSpace)
        guard let quote = value.first else { return nil }
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            return value.dropFirst().firstIndex(of: quote).map { $0 + 1 }
        }
        let end = value.drop { !$0.isTagSpace && !"\"'=<>`".utf8.contains($0) }.startIndex
        return end > value.startIndex ? end : nil
    }
}

extension UInt8 {
    /// Whitespace within a tag.
    fileprivate var isTagSpace: Bool { isSpace || self == 0x0B || self == 0x0C }
    /// Whitespace that may follow a tag that is alone on its line.
    fileprivate var isWhite: Bool { isBlank || self == 0x0C }
}
