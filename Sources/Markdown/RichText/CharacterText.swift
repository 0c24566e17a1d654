/// Resolves character references in HTML.
enum CharacterText {
    /// The characters of text from a page; what isn't a reference stays as it is written.
    static func decoded(_ bytes: [UInt8]) -> String {
        guard bytes.contains(UInt8(ascii: "&")) else { return String(decoding: bytes, as: UTF8.self) }
        var output = ""
        var rest = bytes[...]
        while let start = rest.firstIndex(of: UInt8(ascii: "&")) {
            output += String(decoding: rest[..<start], as: UTF8.self)
            rest = rest[start...]
            // The longest name has 31 letters.
            guard let end = rest.prefix(34).firstIndex(of: UInt8(ascii: ";")),
                let text = character(rest[...end])
            else {
                output += "&"
                rest = rest.dropFirst()
                continue
            }
            output += text
            rest = rest[(end + 1)...]
        }
        return output + String(decoding: rest, as: UTF8.self)
    }

    private static func character(_ reference: ArraySlice<UInt8>) -> String? {
        switch Array(reference) {
        case Array("&amp;".utf8): return "&"
        case Array("&lt;".utf8): return "<"
        case Array("&gt;".utf8): return ">"
        case Array("&quot;".utf8): return "\""
        default: break
        }
        guard reference.dropFirst().dropLast().allSatisfy({ $0 == UInt8(ascii: "#") || Self.isAlphanumeric($0) }) else {
            return nil
        }
        // Markdown has the same references as HTML, and its parser knows all of them.
        let written = String(decoding: reference, as: UTF8.self)
        let text = Array(reference).withUnsafeBufferPointer { bytes in
            MarkdownTree.withTree(parsing: bytes) { root in
                root?.firstChild.map { InlineText(of: $0).text } ?? ""
            }
        }
        return text == written || text.isEmpty ? nil : text
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
    }
}
