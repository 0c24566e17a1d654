internal import Newsletter

/// A JSON Web Token signed with RS256 (RFC 7519; RFC 7518, section 3.3).
enum SignedToken {
    /// - Parameter sign: gives the signature of some bytes.
    static func text<Failure: Error>(
        header: [(String, JSONText)], claims: [(String, JSONText)], sign: ([UInt8]) throws(Failure) -> [UInt8]
    ) throws(Failure) -> String {
        let head = JSONText.members([("alg", .text("RS256")), ("typ", .text("JWT"))] + header)
        let signed = Base64URL.text(head.bytes) + "." + Base64URL.text(JSONText.members(claims).bytes)
        return signed + "." + Base64URL.text(try sign(Array(signed.utf8)))
    }
}

/// Base64 with the alphabet for addresses, without padding (RFC 4648, section 5).
enum Base64URL {
    private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    static func text(_ bytes: [UInt8]) -> String {
        var output: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            var word = group.reduce(0 as UInt32) { $0 << 8 | UInt32($1) }
            word <<= 8 * UInt32(3 - group.count)
            for index in 0...group.count { output.append(letters[Int(word >> UInt32(18 - 6 * index) & 63)]) }
        }
        return String(decoding: output, as: UTF8.self)
    }
}
