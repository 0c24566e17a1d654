internal import Text

/// The parts of a secret that must not appear in any text, and the encodings that can't be undone byte by byte.
enum SecretForms {
    /// The minimum length of a secret in bytes. A shorter one doesn't protect anything, and occurs in many words.
    static let shortest = 6
    /// The minimum length in bytes of a part of a secret, such as a line of a key or a part of a token.
    private static let shortestPart = 16
    private static let shortestBase64 = 8

    /// The search words in lower case, without those that are too short.
    static func words(of secret: String) -> Set<[UInt8]> {
        // A private key in PEM, whose line breaks may be written as `\n`.
        let lines = secret.replacing("\\n", with: "\n").split(whereSeparator: \.isNewline)
        if lines.count > 1 {
            return Set(lines.filter { $0.utf8.count >= shortestPart && !$0.hasPrefix("-----") }.map(lowercased))
        }
        guard secret.utf8.count >= shortest else { return [] }
        var words: Set<[UInt8]> = [lowercased(secret)]
        let pieces = secret.split(separator: ".", omittingEmptySubsequences: false)
        // A JSON Web Token (RFC 7519): its payload and its signature. Many tokens share a header.
        if pieces.count == 3, pieces.allSatisfy({ Base64URL.bytes($0) != nil }) {
            for piece in pieces.dropFirst() where piece.utf8.count >= shortestPart { words.insert(lowercased(piece)) }
        }
        for text in base64(Array(secret.utf8)) {
            words.insert(lowercased(text))
            words.insert(lowercased(text.replacing("-", with: "+").replacing("_", with: "/")))
        }
        return words
    }

    /// The Base64 forms of the bytes at any position within a longer text, such as the `name:password` of RFC 7617,
    /// without the characters that also depend on neighbouring bytes.
    private static func base64(_ bytes: [UInt8]) -> [String] {
        (0..<3).compactMap { shift in
            let text = Base64URL.text([UInt8](repeating: 0, count: shift) + bytes)
            let first = (shift * 8 + 5) / 6
            let inner = text.prefix((shift + bytes.count) * 8 / 6).dropFirst(first)
            return inner.utf8.count >= shortestBase64 ? String(inner) : nil
        }
    }

    private static func lowercased(_ text: some StringProtocol) -> [UInt8] { text.utf8.map(\.lowercasedASCII) }
}
