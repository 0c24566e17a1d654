package import Newsletter

/// A mail server that accepts mail for others.
package struct SMTPServer: Hashable, Sendable {
    package var host: String
    package var port: Int
    package var security: MailSettings.Server.Security
    package var credentials: SMTPCredentials?

    package init(
        host: String, port: Int, security: MailSettings.Server.Security, credentials: SMTPCredentials? = nil
    ) {
        self.host = host
        self.port = port
        self.security = security
        self.credentials = credentials
    }
}
