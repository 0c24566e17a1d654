internal import Text

/// Undoes transfer encodings (RFC 2045, section 6); what isn't valid is skipped.
enum TransferDecoding {
    /// - Parameters:
    ///   - encoding: its name in lower case.
    ///   - limit: at most as many bytes are returned.
    static func decoded(_ bytes: ArraySlice<UInt8>, _ encoding: String, atMost limit: Int) -> ArraySlice<UInt8> {
        switch encoding {
        case "quoted-printable": quotedPrintable(bytes, limit)[...]
        case "base64": base64(bytes, limit)[...]
        default: bytes.prefix(limit)
        }
    }

    private static func quotedPrintable(_ bytes: ArraySlice<UInt8>, _ limit: Int) -> [UInt8] {
        var output: [UInt8] = []
        var position = bytes.startIndex
        while position < bytes.endIndex, output.count < limit {
            let byte = bytes[position]
            position += 1
            guard byte == UInt8(ascii: "=") else {
                output.append(byte)
                continue
            }
            let next = bytes[position...].prefix(2)
            if next.count == 2, let high = digit(next[position]), let low = digit(next[position + 1]) {
                output.append(high << 4 | low)
                position += 2
                continue
            }
            // A line that continues; blanks may have been added at its end.
            let end = bytes[position...].firstIndex { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D } ?? bytes.endIndex
            if end < bytes.endIndex, bytes[end] == 0x0A { position = end + 1 } else { output.append(byte) }
        }
        return output
    }

    private static func base64(_ bytes: ArraySlice<UInt8>, _ limit: Int) -> [UInt8] {
        var output: [UInt8] = []
        var (word, bits) = (0 as UInt32, 0)
        for byte in bytes {
            guard output.count < limit, byte != UInt8(ascii: "=") else { break }
            guard let value = letter(byte) else { continue }
            word = word << 6 | UInt32(value)
            bits += 6
            guard bits >= 8 else { continue }
            bits -= 8
            output.append(UInt8(truncatingIfNeeded: word >> UInt32(bits)))
        }
        return output
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "A")...UInt8(ascii: "F"), UInt8(ascii: "a")...UInt8(ascii: "f"):
            byte.lowercasedASCII - UInt8(ascii: "a") + 10
        default: nil
        }
    }

    private static func letter(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte - UInt8(ascii: "A")
        case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - UInt8(ascii: "a") + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0") + 52
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}
