/// Converts HTML text to the text that is shown.
package enum PageText {
    /// The text on one line with its character references resolved, or nil if nothing is left.
    package static func shown(_ bytes: ArraySlice<UInt8>) -> String? {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var (index, isBetween) = (bytes.startIndex, false)
        while index < bytes.endIndex {
            if let blank = blank(bytes[index...]) {
                index += blank
                isBetween = !output.isEmpty
                continue
            }
            if isBetween { output.append(0x20) }
            isBetween = false
            if bytes[index] == UInt8(ascii: "&"), let (scalar, count) = reference(bytes[index...]) {
                if scalar == "\u{A0}" { isBetween = !output.isEmpty } else { output += UTF8.encode(scalar) ?? .init() }
                index += count
            } else {
                output.append(bytes[index])
                index += 1
            }
        }
        return output.isEmpty ? nil : String(decoding: output, as: UTF8.self)
    }

    /// The length in bytes of the whitespace character at the beginning, which may be non-breaking or have no width.
    private static func blank(_ bytes: ArraySlice<UInt8>) -> Int? {
        guard let first = bytes.first else { return nil }
        if first <= 0x20 { return 1 }
        if first < 0x80 { return nil }
        if bytes.starts(with: [0xC2, 0xA0]) { return 2 }
        return bytes.starts(with: [0xE2, 0x80, 0x8B]) || bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : nil
    }

    /// The character that a reference such as `&amp;` means, and the reference's length.
    private static func reference(_ bytes: ArraySlice<UInt8>) -> (Unicode.Scalar, Int)? {
        guard let end = bytes.prefix(12).firstIndex(of: UInt8(ascii: ";")) else { return nil }
        let name = String(decoding: bytes[(bytes.startIndex + 1)..<end], as: UTF8.self)
        return character(name[...]).map { ($0, end + 1 - bytes.startIndex) }
    }

    private static func character(_ name: Substring) -> Unicode.Scalar? {
        guard name.utf8.first == UInt8(ascii: "#") else { return named[name] }
        let digits = name.dropFirst()
        let isHexadecimal = digits.utf8.first.map { $0 | 0x20 } == UInt8(ascii: "x")
        return UInt32(isHexadecimal ? digits.dropFirst() : digits, radix: isHexadecimal ? 16 : 10)
            .flatMap(Unicode.Scalar.init)
    }

    /// The named character references that are common in titles.
    private static let named: [Substring: Unicode.Scalar] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "ndash": "–", "mdash": "—",
        "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "hellip": "…", "middot": "·", "bull": "•",
        "raquo": "»", "laquo": "«", "copy": "©", "reg": "®", "trade": "™", "times": "×", "eacute": "é", "egrave": "è",
        "auml": "ä", "ouml": "ö", "uuml": "ü", "Auml": "Ä", "Ouml": "Ö", "Uuml": "Ü", "szlig": "ß", "ntilde": "ñ",
        "agrave": "à", "ccedil": "ç",
    ]
}
