internal import Text

/// Values of structured header fields (RFC 5322, section 3.2).
enum StructuredText {
    /// A value without its comments, which may be nested; what is quoted stays.
    static func withoutComments(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "(")) else { return text }
        var output: [UInt8] = []
        var (depth, isQuoted, isEscaped) = (0, false, false)
        for byte in text.utf8 {
            let wasEscaped = isEscaped
            isEscaped = false
            if wasEscaped {
                if depth == 0 { output.append(byte) }
                continue
            }
            switch byte {
            case UInt8(ascii: "\\"):
                isEscaped = true
                if depth == 0 { output.append(byte) }
                continue
            case UInt8(ascii: "\"") where depth == 0: isQuoted.toggle()
            case UInt8(ascii: "(") where !isQuoted:
                depth += 1
                continue
            case UInt8(ascii: ")") where depth > 0:
                depth -= 1
                // A comment separates words.
                if depth == 0 { output.append(UInt8(ascii: " ")) }
                continue
            default: break
            }
            if depth == 0 { output.append(byte) }
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// The value of a field that names a type first, such as `rfc822; ann@example.org`, without the type.
    static func withoutType(_ text: String) -> String {
        guard let semicolon = text.firstIndex(of: ";") else { return text.trimmedBlanks }
        return String(text[text.index(after: semicolon)...]).trimmedBlanks
    }

    /// The first word in lower case.
    static func word(_ text: String) -> String {
        let word = withoutComments(text).utf8.drop { isBlank($0) }.prefix { !isBlank($0) && $0 != UInt8(ascii: ";") }
        return String(decoding: word.map(\.lowercasedASCII), as: UTF8.self)
    }

    static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || 0x09...0x0D ~= byte }
}

extension String {
    /// Without blanks and line ends at both ends.
    var trimmedBlanks: String {
        let start = utf8.drop(while: StructuredText.isBlank)
        let end = start.lastIndex { !StructuredText.isBlank($0) }
        return end.map { String(decoding: start[...$0], as: UTF8.self) } ?? ""
    }
}
