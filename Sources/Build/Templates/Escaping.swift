/// Escapes untrusted text for the format that it is inserted into.
package enum Escaping {
    /// Appends text escaped for HTML text and quoted attributes.
    static func appendHTML(_ text: String, to output: inout [UInt8]) {
        var text = text
        text.withUTF8 { bytes in
            append(bytes, to: &output) { bytes, index in
                switch bytes[index] {
                case UInt8(ascii: "&"): ("&amp;", 1)
                case UInt8(ascii: "<"): ("&lt;", 1)
                case UInt8(ascii: ">"): ("&gt;", 1)
                case UInt8(ascii: "\""): ("&quot;", 1)
                case UInt8(ascii: "'"): ("&#39;", 1)
                default: nil
                }
            }
        }
    }

    /// Appends bytes with escapes; runs of bytes that need no escape are copied in one piece.
    ///
    /// - Parameter escape: the replacement for the bytes at an index, and their count; nil for a byte that stays.
    @inline(__always)
    private static func append(
        _ bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8],
        _ escape: (UnsafeBufferPointer<UInt8>, Int) -> (text: StaticString, length: Int)?
    ) {
        var (start, index) = (0, 0)
        while index < bytes.count {
            guard let (text, length) = escape(bytes, index) else {
                index += 1
                continue
            }
            output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
            output.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
            index += length
            start = index
        }
        output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
    }

    package static func html(_ text: String) -> String {
        var output: [UInt8] = []
        appendHTML(text, to: &output)
        return String(decoding: output, as: UTF8.self)
    }

    /// Appends text escaped for XML; characters that XML 1.0 doesn't allow are left out (section 2.2, Characters).
    static func appendXML(_ bytes: [UInt8], to output: inout [UInt8]) {
        bytes.withUnsafeBufferPointer { bytes in
            append(bytes, to: &output) { bytes, index in
                switch bytes[index] {
                case UInt8(ascii: "&"): return ("&amp;", 1)
                case UInt8(ascii: "<"): return ("&lt;", 1)
                case UInt8(ascii: ">"): return ("&gt;", 1)
                case UInt8(ascii: "\""): return ("&quot;", 1)
                case 0x09, 0x0A: return nil
                case 0..<0x20, 0x7F: return ("", 1)
                case 0xEF:
                    // U+FFFE and U+FFFF aren't XML characters either.
                    let isNone = index + 2 < bytes.count && bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE
                    return isNone ? ("", 3) : nil
                default: return nil
                }
            }
        }
    }

    static func xml(_ text: String) -> String {
        var output: [UInt8] = []
        appendXML(Array(text.utf8), to: &output)
        return String(decoding: output, as: UTF8.self)
    }

    /// JSON for a `<script>` element, with each `<` escaped so that none can end the element.
    static func script(_ json: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        for byte in json {
            if byte == UInt8(ascii: "<") { output += "\\u003c".utf8 } else { output.append(byte) }
        }
        return output
    }
}
