/// Escapes text and URLs for use between tags and in quoted attributes.
enum HTMLEscaping {
    /// Appends text in which `&`, `<`, `>` and `"` are escaped.
    static func append(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
        var (start, index) = (0, 0)
        let raw = UnsafeRawBufferPointer(bytes)
        while index < bytes.count {
            // Most text needs no escapes, so eight characters are examined at a time.
            if index + 8 <= bytes.count, !needsEscape(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)) {
                index += 8
                continue
            }
            defer { index += 1 }
            let replacement: StaticString
            switch bytes[index] {
            case UInt8(ascii: "&"): replacement = "&amp;"
            case UInt8(ascii: "<"): replacement = "&lt;"
            case UInt8(ascii: ">"): replacement = "&gt;"
            case UInt8(ascii: "\""): replacement = "&quot;"
            default: continue
            }
            output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
            append(replacement, to: &output)
            start = index + 1
        }
        output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
    }

    /// Whether one of eight bytes is `&`, `<`, `>` or `"`: a byte that equals one of them is zero after the exclusive
    /// or.
    private static func needsEscape(_ word: UInt64) -> Bool {
        func zeros(_ word: UInt64) -> UInt64 { (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080 }
        return
            (zeros(word ^ 0x2626_2626_2626_2626) | zeros(word ^ 0x2222_2222_2222_2222)
            // `<` and `>` differ in one bit.
            | zeros((word & 0xFDFD_FDFD_FDFD_FDFD) ^ 0x3C3C_3C3C_3C3C_3C3C)) != 0
    }

    /// Appends a URL, percent-encoding ASCII characters that aren't allowed in URLs; all other characters are unchanged
    /// (RFC 3987).
    ///
    /// A URL that would run a script becomes empty.
    static func appendAddress(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
        guard !runsScript(bytes) else { return }
        // Browsers strip these characters too (WHATWG URL, basic URL parser).
        var start = bytes.firstIndex { $0 > 0x20 } ?? bytes.count
        for index in start..<bytes.count {
            let byte = bytes[index]
            switch byte {
            case UInt8(ascii: "&"), UInt8(ascii: "'"), 0...0x20, 0x7F, UInt8(ascii: "\""), UInt8(ascii: "<"),
                UInt8(ascii: ">"),
                UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "\\"), UInt8(ascii: "^"), UInt8(ascii: "`"),
                UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "}"):
                output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
                start = index + 1
                appendReference(to: byte, &output)
            default: continue
            }
        }
        output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
    }

    private static func appendReference(to byte: UInt8, _ output: inout [UInt8]) {
        switch byte {
        case UInt8(ascii: "&"): append("&amp;", to: &output)
        case UInt8(ascii: "'"): append("&#x27;", to: &output)
        default:
            output.append(UInt8(ascii: "%"))
            output.append(hexadecimal(byte >> 4))
            output.append(hexadecimal(byte & 15))
        }
    }

    /// Appends a literal without creating a string.
    static func append(_ text: StaticString, to output: inout [UInt8]) {
        output.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    private static func hexadecimal(_ nibble: UInt8) -> UInt8 {
        nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "A") + nibble - 10
    }

    private static func runsScript(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        // Nearly all URLs begin with another letter.
        guard let first = bytes.first(where: { $0 > 0x20 }), "jvdfJVDF".utf8.contains(first) else { return false }
        // Browsers ignore any number of spaces and control characters before and within a scheme.
        var letters: [UInt8] = []
        for byte in bytes where byte > 0x20 {
            if byte == UInt8(ascii: ":") { break }
            letters.append(byte)
            guard letters.count <= 10 else { return false }
        }
        guard letters.count < bytes.count else { return false }
        let scheme = String(decoding: letters, as: UTF8.self).lowercased()
        return scheme == "javascript" || scheme == "vbscript" || scheme == "data" || scheme == "file"
    }
}

extension ArraySlice<UInt8> {
    /// Whether HTML contains an `<a …>`.
    var containsAnchor: Bool {
        for index in indices where self[index] == UInt8(ascii: "<") {
            guard index + 2 < endIndex, self[index + 1] | 0x20 == UInt8(ascii: "a") else { continue }
            if self[index + 2] <= 0x20 || self[index + 2] == UInt8(ascii: ">") { return true }
        }
        return false
    }
}
