/// A byte of a text as another layer may have written it: percent-encoded (RFC 3986, section 2.1), also twice, escaped in
/// JSON (RFC 8259, section 7), or as a character reference in HTML.
struct EncodedByte {
    var byte: UInt8
    /// How many bytes of the text stand for it.
    var length: Int

    /// How long the encoding of a byte, in lower case, at an index is; nil where there is none. `%2541` can stand for `A`,
    /// and its beginning for the percent sign of `%41`.
    static func length(of byte: UInt8, at index: Int, in text: borrowing Span<UInt8>) -> Int? {
        guard let whole = at(index, of: text) else { return nil }
        if whole.byte.lowercasedASCII == byte { return whole.length }
        return whole.length == 5 && text[index] == UInt8(ascii: "%") && byte == UInt8(ascii: "%") ? 3 : nil
    }

    /// Nil where the bytes at an index stand for themselves.
    static func at(_ index: Int, of text: borrowing Span<UInt8>) -> EncodedByte? {
        switch text[index] {
        case UInt8(ascii: "%"): percentEncoded(index, text)
        case UInt8(ascii: "\\"): escaped(index, text)
        case UInt8(ascii: "&"): reference(index, text)
        default: nil
        }
    }

    /// The bytes that a text stands for.
    static func decoded(_ text: [UInt8]) -> [UInt8] {
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
        // `%2541`: the percent sign is encoded once more.
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
        var end = index + 1
        var name: [UInt8] = []
        while end < text.count, name.count < 8, text[end] != UInt8(ascii: ";") {
            name.append(text[end])
            end += 1
        }
        guard end < text.count, text[end] == UInt8(ascii: ";") else { return nil }
        let length = end + 1 - index
        switch String(decoding: name, as: UTF8.self) {
        case "amp": return EncodedByte(byte: UInt8(ascii: "&"), length: length)
        case "lt": return EncodedByte(byte: UInt8(ascii: "<"), length: length)
        case "gt": return EncodedByte(byte: UInt8(ascii: ">"), length: length)
        case "quot": return EncodedByte(byte: UInt8(ascii: "\""), length: length)
        case "apos": return EncodedByte(byte: UInt8(ascii: "'"), length: length)
        case let text where text.hasPrefix("#x") || text.hasPrefix("#X"):
            return UInt8(text.dropFirst(2), radix: 16).map { EncodedByte(byte: $0, length: length) }
        case let text where text.hasPrefix("#"):
            return UInt8(text.dropFirst()).map { EncodedByte(byte: $0, length: length) }
        default: return nil
        }
    }

    /// The hexadecimal number with exactly so many digits at an index.
    private static func number(_ text: borrowing Span<UInt8>, _ index: Int, digits: Int) -> Int? {
        guard index + digits <= text.count else { return nil }
        var value = 0
        for position in index..<(index + digits) {
            switch text[position] {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | Int(text[position] - 0x30)
            case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | Int(text[position] - 0x61 + 10)
            case UInt8(ascii: "A")...UInt8(ascii: "F"): value = value << 4 | Int(text[position] - 0x41 + 10)
            default: return nil
            }
        }
        return value
    }
}
