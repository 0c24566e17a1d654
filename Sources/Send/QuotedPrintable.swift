/// The transfer encoding quoted-printable (RFC 2045, section 6.7).
package enum QuotedPrintable {
    /// The longest line, without its end (RFC 2045, section 6.7, rule 5).
    private static let longestLine = 76

    /// Encodes text, with `\n` or `\r\n` at the end of lines, as lines that end with `\r\n`.
    ///
    /// - Parameter atom: ASCII letters, digits, `-` and `_`, at most 75 of them, that no line break may split, such as
    ///   the place of a token; empty if there is none.
    package static func encoded(_ text: [UInt8], keeping atom: [UInt8] = []) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(text.count + text.count / 8)
        text.withUnsafeBufferPointer { text in
            var lineLength = 0
            var index = 0
            while index < text.count {
                let byte = text[index]
                if byte == 0x0A || byte == 0x0D && index + 1 < text.count && text[index + 1] == 0x0A {
                    output.append(0x0D)
                    output.append(0x0A)
                    lineLength = 0
                    index += byte == 0x0A ? 1 : 2
                    continue
                }
                if let first = atom.first, byte == first, index + atom.count <= text.count,
                    text[index..<(index + atom.count)].elementsEqual(atom)
                {
                    if lineLength + atom.count >= longestLine { breakLine(&output, &lineLength) }
                    output += atom
                    lineLength += atom.count
                    index += atom.count
                    continue
                }
                let endsLine = index + 1 == text.count || text[index + 1] == 0x0A || text[index + 1] == 0x0D
                let isLiteral =
                    byte > 0x20 && byte < 0x7F && byte != UInt8(ascii: "=")
                    || (byte == 0x20 || byte == 0x09) && !endsLine
                // A line that is only a dot ends a message in SMTP, and mailboxes change "From " at a line's start.
                let isRisky =
                    lineLength == 0 && (byte == UInt8(ascii: ".") || byte == UInt8(ascii: "F") && isFrom(text, index))
                let length = isLiteral && !isRisky ? 1 : 3
                // The last column is for the `=` of a soft line break.
                if lineLength + length >= longestLine, !(endsLine && lineLength + length == longestLine) {
                    breakLine(&output, &lineLength)
                    continue
                }
                if length == 1 {
                    output.append(byte)
                } else {
                    output.append(UInt8(ascii: "="))
                    output.append(hexadecimal(byte >> 4))
                    output.append(hexadecimal(byte & 15))
                }
                lineLength += length
                index += 1
            }
        }
        return output
    }

    private static func breakLine(_ output: inout [UInt8], _ lineLength: inout Int) {
        output.append(UInt8(ascii: "="))
        output.append(0x0D)
        output.append(0x0A)
        lineLength = 0
    }

    private static func isFrom(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        text[index...].starts(with: "From ".utf8)
    }

    static func hexadecimal(_ nibble: UInt8) -> UInt8 {
        nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "A") + nibble - 10
    }
}
