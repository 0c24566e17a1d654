/// Splits raw HTML into text, tags and comments like a browser (WHATWG HTML, 13.2.5), on bytes.
struct HTMLScanner {
    struct StartTag {
        /// The tag's name in lower case.
        var name: String
        var range: Range<Int>
        var attributes: [(name: String, value: Range<Int>)]
        var isSelfClosing: Bool

        func attribute(_ name: String, in bytes: UnsafeBufferPointer<UInt8>) -> String? {
            attributes.first { $0.name == name }.map {
                HTMLEntities.decoded(String(decoding: bytes[$0.value], as: UTF8.self))
            }
        }
    }

    enum Piece {
        case text(Range<Int>)
        case startTag(StartTag)
        case endTag(name: String, Range<Int>)
        /// A comment, a declaration or a processing instruction, which readers don't see.
        case comment
        /// A `<` that doesn't open a tag, or a tag that never ends.
        case strayBracket
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    private var index = 0
    /// Facts about the rest of the text after a tag without an end, so that further tags don't search it again.
    private var unended: Unended?

    private struct Unended {
        /// The positions of the last `>` and the last quotes; -1 if there are none.
        var (bracket, quote, apostrophe) = (-1, -1, -1)
        /// The last tag's name: a name that begins within this one ends at the same position.
        var name = 0..<0
        /// Positions of possible attributes that aren't followed by the end of a tag.
        var attributes: Set<Int> = []
    }

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    /// Skips to after `name`'s end tag, or to the end of the text if there is no end tag, because a script's content
    /// isn't HTML.
    mutating func skipRawText(until name: String) -> Range<Int> {
        let start = index
        let closing = Array("</\(name)".utf8)
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "<"), matches(closing, at: index) { break }
            index += 1
        }
        return start..<index
    }

    mutating func next() -> Piece? {
        guard index < bytes.count else { return nil }
        guard bytes[index] == UInt8(ascii: "<") else {
            let start = index
            while index < bytes.count, bytes[index] != UInt8(ascii: "<") { index += 1 }
            return .text(start..<index)
        }
        let start = index
        let second = index + 1 < bytes.count ? bytes[index + 1] : 0
        if second == UInt8(ascii: "!") || second == UInt8(ascii: "?") { return comment() }
        let isEnd = second == UInt8(ascii: "/")
        let nameStart = start + (isEnd ? 2 : 1)
        guard nameStart < bytes.count, Self.isLetter(bytes[nameStart]) else {
            index += 1
            return .strayBracket
        }
        if let unended, unended.bracket < start {
            index += 1
            return .strayBracket
        }
        var end = unended.map { $0.name.contains(nameStart) ? $0.name.upperBound : nameStart } ?? nameStart
        while end < bytes.count, !Self.isSpace(bytes[end]), bytes[end] != UInt8(ascii: ">"),
            bytes[end] != UInt8(ascii: "/")
        {
            end += 1
        }
        guard let (attributes, close, selfClosing) = attributes(from: end) else {
            unended?.name = nameStart..<end
            index = start + 1
            return .strayBracket
        }
        let name = String(decoding: bytes[nameStart..<end], as: UTF8.self).lowercased()
        index = close
        if isEnd { return .endTag(name: name, start..<close) }
        return .startTag(StartTag(name: name, range: start..<close, attributes: attributes, isSelfClosing: selfClosing))
    }

    private mutating func comment() -> Piece {
        if matches(Array("<!--".utf8), at: index) {
            index += 4
            if index < bytes.count, bytes[index] == UInt8(ascii: ">") {
                index += 1
                return .comment
            }
            let end = Array("-->".utf8)
            while index < bytes.count, !matches(end, at: index) { index += 1 }
            index = min(bytes.count, index + 3)
        } else {
            while index < bytes.count, bytes[index] != UInt8(ascii: ">") { index += 1 }
            index = min(bytes.count, index + 1)
        }
        return .comment
    }

    private typealias Attributes = (attributes: [(name: String, value: Range<Int>)], end: Int, selfClosing: Bool)

    private mutating func attributes(from start: Int) -> Attributes? {
        var starts: [Int] = []
        if let found = attributes(from: start, starts: &starts) { return found }
        if unended == nil {
            unended = Unended()
            for (index, byte) in bytes.enumerated() {
                switch byte {
                case UInt8(ascii: ">"): unended?.bracket = index
                case UInt8(ascii: "\""): unended?.quote = index
                case UInt8(ascii: "'"): unended?.apostrophe = index
                default: break
                }
            }
        }
        unended?.attributes.formUnion(starts)
        return nil
    }

    /// - Parameter starts: receives the positions where attributes begin.
    private func attributes(from start: Int, starts: inout [Int]) -> Attributes? {
        var index = start
        var attributes: [(name: String, value: Range<Int>)] = []
        var selfClosing = false
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: ">") { return (attributes, index + 1, selfClosing) }
            if Self.isSpace(byte) || byte == UInt8(ascii: "/") {
                selfClosing = byte == UInt8(ascii: "/") ? true : selfClosing
                index += 1
                continue
            }
            if let unended, unended.attributes.contains(index) { return nil }
            starts.append(index)
            selfClosing = false
            let nameStart = index
            while index < bytes.count, !Self.isSpace(bytes[index]), !Self.endsName(bytes[index]) || index == nameStart {
                index += 1
            }
            let name = String(decoding: bytes[nameStart..<index], as: UTF8.self).lowercased()
            var afterBlanks = index
            while afterBlanks < bytes.count, Self.isSpace(bytes[afterBlanks]) { afterBlanks += 1 }
            guard afterBlanks < bytes.count, bytes[afterBlanks] == UInt8(ascii: "=") else {
                attributes.append((name, index..<index))
                continue
            }
            index = afterBlanks + 1
            while index < bytes.count, Self.isSpace(bytes[index]) { index += 1 }
            guard index < bytes.count else { return nil }
            let quote = bytes[index]
            let valueStart: Int
            if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
                valueStart = index + 1
                index = valueStart
                if let unended, (quote == 0x22 ? unended.quote : unended.apostrophe) < index { return nil }
                while index < bytes.count, bytes[index] != quote { index += 1 }
                guard index < bytes.count else { return nil }
                attributes.append((name, valueStart..<index))
                index += 1
            } else {
                valueStart = index
                while index < bytes.count, !Self.isSpace(bytes[index]), bytes[index] != UInt8(ascii: ">") { index += 1 }
                attributes.append((name, valueStart..<index))
            }
        }
        return nil
    }

    private func matches(_ word: [UInt8], at position: Int) -> Bool {
        guard position + word.count <= bytes.count else { return false }
        for (offset, byte) in word.enumerated() {
            let found = bytes[position + offset]
            guard found == byte || Self.isLetter(found) && found | 0x20 == byte else { return false }
        }
        return true
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
    }
    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    private static func endsName(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "=") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
    }
}

/// Resolves the character references that are common in URLs in raw HTML.
enum HTMLEntities {
    static func decoded(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        var result = ""
        var rest = text[...]
        while let ampersand = rest.firstIndex(of: "&") {
            result += rest[..<ampersand]
            rest = rest[ampersand...]
            guard let end = rest.prefix(12).firstIndex(of: ";"),
                let character = character(named: rest[rest.index(after: rest.startIndex)..<end])
            else {
                result += "&"
                rest = rest.dropFirst()
                continue
            }
            result.unicodeScalars.append(character)
            rest = rest[rest.index(after: end)...]
        }
        return result + rest
    }

    private static func character(named name: Substring) -> Unicode.Scalar? {
        switch name {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "quot": return "\""
        case "apos": return "'"
        default: break
        }
        guard name.first == "#" else { return nil }
        let digits = name.dropFirst()
        let value = digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        return value.flatMap(Unicode.Scalar.init)
    }
}
