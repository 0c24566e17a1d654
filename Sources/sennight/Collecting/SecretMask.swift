internal import Collect
internal import Synchronization

/// The secrets that sources were given in this run, and what is written in their place.
///
/// A server may send back what it was sent; that must come into no message and no file that others see.
final class SecretMask: Sendable {
    private let secrets = Mutex<Set<String>>([])

    private static let sign = "[secret]"
    /// In bytes; what is shorter guards nothing, and stands in many words.
    private static let shortest = 6

    /// - Returns: the same secret.
    func note(_ secret: String?) -> String? {
        if let secret, secret.utf8.count >= Self.shortest { secrets.withLock { _ = $0.insert(secret) } }
        return secret
    }

    func masked(_ text: String) -> String {
        secrets.withLock(\.self).reduce(text) { text, secret in text.replacing(secret, with: Self.sign) }
    }

    func masked(_ bytes: [UInt8]) -> [UInt8] {
        let text = String(decoding: bytes, as: UTF8.self)
        let masked = masked(text)
        return masked == text ? bytes : Array(masked.utf8)
    }

    func masked(_ fault: SourceFault) -> SourceFault {
        var fault = fault
        fault.address = fault.address.map(masked)
        fault.field = fault.field.map(masked)
        fault.problem = masked(fault.problem)
        return fault
    }
}
