/// Escapes characters that aren't allowed in a path, a query or a fragment.
enum AddressEscaping {
    /// The text with every character that RFC 3986 doesn't allow written as `%XX`; existing escapes stay as they are.
    static func escaped(_ text: Substring) -> String {
        let bytes = Array(text.utf8)
        guard bytes.contains(where: { !isAllowed($0) }) else { return String(text) }
        var output: [UInt8] = []
        for (index, byte) in bytes.enumerated() {
            if isAllowed(byte) || byte == UInt8(ascii: "%") && isEscape(bytes[index...]) {
                output.append(byte)
            } else {
                let digits = Array("0123456789ABCDEF".utf8)
                output += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: output, as: UTF8.self)
    }

    private static func isEscape(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.count >= 3 && bytes.dropFirst().prefix(2).allSatisfy { HexadecimalDigit.value($0) != nil }
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        // Slash, question mark and the rest of pchar (section 3.3).
        default: "-._~!$&'()*+,;=:@/?".utf8.contains(byte)
        }
    }
}
