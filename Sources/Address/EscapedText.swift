/// Escapes in a part of a URL, in one of their several equivalent spellings (RFC 3986, section 6.2.2).
enum EscapedText {
    enum Part {
        case path, query, fragment
    }

    /// The text with everything escaped that must be, with capital digits, and nothing else: `%7E` is `~`, `é` is
    /// `%C3%A9`.
    static func normalized(_ text: Substring, in part: Part) -> String {
        guard text.utf8.contains(where: { !isAllowed($0, in: part) }) else { return String(text) }
        var output: [UInt8] = []
        let bytes = Array(text.utf8)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte == UInt8(ascii: "%"), index + 1 < bytes.count, let high = HexadecimalDigit.value(bytes[index]),
                let low = HexadecimalDigit.value(bytes[index + 1])
            {
                add(UInt8(high) << 4 | UInt8(low), isEscaped: true, in: part, to: &output)
                index += 2
            } else if byte == UInt8(ascii: "%") {
                // Not an escape, though it looks like one.
                output.append(byte)
            } else {
                add(byte, isEscaped: false, in: part, to: &output)
            }
        }
        return String(decoding: output, as: UTF8.self)
    }

    private static func add(_ byte: UInt8, isEscaped: Bool, in part: Part, to output: inout [UInt8]) {
        // An escaped separator of parameters doesn't separate them.
        let separates = part == .query && isEscaped && "&=+".utf8.contains(byte)
        if isAllowed(byte, in: part), !separates {
            output.append(byte)
        } else {
            let digits = Array("0123456789ABCDEF".utf8)
            output += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
    }

    /// Whether a byte needs no escape (RFC 3986, sections 3.3 to 3.5).
    static func isAllowed(_ byte: UInt8, in part: Part) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"), UInt8(ascii: "!"), UInt8(ascii: "$"), UInt8(ascii: "&"), UInt8(ascii: "'"),
            UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: ","),
            UInt8(ascii: ";"), UInt8(ascii: "="), UInt8(ascii: ":"), UInt8(ascii: "@"):
            true
        case UInt8(ascii: "/"), UInt8(ascii: "?"): part != .path
        default: false
        }
    }
}
