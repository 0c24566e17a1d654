/// Finds what a page calls itself.
package enum PageTitle {
    /// The text of the first `<title>`, on one line, cut at 1,000 characters; nil where there is none.
    package static func title(of html: [UInt8]) -> String? {
        let head = html.prefix(262_144)
        guard let open = find("<title", in: head, from: head.startIndex),
            let start = head[open...].firstIndex(of: UInt8(ascii: ">")),
            let end = find("</title", in: head, from: start + 1)
        else { return nil }
        let written = String(decoding: head[(start + 1)..<end].prefix(Self.longestTitle), as: UTF8.self)
        let text = MarkdownText.oneLine(CharacterReferences.decoded(written))
        if text.isEmpty { return nil }
        let isLong = end - start - 1 > Self.longestTitle || text.count > 1_000
        return isLong ? String(text.prefix(999)) + "…" : text
    }

    /// In bytes, with its character references.
    private static let longestTitle = 8_000

    /// Without regard to the case of ASCII letters.
    private static func find(_ word: String, in bytes: ArraySlice<UInt8>, from start: Int) -> Int? {
        let word = Array(word.utf8)
        guard bytes.endIndex - start >= word.count else { return nil }
        return (start...(bytes.endIndex - word.count)).first { index in
            word.indices.allSatisfy { offset in
                let byte = bytes[index + offset]
                return (0x41...0x5A ~= byte ? byte | 0x20 : byte) == word[offset]
            }
        }
    }
}

/// Character references of HTML in a plain text (HTML Standard, section 13.1.4).
enum CharacterReferences {
    static func decoded(_ text: String) -> String {
        var output = ""
        var rest = text[...]
        while let ampersand = rest.firstIndex(of: "&") {
            output += rest[..<ampersand]
            rest = rest[ampersand...]
            guard let end = rest.prefix(12).firstIndex(of: ";"), let character = character(rest[..<end].dropFirst())
            else {
                output += "&"
                rest = rest.dropFirst()
                continue
            }
            output += character
            rest = rest[rest.index(after: end)...]
        }
        return output + rest
    }

    private static func character(_ name: Substring) -> String? {
        if name.hasPrefix("#") {
            let digits = name.dropFirst()
            let number =
                digits.hasPrefix("x") || digits.hasPrefix("X") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
            return number.flatMap(Unicode.Scalar.init).map { String(Character($0)) }
        }
        return named[String(name)]
    }

    /// Those that titles of pages have.
    private static let named = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "ndash": "–", "mdash": "—",
        "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "hellip": "…", "middot": "·", "bull": "•",
        "copy": "©", "reg": "®", "trade": "™", "laquo": "«", "raquo": "»", "auml": "ä", "ouml": "ö", "uuml": "ü",
        "Auml": "Ä", "Ouml": "Ö", "Uuml": "Ü", "szlig": "ß", "eacute": "é", "egrave": "è", "agrave": "à", "ccedil": "ç",
    ]
}
