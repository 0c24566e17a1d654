extension MailSettings {
    /// The mail server that delivers the mail, as `mail: smtp:` describes it. The password isn't part of the settings.
    package struct Server: Hashable, Sendable {
        package var host: String
        package var port: Int
        package var security: Security
        package var user: String?
        /// The most connections at the same time.
        package var connections: Int

        package init(host: String, port: Int, security: Security, user: String?, connections: Int) {
            self.host = host
            self.port = port
            self.security = security
            self.user = user
            self.connections = connections
        }

        /// How the connection is secured.
        package enum Security: String, CaseIterable, Sendable {
            /// By STARTTLS (RFC 3207), without which nothing is sent.
            case starttls
            /// From the beginning (RFC 8314).
            case tls
            /// Not at all, for a server on the same machine.
            case none

            /// For submission (RFC 6409, RFC 8314), and for a server on the same machine.
            package var usualPort: Int {
                switch self {
                case .starttls: 587
                case .tls: 465
                case .none: 25
                }
            }
        }

        package static let usualConnections = 8

        /// Whether a host is this machine, by its name.
        package static func isThisMachine(_ host: String) -> Bool {
            host.lowercased() == "localhost" || host == "::1"
                || host.hasPrefix("127.") && host.utf8.allSatisfy { $0 == 0x2E || (0x30...0x39).contains($0) }
        }
    }
}
