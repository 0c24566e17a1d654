internal import Foundation

/// Folds text, so that differences in case and diacritics don't matter; `search.js` folds in the same way.
package enum TextFolding {
    /// The folded text from which tokens are cut (`FORMAT.md`, Tokens), in UTF-8.
    package static func folded(_ text: String) -> [UInt8] {
        var bytes = Array(text.utf8)
        var isASCII = true
        for index in bytes.indices {
            let byte = bytes[index]
            if byte >= 0x80 {
                isASCII = false
                break
            }
            if byte >= UInt8(ascii: "A"), byte <= UInt8(ascii: "Z") { bytes[index] = byte | 0x20 }
        }
        return isASCII ? bytes : foldedUnicode(text)
    }

    private static func foldedUnicode(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        for scalar in text.decomposedStringWithCompatibilityMapping.unicodeScalars {
            if isDroppedMark(scalar.value) { continue }
            if scalar.isASCII {
                let byte = UInt8(scalar.value)
                bytes.append(byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte)
                continue
            }
            for lower in scalar.properties.lowercaseMapping.unicodeScalars {
                if let replacement = replacements[lower] {
                    bytes += replacement.utf8
                } else {
                    bytes += UTF8.encode(lower).map(Array.init) ?? []
                }
            }
        }
        return bytes
    }

    /// The replacements of letters that have no decomposition.
    private static let replacements: [Unicode.Scalar: String] = [
        "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ς": "σ",
    ]

    /// Whether a mark is dropped because it doesn't matter for a search: combining diacritics, points of Hebrew and
    /// Arabic, voicing of kana.
    private static func isDroppedMark(_ value: UInt32) -> Bool {
        switch value {
        case 0x300...0x36F, 0x591...0x5C7, 0x64B...0x652, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF,
            0x3099...0x309A:
            true
        default: false
        }
    }
}
