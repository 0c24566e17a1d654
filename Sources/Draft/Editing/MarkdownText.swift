/// Writes strangers' words as Markdown that says just these words.
enum MarkdownText {
    /// A text that may stand between the brackets of a link: code spans stay, everything else that Markdown would take
    /// for markup is escaped (CommonMark 0.31, section 2.4).
    static func escaped(_ text: String) -> String {
        let bytes = Array(oneLine(text).utf8)
        let spans = codeSpans(in: bytes)
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count + 8)
        for (index, byte) in bytes.enumerated() {
            if !spans.contains(where: { $0.contains(index) }), needsEscape(byte, at: index, in: bytes) {
                output.append(UInt8(ascii: "\\"))
            }
            output.append(byte)
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// An address that may stand between the parentheses of a link.
    static func address(_ url: String) -> String {
        var output = ""
        for scalar in url.unicodeScalars {
            switch scalar {
            case " ", "<", ">", "(", ")", "\\":
                output += "%" + String(scalar.value, radix: 16, uppercase: true)
            case _ where scalar.value < 0x20: continue
            default: output.unicodeScalars.append(scalar)
            }
        }
        return isBalanced(url) ? output.replacing("%28", with: "(").replacing("%29", with: ")") : output
    }

    private static func isBalanced(_ url: String) -> Bool {
        var depth = 0
        for byte in url.utf8 {
            if byte == UInt8(ascii: "(") { depth += 1 }
            if byte == UInt8(ascii: ")") { depth -= 1 }
            if depth < 0 { return false }
        }
        return depth == 0
    }

    /// Line breaks and runs of blanks become one blank.
    static func oneLine(_ text: String) -> String {
        text.split { $0.isWhitespace || $0.isNewline }.joined(separator: " ")
    }

    private static func needsEscape(_ byte: UInt8, at index: Int, in bytes: [UInt8]) -> Bool {
        switch byte {
        case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: "\\"), UInt8(ascii: "`"),
            UInt8(ascii: "*"):
            true
        case UInt8(ascii: "_"):
            // Within a word it is only a letter: `no_std`.
            !(isWord(bytes, index - 1) && isWord(bytes, index + 1))
        case UInt8(ascii: "~"): index + 1 < bytes.count && bytes[index + 1] == byte
        case UInt8(ascii: "&"):
            bytes[(index + 1)...].prefix { $0 != UInt8(ascii: ";") }.allSatisfy { isLetter($0) || $0 == 0x23 }
                && bytes[(index + 1)...].contains(UInt8(ascii: ";"))
        default: false
        }
    }

    private static func isWord(_ bytes: [UInt8], _ index: Int) -> Bool {
        bytes.indices.contains(index) && isLetter(bytes[index])
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        byte >= 0x80 || 0x30...0x39 ~= byte || 0x41...0x5A ~= byte || 0x61...0x7A ~= byte || byte == 0x5F
    }

    /// Runs of backticks that have a partner of the same length, with what they enclose.
    private static func codeSpans(in bytes: [UInt8]) -> [Range<Int>] {
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
        var spans: [Range<Int>] = []
        var next = 0
        while next < runs.count {
            let open = runs[next]
            if let close = runs[(next + 1)...].firstIndex(where: { $0.count == open.count }) {
                spans.append(open.lowerBound..<runs[close].upperBound)
                next = close + 1
            } else {
                next += 1
            }
        }
        return spans
    }
}
