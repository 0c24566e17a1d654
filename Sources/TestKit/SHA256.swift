internal import Crypto

/// SHA-256, for comparison with digests from other programs.
package enum SHA256 {
    /// The digest in lower-case hexadecimal.
    package static func hexadecimal(of message: [UInt8]) -> String {
        Crypto.SHA256.hash(data: message).map { byte in
            let digits = String(byte, radix: 16)
            return digits.utf8.count == 1 ? "0" + digits : digits
        }.joined()
    }
}
