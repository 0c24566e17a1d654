package import Context
internal import Newsletter
package import Send
internal import Settings

/// Opens the delivery that a publication's settings ask for.
package struct MailRoute: Sendable {
    /// Makes the delivery through a mail server.
    package var smtp: @Sendable (_ server: SMTPServer) -> MailDelivery

    package init(smtp: @escaping @Sendable (_ server: SMTPServer) -> MailDelivery) {
        self.smtp = smtp
    }

    /// The secret with the password for `mail: { smtp: { user: … } }`.
    package static let password = "SENNIGHT_SMTP_PASSWORD"

    /// The delivery through the configured mail server, or into the folder for the transport `file`.
    ///
    /// - Throws: a ``Diagnostic`` if the password is missing; ``FileError`` if it can't be read.
    package func delivery(_ session: DraftSession, _ cryptography: Cryptography) throws -> MailDelivery {
        let mail = session.publication.mail
        guard mail.transport == .smtp, let server = mail.smtp else {
            return .folder(
                Self.outbox(session), files: session.files, clock: session.context.clock, cryptography: cryptography)
        }
        return smtp(
            SMTPServer(
                host: server.host, port: server.port, security: server.security,
                credentials: try server.user.map { user in
                    guard let password = try session.context.secrets.named(Self.password) else {
                        throw Diagnostic(
                            "there is no password for the mail server's user '\(user)'",
                            remedy: "Set \(Self.password), or \(Self.password)_FILE to a file that has it")
                    }
                    return SMTPCredentials(user: user, password: password)
                }))
    }

    /// The folder of the transport `file`.
    package static func outbox(_ session: DraftSession) -> String { "\(session.location.state)/outbox" }
}
