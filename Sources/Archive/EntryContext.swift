/// Finds the words of an entry besides its title, in its Markdown.
enum EntryContext {
    /// - Returns: the text without URLs and tags, in which runs of spaces and markup characters are single spaces.
    static func text(of markdown: ArraySlice<UInt8>, without title: String) -> String {
        var output: [UInt8] = []
        // An entry with brackets that nothing closes would be looked through for each of them.
        var rest = markdown.prefix(longest * 8)
        while let byte = rest.first, output.count < longest {
            switch byte {
            case UInt8(ascii: "]"):
                rest = rest.dropFirst()
                if rest.first == UInt8(ascii: "(") { rest = after(UInt8(ascii: ")"), in: rest) }
                blank(&output)
            case UInt8(ascii: "<"):
                let end = after(UInt8(ascii: ">"), in: rest)
                let second = rest.dropFirst().first ?? 0
                // `Vec<T>` is no tag, but a tag begins with a small letter, `/` or `!`.
                let isTag =
                    (second >= UInt8(ascii: "a") && second <= UInt8(ascii: "z")) || second == UInt8(ascii: "/")
                    || second == UInt8(ascii: "!")
                rest = isTag ? end : rest.dropFirst()
                if isTag { blank(&output) } else { output.append(byte) }
            case UInt8(ascii: "h") where rest.starts(with: "http://".utf8) || rest.starts(with: "https://".utf8):
                rest = rest.drop { $0 > 0x20 && $0 != UInt8(ascii: ")") && $0 != UInt8(ascii: ">") }
            case UInt8(ascii: ">") where output.last ?? 0x20 == 0x20:
                // The mark of a quotation.
                rest = rest.dropFirst()
            case 0...0x20, UInt8(ascii: "["), UInt8(ascii: "*"), UInt8(ascii: "`"), UInt8(ascii: "|"),
                UInt8(ascii: "\\"):
                blank(&output)
                rest = rest.dropFirst()
            default:
                output.append(byte)
                rest = rest.dropFirst()
            }
        }
        output = without(title, in: output)
        while let last = output.last, !isLetter(last) { output.removeLast() }
        return String(decoding: output, as: UTF8.self)
    }

    /// The maximum length in bytes; reports and long quotations are found by their beginnings.
    private static let longest = 1200

    private static func blank(_ output: inout [UInt8]) {
        if let last = output.last, last != 0x20 { output.append(0x20) }
    }

    private static func after(_ end: UInt8, in bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        bytes.firstIndex(of: end).map { bytes[($0 + 1)...] } ?? bytes.dropFirst()
    }

    /// The text without the first occurrence of the title, of which only letters and digits are compared.
    private static func without(_ title: String, in text: [UInt8]) -> [UInt8] {
        let letters = title.utf8.filter(isLetter)
        guard let first = letters.first else { return text }
        var start = 0
        while let found = text[start...].firstIndex(of: first) {
            var (position, matched) = (found, 0)
            while position < text.count, matched < letters.count {
                if isLetter(text[position]) {
                    guard text[position] == letters[matched] else { break }
                    matched += 1
                }
                position += 1
            }
            if matched == letters.count { return Array(text[..<found] + text[position...]) }
            start = found + 1
        }
        return text
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"), 0x80...:
            true
        default: false
        }
    }
}
