internal import Text

/// Escapes text from outside, so that Markdown shows it literally.
enum MarkdownText {
    /// Text for use between the brackets of a link: code spans stay, and everything else that Markdown would read as
    /// markup is escaped (CommonMark 0.31, section 2.4).
    static func escaped(_ text: String) -> String {
        let bytes = Array(oneLine(text).utf8)
        var spans = CodeSpans(in: bytes)
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count + 8)
        for (index, byte) in bytes.enumerated() {
            if !spans.contains(index), needsEscape(byte, at: index, in: bytes) { output.append(UInt8(ascii: "\\")) }
            output.append(byte)
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// Text for use at the beginning of a line, where also `#`, `+`, `1.` and the like are escaped, which would begin a
    /// block, and `:-` and `|`, which would turn the line above into a table.
    static func escapedLine(_ text: String) -> String {
        let text = escaped(text)
        guard let first = text.utf8.first else { return text }
        if "#>+-=:|".utf8.contains(first) { return "\\" + text }
        let digits = text.utf8.prefix { 0x30...0x39 ~= $0 }.count
        guard digits > 0, let mark = text.utf8.dropFirst(digits).first, ".)".utf8.contains(mark) else { return text }
        return text.prefix(digits) + "\\" + text.dropFirst(digits)
    }

    /// The text of a tag, without brackets, which would end the tag.
    static func tag(_ text: String) -> String {
        escaped(text.replacing("[", with: "(").replacing("]", with: ")"))
    }

    /// A field of an event's line, which ends at a `|`.
    static func field(_ text: String) -> String { escaped(text.replacing("|", with: "/")) }

    /// An address for use between the parentheses of a link.
    static func address(_ url: String) -> String {
        let keepsParentheses = isBalanced(url)
        let bytes = Array(url.utf8)
        var output: [UInt8] = []
        for (index, byte) in bytes.enumerated() {
            switch byte {
            case UInt8(ascii: "("), UInt8(ascii: ")"):
                output += keepsParentheses ? [byte] : percentEncoded(byte)
            case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"), UInt8(ascii: "|"), 0x20:
                output += percentEncoded(byte)
            case 0..<0x20, 0x7F: continue
            case UInt8(ascii: "&") where isReference(bytes, index): output += "&amp;".utf8
            default: output.append(byte)
            }
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// The text with each run of line breaks, control characters and spaces replaced by one space.
    static func oneLine(_ text: String) -> String { text.onOneLine }

    private static func percentEncoded(_ byte: UInt8) -> [UInt8] {
        Array(("%" + String(byte, radix: 16, uppercase: true)).utf8)
    }

    /// Whether parentheses are balanced, as Markdown requires of unescaped ones, and not nested too deeply for a
    /// parser.
    private static func isBalanced(_ url: String) -> Bool {
        var depth = 0
        for byte in url.utf8 {
            if byte == UInt8(ascii: "(") { depth += 1 }
            if byte == UInt8(ascii: ")") { depth -= 1 }
            if depth < 0 || depth > 8 { return false }
        }
        return depth == 0
    }

    private static func needsEscape(_ byte: UInt8, at index: Int, in bytes: [UInt8]) -> Bool {
        switch byte {
        case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: "\\"), UInt8(ascii: "`"),
            UInt8(ascii: "*"), UInt8(ascii: "~"):
            true
        case UInt8(ascii: "_"):
            // Within a word, it is only a character: `no_std`.
            !(isWord(bytes, index - 1) && isWord(bytes, index + 1))
        case UInt8(ascii: "&"): isReference(bytes, index)
        default: false
        }
    }

    /// Whether a `&` may begin a character reference: `&amp;`, `&#38;`.
    private static func isReference(_ bytes: [UInt8], _ index: Int) -> Bool {
        let name = bytes[(index + 1)...].prefix { isWord($0) || $0 == UInt8(ascii: "#") }
        return !name.isEmpty && name.endIndex < bytes.count && bytes[name.endIndex] == UInt8(ascii: ";")
    }

    private static func isWord(_ bytes: [UInt8], _ index: Int) -> Bool {
        bytes.indices.contains(index) && isWord(bytes[index])
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        0x30...0x39 ~= byte || 0x41...0x5A ~= byte || 0x61...0x7A ~= byte
    }
}

/// Runs of backticks with a partner of the same length, and what they enclose (CommonMark 0.31, section 6.1).
private struct CodeSpans {
    private var spans: [Range<Int>] = []
    private var next = 0

    init(in bytes: [UInt8]) {
        var runs: [Range<Int>] = []
        var index = 0
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "`") else {
                index += 1
                continue
            }
            let end = bytes[index...].firstIndex { $0 != UInt8(ascii: "`") } ?? bytes.count
            runs.append(index..<end)
            index = end
        }
        // Every backtick of an unmatched run is escaped, so that none of them closes a later one.
        var open = 0
        while open < runs.count {
            if let close = runs[(open + 1)...].firstIndex(where: { $0.count == runs[open].count }) {
                spans.append(runs[open].lowerBound..<runs[close].upperBound)
                open = close + 1
            } else {
                open += 1
            }
        }
    }

    /// Whether an index is in a span; must be called with increasing indices.
    mutating func contains(_ index: Int) -> Bool {
        while next < spans.count, spans[next].upperBound <= index { next += 1 }
        return next < spans.count && spans[next].contains(index)
    }
}
