#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// The name and the password with which mail is submitted.
package struct SMTPCredentials: Hashable, Sendable {
    package var user: String
    package var password: String

    package init(user: String, password: String) {
        self.user = user
        self.password = password
    }

    /// A way to prove them (RFC 4954, RFC 4616; LOGIN is described by an expired draft).
    enum Mechanism: Hashable, Sendable {
        case plain, login
    }

    /// The best of the mechanisms that a server offers; nil if it offers neither.
    static func mechanism(_ offered: Set<String>) -> Mechanism? {
        offered.contains("PLAIN") ? .plain : offered.contains("LOGIN") ? .login : nil
    }

    /// The command AUTH, and the responses to the server's challenges.
    func exchange(_ mechanism: Mechanism) -> (command: String, responses: [String]) {
        switch mechanism {
        case .plain:
            let response = Self.base64("\u{0}\(user)\u{0}\(password)")
            // A command line has at most 512 bytes (RFC 4954, section 4).
            guard response.utf8.count <= 490 else { return ("AUTH PLAIN", [response]) }
            return ("AUTH PLAIN " + response, [])
        case .login:
            return ("AUTH LOGIN", [Self.base64(user), Self.base64(password)])
        }
    }

    private static func base64(_ text: String) -> String { Data(text.utf8).base64EncodedString() }
}
