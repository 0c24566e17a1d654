internal import Text

/// A text in an encoding in which `<`, `>`, `=` and quotes are ASCII's bytes and no others, so that ``TagScan`` sees
/// what the parser sees.
struct MarkupEncoding {
    private(set) var bytes: [UInt8]
    /// What the parser is told; nil where it shall find out itself.
    private(set) var encoding: String?

    /// XML names its encoding in its first line (XML 1.0, section 4.3.3).
    ///
    /// - Returns: nil for what doesn't begin like XML.
    init?(xml bytes: [UInt8]) throws(MarkupFault) {
        if let text = Self.utf8(ofUTF16: bytes) {
            (self.bytes, encoding) = (text, "UTF-8")
            return
        }
        self.bytes = bytes
        let declaration = bytes.prefix(200).prefix { $0 != UInt8(ascii: ">") }
        // In EBCDIC it begins otherwise, and the parser would recognise it by that.
        let first = declaration.first { $0 > 0x20 && ![0xEF, 0xBB, 0xBF].contains($0) }
        guard first == UInt8(ascii: "<") else { return nil }
        if let name = Self.name(after: "encoding", in: declaration), !Self.isLikeASCII(name) { throw .encoding(name) }
    }

    /// Pages seldom say that they are in UTF-8, and nearly always are.
    init(html bytes: [UInt8]) {
        self.bytes = Self.utf8(ofUTF16: bytes) ?? bytes
        if String(validating: self.bytes, as: UTF8.self) != nil {
            encoding = "UTF-8"
        } else if let name = Self.name(after: "charset", in: bytes.prefix(4096)), Self.isLikeASCII(name) {
            encoding = name
        } else {
            encoding = "windows-1252"
        }
    }

    private static func utf8(ofUTF16 bytes: [UInt8]) -> [UInt8]? {
        let isBig: Bool
        switch (bytes.first, bytes.dropFirst().first) {
        case (0xFE, 0xFF), (0, UInt8(ascii: "<")): isBig = true
        case (0xFF, 0xFE), (UInt8(ascii: "<"), 0): isBig = false
        default: return nil
        }
        let units = (0..<bytes.count / 2).map { index in
            let (first, second) = (UInt16(bytes[2 * index]), UInt16(bytes[2 * index + 1]))
            return isBig ? first << 8 | second : second << 8 | first
        }
        let start = units.first == 0xFEFF ? 1 : 0
        return Array(String(decoding: units[start...], as: UTF16.self).utf8)
    }

    /// The value of `key = "…"`, quotes or not, in lower case.
    private static func name(after key: String, in bytes: ArraySlice<UInt8>) -> String? {
        let text = String(decoding: bytes.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }, as: UTF8.self)
        guard let place = text.range(ofBytes: key) else { return nil }
        let isMark: (Character) -> Bool = { $0.isWhitespace || $0 == "=" || $0 == "\"" || $0 == "'" }
        let value = text[place.upperBound...].drop(while: isMark).prefix { !isMark($0) && !"?;/>".contains($0) }
        return value.isEmpty ? nil : String(value)
    }

    private static func isLikeASCII(_ name: String) -> Bool {
        [
            "utf-8", "utf8", "us-ascii", "ascii", "iso-8859", "iso8859", "iso_8859", "latin", "l1", "windows-", "cp125",
            "koi8",
            "gb", "big5", "shift_jis", "shift-jis", "sjis", "euc-", "macintosh", "tis-620", "x-sjis", "x-euc",
            "ks_c_5601",
            "utf-16",
        ].contains { name.hasPrefix($0) }
    }
}
