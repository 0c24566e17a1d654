/// Base64 with the URL-safe alphabet, without padding (RFC 4648, section 5).
package enum Base64URL {
    private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    package static func text(_ bytes: [UInt8]) -> String {
        var output: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            var word = group.reduce(0 as UInt32) { $0 << 8 | UInt32($1) }
            word <<= 8 * UInt32(3 - group.count)
            for index in 0...group.count { output.append(letters[Int(word >> UInt32(18 - 6 * index) & 63)]) }
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// Decodes both alphabets, with or without padding; nil if the text is invalid.
    package static func bytes(_ text: some StringProtocol) -> [UInt8]? {
        var output: [UInt8] = []
        var (word, bits) = (0 as UInt32, 0)
        for letter in text.utf8 where letter != UInt8(ascii: "=") {
            let plain =
                letter == UInt8(ascii: "+")
                ? UInt8(ascii: "-") : letter == UInt8(ascii: "/") ? UInt8(ascii: "_") : letter
            guard let value = letters.firstIndex(of: plain) else { return nil }
            word = word << 6 | UInt32(value)
            bits += 6
            guard bits >= 8 else { continue }
            bits -= 8
            output.append(UInt8(truncatingIfNeeded: word >> UInt32(bits)))
        }
        return output
    }
}
