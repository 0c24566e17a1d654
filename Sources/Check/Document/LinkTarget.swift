/// Parses the part of a link after its text: `(URL "title")`.
enum LinkTarget {
    /// - Parameter start: where the parenthesis should be.
    /// - Returns: the range of the URL, and the offset after the closing parenthesis (CommonMark 6.3).
    static func inline(_ bytes: [UInt8], at start: Int, _ end: Int) -> (url: Range<Int>, end: Int)? {
        guard start < end, bytes[start] == UInt8(ascii: "(") else { return nil }
        var index = skipBlanks(bytes, start + 1, end)
        guard index < end else { return nil }
        let url: Range<Int>
        if bytes[index] == UInt8(ascii: "<") {
            let first = index + 1
            index = first
            while index < end, bytes[index] != UInt8(ascii: ">"), bytes[index] != 0x0A, bytes[index] != 0x3C {
                index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
            }
            guard index < end, bytes[index] == UInt8(ascii: ">") else { return nil }
            url = first..<index
            index += 1
        } else {
            let first = index
            guard let rest = bareEnd(bytes, index, end) else { return nil }
            index = rest
            url = first..<index
        }
        let rest = index
        index = skipBlanks(bytes, index, end)
        if index < end, index > rest || url.isEmpty, let title = titleEnd(bytes, index, end) {
            index = skipBlanks(bytes, title, end)
        }
        guard index < end, bytes[index] == UInt8(ascii: ")") else { return nil }
        return (url, index + 1)
    }

    /// The end of a URL without angle brackets; its parentheses must be balanced.
    private static func bareEnd(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int? {
        var (index, depth) = (start, 0)
        while index < end {
            switch bytes[index] {
            case 0...0x20: return depth == 0 ? index : nil
            case UInt8(ascii: "\\") where index + 1 < end && ASCII.isPunctuation(bytes[index + 1]): index += 1
            case UInt8(ascii: "("):
                depth += 1
                // The same depth as in other parsers, so that a text of nothing but brackets isn't read again and
                // again.
                if depth > 32 { return nil }
            case UInt8(ascii: ")"):
                if depth == 0 { return index }
                depth -= 1
            default: break
            }
            index += 1
        }
        return nil
    }

    private static func titleEnd(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int? {
        let close: UInt8
        switch bytes[start] {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): close = bytes[start]
        case UInt8(ascii: "("): close = UInt8(ascii: ")")
        default: return nil
        }
        var index = start + 1
        let end = min(end, start + 2000)
        while index < end, bytes[index] != close { index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1 }
        return index < end ? index + 1 : nil
    }

    private static func skipBlanks(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
        var index = start
        while index < end, ASCII.isSpace(bytes[index]) { index += 1 }
        return index
    }
}
