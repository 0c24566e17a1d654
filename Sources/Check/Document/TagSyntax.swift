/// Parses text that begins with `<`: autolinks and tags (CommonMark 6.5 and 6.6).
enum TagSyntax {
    /// The offset after `<https://example.org>` or `<mail@example.org>`.
    static func autolinkEnd(_ bytes: [UInt8], at start: Int, _ end: Int) -> Int? {
        var index = start + 1
        guard index < end, ASCII.isLetter(bytes[index]) || ASCII.isDigit(bytes[index]) else { return nil }
        var mark = 0
        while index < end, bytes[index] != UInt8(ascii: ">") {
            let byte = bytes[index]
            guard byte > 0x20, byte != UInt8(ascii: "<") else { return nil }
            if byte == UInt8(ascii: ":") || byte == UInt8(ascii: "@"), mark == 0 { mark = index }
            index += 1
        }
        guard index < end, mark > 0 else { return nil }
        if bytes[mark] == UInt8(ascii: ":") {
            let scheme = bytes[(start + 1)..<mark]
            guard scheme.count >= 2,
                scheme.allSatisfy({ ASCII.isLetter($0) || ASCII.isDigit($0) || $0 == 0x2B || $0 == 0x2D || $0 == 0x2E }
                ),
                mark + 1 < index, bytes[mark + 1] != UInt8(ascii: ":")
            else { return nil }
        }
        return index + 1
    }

    /// A tag, or text that looks like one because its author wasn't thinking of Markdown: `Vec<T, U>`.
    static func tag(_ bytes: [UInt8], at start: Int, _ end: Int, line: Int) -> Tag? {
        var index = start + 1
        let isClosing = index < end && bytes[index] == UInt8(ascii: "/")
        if isClosing { index += 1 }
        let nameStart = index
        guard index < end, ASCII.isLetter(bytes[index]) else { return nil }
        while index < end, ASCII.isLetter(bytes[index]) || ASCII.isDigit(bytes[index]) || bytes[index] == 0x2D {
            index += 1
        }
        let name = nameStart..<index
        if let close = attributesEnd(bytes, index, end, isClosing: isClosing) {
            return Tag(whole: start..<close, name: name, isClosing: isClosing, isValid: true, line: line)
        }
        guard let close = looseEnd(bytes, start, end) else { return nil }
        return Tag(whole: start..<close, name: name, isClosing: isClosing, isValid: false, line: line)
    }

    /// The offset after the `>` of a tag with well-formed attributes.
    private static func attributesEnd(_ bytes: [UInt8], _ start: Int, _ end: Int, isClosing: Bool) -> Int? {
        var index = start
        while index < end {
            let blank = index
            while index < end, ASCII.isSpace(bytes[index]) { index += 1 }
            guard index < end else { return nil }
            if bytes[index] == UInt8(ascii: ">") { return index + 1 }
            if bytes[index] == UInt8(ascii: "/") {
                return !isClosing && index + 1 < end && bytes[index + 1] == UInt8(ascii: ">") ? index + 2 : nil
            }
            guard !isClosing, index > blank,
                ASCII.isLetter(bytes[index]) || bytes[index] == 0x5F || bytes[index] == 0x3A
            else { return nil }
            while index < end,
                ASCII.isWord(bytes[index]) || bytes[index] == 0x2D || bytes[index] == 0x3A || bytes[index] == 0x2E
            {
                index += 1
            }
            var value = index
            while value < end, ASCII.isSpace(bytes[value]) { value += 1 }
            guard value < end, bytes[value] == UInt8(ascii: "=") else { continue }
            value += 1
            while value < end, ASCII.isSpace(bytes[value]) { value += 1 }
            guard value < end else { return nil }
            if bytes[value] == UInt8(ascii: "\"") || bytes[value] == UInt8(ascii: "'") {
                guard let close = bytes[(value + 1)..<end].firstIndex(of: bytes[value]) else { return nil }
                index = close + 1
            } else {
                let first = value
                while value < end, !ASCII.isSpace(bytes[value]), !"\"'=<>`".utf8.contains(bytes[value]) { value += 1 }
                guard value > first else { return nil }
                index = value
            }
        }
        return nil
    }

    /// The offset after the matching `>` on the same line, if everything in between could be type parameters.
    private static func looseEnd(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int? {
        var (index, depth) = (start, 0)
        let end = min(end, start + 200)
        while index < end {
            switch bytes[index] {
            case UInt8(ascii: "<"): depth += 1
            case UInt8(ascii: ">"):
                depth -= 1
                if depth == 0 { return index + 1 }
            case 0x0A, UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "`"), UInt8(ascii: "|"): return nil
            default: break
            }
            index += 1
        }
        return nil
    }

    /// The range of the URL in `<a href="…">`.
    static func address(_ bytes: [UInt8], of tag: Tag) -> Range<Int>? {
        guard !tag.isClosing, tag.name.count == 1, bytes[tag.name.lowerBound] | 0x20 == UInt8(ascii: "a"),
            let start = bytes.first("href", in: tag.whole)
        else { return nil }
        var index = start + 4
        while index < tag.whole.upperBound, ASCII.isSpace(bytes[index]) || bytes[index] == UInt8(ascii: "=") {
            index += 1
        }
        let quote = bytes[index]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            let first = index + 1
            guard let close = bytes[first..<tag.whole.upperBound].firstIndex(of: quote) else { return nil }
            return first..<close
        }
        let first = index
        while index < tag.whole.upperBound - 1, !ASCII.isSpace(bytes[index]) { index += 1 }
        return first..<index
    }
}
