internal import Context
internal import Newsletter
internal import Text

/// Writes JSON Web Tokens, signed with RS256 (RFC 7519; RFC 7518, section 3.3).
enum SignedToken {
    /// - Parameter sign: returns the signature of some bytes.
    static func text<Failure: Error>(
        header: [(String, JSONText)], claims: [(String, JSONText)], sign: ([UInt8]) throws(Failure) -> [UInt8]
    ) throws(Failure) -> String {
        let head = JSONText.members([("alg", .text("RS256")), ("typ", .text("JWT"))] + header)
        let signed = Base64URL.text(head.bytes) + "." + Base64URL.text(JSONText.members(claims).bytes)
        return signed + "." + Base64URL.text(try sign(Array(signed.utf8)))
    }
}
