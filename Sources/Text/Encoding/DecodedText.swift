/// Text from a server, in UTF-8 without a byte order mark.
///
/// All code that reads text from outside uses this type. It tries these encodings in order, and skips those that the
/// bytes contradict: that of a byte order mark (RFC 7303, section 3.3), the `charset` of the header (RFC 9110, section
/// 8.3.1), the encoding that the text declares, UTF-8, and windows-1252.
package struct DecodedText: Hashable, Sendable {
    package enum Format: Sendable {
        /// XML, which declares its encoding in `<?xml encoding="…"?>` (XML 1.0, section 4.3.3).
        case xml
        /// HTML, which declares its encoding in `<meta charset>` or `<meta http-equiv="Content-Type">`, or as XML.
        case html
        /// Text that doesn't declare its encoding.
        case plain
    }

    package private(set) var bytes: [UInt8]
    /// The declared encoding, if it is one that Sennight refuses to read.
    package private(set) var refusedEncoding: String?

    package init(_ bytes: [UInt8], format: Format, contentType: String? = nil) {
        let (mark, start) = ByteOrderMark.encoding(of: bytes)
        let content = start == 0 ? bytes : Array(bytes[start...])
        if let mark, let text = mark.utf8(of: content, replacingInvalid: true) {
            self.bytes = text
            return
        }
        var labels = [contentType.flatMap(Self.charset), EncodingDeclaration.label(in: content, format)]
            .compactMap { $0?.lowercased() }
        if start > 0 { labels.insert("utf-8", at: 0) }
        refusedEncoding = labels.first { Self.hidesMarkup($0) }
        self.bytes = Self.utf8(of: content, labels)
    }

    package mutating func dropFirst(_ count: Int) {
        bytes.removeFirst(count)
    }

    private static func utf8(of bytes: [UInt8], _ labels: [String]) -> [UInt8] {
        let isUTF8 = String(validating: bytes, as: UTF8.self) != nil
        var encodings: [CharacterEncoding] = []
        for label in labels {
            if label == "utf-8" || label == "utf8" {
                if isUTF8 { return bytes }
            } else if !isASCIIOrWide(label), let encoding = CharacterEncoding(label: label) {
                if let text = encoding.utf8(of: bytes) { return text }
                encodings.append(encoding)
            }
        }
        if isUTF8 { return bytes }
        if let text = encodings.first?.utf8(of: bytes, replacingInvalid: true) { return text }
        // A text that was cut within a character is still UTF-8.
        if isMostlyUTF8(bytes) { return Array(String(decoding: bytes, as: UTF8.self).utf8) }
        return CharacterEncoding.windows1252.utf8(of: bytes, replacingInvalid: true) ?? bytes
    }

    /// Whether a declared label must be ignored: ASCII says nothing about other bytes, and UTF-16 and UTF-32 would have
    /// been recognised by their zero bytes.
    private static func isASCIIOrWide(_ label: String) -> Bool {
        ["us-ascii", "ascii", "utf-16", "utf16", "utf-32", "utf32", "ucs-2", "ucs-4", "iso-10646", "ebcdic", "cp037"]
            .contains { label.hasPrefix($0) }
    }

    private static func hidesMarkup(_ label: String) -> Bool {
        label.hasPrefix("utf-7") || label.hasPrefix("utf7") || label == "unicode-1-1-utf-7"
    }

    private static func isMostlyUTF8(_ bytes: [UInt8]) -> Bool {
        let letters = String(decoding: bytes, as: UTF8.self).unicodeScalars
        var (valid, invalid) = (0, 0)
        for scalar in letters where scalar.value >= 0x80 {
            if scalar == "\u{FFFD}" { invalid += 1 } else { valid += 1 }
        }
        return valid > invalid
    }

    /// The value of the `charset` parameter of a `Content-Type`.
    private static func charset(_ contentType: String) -> String? {
        for parameter in contentType.split(separator: ";").dropFirst() {
            let parts = parameter.split(separator: "=", maxSplits: 1)
            guard parts.count == 2, String(parts[0]).trimmedBlanks.lowercased() == "charset" else { continue }
            let value = String(parts[1]).trimmedBlanks.filter { $0 != "\"" && $0 != "'" }
            if !value.isEmpty { return value }
        }
        return nil
    }
}
