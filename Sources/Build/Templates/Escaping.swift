/// Makes strangers' text safe where it is put.
enum Escaping {
    /// For HTML text and quoted attributes.
    static func appendHTML(_ text: String, to output: inout [UInt8]) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): output += "&amp;".utf8
            case UInt8(ascii: "<"): output += "&lt;".utf8
            case UInt8(ascii: ">"): output += "&gt;".utf8
            case UInt8(ascii: "\""): output += "&quot;".utf8
            case UInt8(ascii: "'"): output += "&#39;".utf8
            default: output.append(byte)
            }
        }
    }

    static func html(_ text: String) -> String {
        var output: [UInt8] = []
        appendHTML(text, to: &output)
        return String(decoding: output, as: UTF8.self)
    }

    /// For XML text: what XML 1.0 cannot hold at all is left out (section 2.2, Characters).
    static func appendXML(_ bytes: some Collection<UInt8>, to output: inout [UInt8]) {
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "&"): output += "&amp;".utf8
            case UInt8(ascii: "<"): output += "&lt;".utf8
            case UInt8(ascii: ">"): output += "&gt;".utf8
            case UInt8(ascii: "\""): output += "&quot;".utf8
            case 0x09, 0x0A: output.append(byte)
            case 0..<0x20, 0x7F: break
            // The last byte of U+FFFE and U+FFFF, which are no characters of XML either.
            case 0xBE, 0xBF: if output.suffix(2) == [0xEF, 0xBF] { output.removeLast(2) } else { output.append(byte) }
            default: output.append(byte)
            }
        }
    }

    static func xml(_ text: String) -> String {
        var output: [UInt8] = []
        appendXML(text.utf8, to: &output)
        return String(decoding: output, as: UTF8.self)
    }

    /// JSON that stands inside a `<script>` element: no `<` can end it.
    static func script(_ json: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        for byte in json {
            if byte == UInt8(ascii: "<") { output += "\\u003c".utf8 } else { output.append(byte) }
        }
        return output
    }
}
