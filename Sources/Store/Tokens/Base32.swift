/// Base32 in lower case without padding (RFC 4648, section 6), for a number of bytes that is a multiple of five.
enum Base32 {
    private static let letters = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)

    static func text(_ bytes: [UInt8]) -> String {
        var output: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 5) {
            let word = bytes[start..<min(start + 5, bytes.count)].reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
            for shift in stride(from: 35, through: 0, by: -5) {
                output.append(letters[Int(word >> UInt64(shift) & 31)])
            }
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// Decodes both cases; nil if the text is invalid.
    static func bytes(_ text: String) -> [UInt8]? {
        var output: [UInt8] = []
        var (word, bits) = (0 as UInt32, 0)
        for letter in text.utf8 {
            let lower = UInt8(ascii: "A")...UInt8(ascii: "Z") ~= letter ? letter | 0x20 : letter
            guard let value = letters.firstIndex(of: lower) else { return nil }
            word = word << 5 | UInt32(value)
            bits += 5
            guard bits >= 8 else { continue }
            bits -= 8
            output.append(UInt8(truncatingIfNeeded: word >> UInt32(bits)))
        }
        return bits == 0 ? output : nil
    }
}
