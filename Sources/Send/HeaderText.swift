package import Newsletter

/// Writes the bodies of header fields: nothing that a field contains can begin another field or end the header.
package enum HeaderText {
    /// The longest line without its end that a header should have (RFC 5322, section 2.1.1).
    private static let longestLine = 78
    /// The longest encoded word (RFC 2047, section 2).
    private static let longestWord = 75

    /// A header field with its line end, folded at spaces.
    ///
    /// - Parameter body: without control characters, as the other functions of this type write it.
    package static func field(_ name: String, _ body: String) -> String {
        var lines = "\(name):"
        var length = name.utf8.count + 1
        for word in body.split(separator: " ") {
            let size = word.utf8.count + 1
            // The first line keeps at least one word: a line of white space alone is obsolete.
            if length + size > longestLine, length > name.utf8.count + 1 {
                lines += "\r\n"
                length = 0
            }
            lines += " \(word)"
            length += size
        }
        return lines + "\r\n"
    }

    /// Text for people, such as a subject: ASCII as it is, anything else in encoded words (RFC 2047).
    package static func unstructured(_ text: String) -> String {
        let text = printable(text)
        guard needsEncoding(text) else { return text }
        return encodedWords(text)
    }

    /// A name with an address.
    package static func mailbox(_ mailbox: Mailbox) -> String {
        let address = "<\(address(mailbox.address))>"
        guard let name = mailbox.name, !printable(name).isEmpty else { return address }
        return "\(phrase(name)) \(address)"
    }

    /// A name before an address or an identifier (RFC 5322, section 3.2.5).
    package static func phrase(_ name: String) -> String {
        let name = printable(name)
        if needsEncoding(name) { return encodedWords(name) }
        if name.utf8.allSatisfy({ isAtomCharacter($0) || $0 == 0x20 }) { return name }
        return "\"\(name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
    }

    /// An address without anything that could end it.
    package static func address(_ address: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in address.unicodeScalars where scalar.value > 0x20 && scalar.value != 0x7F && !isControl(scalar) {
            if scalar != "<", scalar != ">" { scalars.append(scalar) }
        }
        return String(scalars)
    }

    /// A URL in angle brackets (RFC 2369, section 2), percent-encoded where it isn't ASCII.
    package static func url(_ url: String) -> String {
        var output = "<"
        for byte in url.utf8 {
            if byte > 0x20, byte < 0x7F, byte != UInt8(ascii: "<"), byte != UInt8(ascii: ">"),
                byte != UInt8(ascii: ","), byte != UInt8(ascii: "\"")
            {
                output.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                output += String(
                    decoding: [
                        UInt8(ascii: "%"), QuotedPrintable.hexadecimal(byte >> 4),
                        QuotedPrintable.hexadecimal(byte & 15),
                    ], as: UTF8.self)
            }
        }
        return output + ">"
    }

    /// Text on one line: control characters, which could begin another field, become spaces.
    static func printable(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { scalars.append(isControl(scalar) ? " " : scalar) }
        return String(scalars).split(separator: " ").joined(separator: " ")
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.value == 0x2028 || scalar.value == 0x2029
    }

    /// Whether text must be encoded: it isn't ASCII, it could be mistaken for an encoded word, or a word in it is longer
    /// than a line may be.
    private static func needsEncoding(_ text: String) -> Bool {
        !text.utf8.allSatisfy { $0 < 0x80 } || text.contains("=?")
            || text.split(separator: " ").contains { $0.utf8.count > longestWord }
    }

    private static func encodedWords(_ text: String) -> String {
        let (start, end) = ("=?utf-8?q?", "?=")
        var words: [String] = []
        var word = ""
        for character in text.unicodeScalars {
            // A character isn't split between two words (RFC 2047, section 5).
            let encoded = Character(character).utf8.reduce(into: "") { output, byte in
                if byte == 0x20 {
                    output += "_"
                } else if isLetterOrDigit(byte) {
                    output.unicodeScalars.append(Unicode.Scalar(byte))
                } else {
                    output += String(
                        decoding: [
                            UInt8(ascii: "="), QuotedPrintable.hexadecimal(byte >> 4),
                            QuotedPrintable.hexadecimal(byte & 15),
                        ], as: UTF8.self)
                }
            }
            if word.utf8.count + encoded.utf8.count + start.utf8.count + end.utf8.count > longestWord, !word.isEmpty {
                words.append(start + word + end)
                word = ""
            }
            word += encoded
        }
        words.append(start + word + end)
        return words.joined(separator: " ")
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
    }

    /// RFC 5322, section 3.2.3.
    private static func isAtomCharacter(_ byte: UInt8) -> Bool {
        isLetterOrDigit(byte) || "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
    }
}
