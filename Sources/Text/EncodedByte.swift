/// A byte of a text in a form that another layer may have written: percent-encoded (RFC 3986, section 2.1), possibly
/// twice, escaped in JSON (RFC 8259, section 7), or as an HTML character reference.
package struct EncodedByte {
    package var byte: UInt8
    /// The number of bytes in the text that encode it.
    package var length: Int

    /// The length of the encoding of a byte that begins at an index, or nil if none begins there. The byte is given in
    /// lower case. `%2541` can encode `A`, and its beginning can encode the percent sign of `%41`.
    package static func length(of byte: UInt8, at index: Int, in text: borrowing Span<UInt8>) -> Int? {
        guard let whole = at(index, of: text) else { return nil }
        if whole.byte.lowercasedASCII == byte { return whole.length }
        return whole.length == 5 && text[index] == UInt8(ascii: "%") && byte == UInt8(ascii: "%") ? 3 : nil
    }

    /// The encoded byte at an index; nil if the bytes there aren't an encoding.
    package static func at(_ index: Int, of text: borrowing Span<UInt8>) -> EncodedByte? {
        switch text[index] {
        case UInt8(ascii: "%"): percentEncoded(index, text)
        case UInt8(ascii: "\\"): escaped(index, text)
        case UInt8(ascii: "&"): reference(index, text)
        default: nil
        }
    }

    /// The decoded bytes of a text.
    package static func decoded(_ text: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        let span = text.span
        var index = 0
        while index < span.count {
            if let encoded = at(index, of: span) {
                output.append(encoded.byte)
                index += encoded.length
            } else {
                output.append(span[index])
                index += 1
            }
        }
        return output
    }

    private static func percentEncoded(_ index: Int, _ text: borrowing Span<UInt8>) -> EncodedByte? {
        guard let byte = number(text, index + 1, digits: 2) else { return nil }
        // `%2541`: the percent sign is encoded again.
        if byte == 0x25, let inner = number(text, index + 3, digits: 2) {
            return EncodedByte(byte: UInt8(inner), length: 5)
        }
        return EncodedByte(byte: UInt8(byte), length: 3)
    }

    private static func escaped(_ index: Int, _ text: borrowing Span<UInt8>) -> EncodedByte? {
        guard index + 1 < text.count else { return nil }
        switch text[index + 1] {
        case UInt8(ascii: "u"):
            guard let value = number(text, index + 2, digits: 4), value < 0x80 else { return nil }
            return EncodedByte(byte: UInt8(value), length: 6)
        case UInt8(ascii: "/"), UInt8(ascii: "\""), UInt8(ascii: "\\"):
            return EncodedByte(byte: text[index + 1], length: 2)
        default: return nil
        }
    }

    private static func reference(_ index: Int, _ text: borrowing Span<UInt8>) -> EncodedByte? {
        for (name, byte) in names where matches(name, index + 1, text) {
            return EncodedByte(byte: byte, length: name.utf8.count + 1)
        }
        guard index + 2 < text.count, text[index + 1] == UInt8(ascii: "#") else { return nil }
        let isHexadecimal = text[index + 2] | 0x20 == UInt8(ascii: "x")
        var value = 0
        var end = index + (isHexadecimal ? 3 : 2)
        let start = end
        while end < text.count, let digit = digit(text[end]), digit < (isHexadecimal ? 16 : 10), value < 0x100 {
            value = value * (isHexadecimal ? 16 : 10) + digit
            end += 1
        }
        guard end > start, end < text.count, text[end] == UInt8(ascii: ";"), value < 0x100 else { return nil }
        return EncodedByte(byte: UInt8(value), length: end + 1 - index)
    }

    private static let names: [(name: String, byte: UInt8)] = [
        ("amp;", UInt8(ascii: "&")), ("lt;", UInt8(ascii: "<")), ("gt;", UInt8(ascii: ">")),
        ("quot;", UInt8(ascii: "\"")), ("apos;", UInt8(ascii: "'")),
    ]

    private static func matches(_ name: String, _ start: Int, _ text: borrowing Span<UInt8>) -> Bool {
        var index = start
        for byte in name.utf8 {
            guard index < text.count, text[index] == byte else { return false }
            index += 1
        }
        return true
    }

    /// The hexadecimal number with exactly this many digits at an index.
    private static func number(_ text: borrowing Span<UInt8>, _ index: Int, digits: Int) -> Int? {
        guard index + digits <= text.count else { return nil }
        var value = 0
        for position in index..<(index + digits) {
            guard let digit = digit(text[position]) else { return nil }
            value = value << 4 | digit
        }
        return value
    }

    private static func digit(_ byte: UInt8) -> Int? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte - 0x30)
        case UInt8(ascii: "a")...UInt8(ascii: "f"): Int(byte - 0x61 + 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): Int(byte - 0x41 + 10)
        default: nil
        }
    }
}
