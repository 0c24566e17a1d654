internal import Newsletter

/// Reads `mail: smtp:`.
enum MailServerSettingsReader {
    static let declared = SettingsMapping([
        Setting(
            "server", .text, "The mail server: a host name or an IP address. Mail is only ever given to this server.",
            example: "smtp.example.org"),
        Setting(
            "port", .number(1...65_535),
            "The server's port. By default, 587 with `starttls`, 465 with `tls`, and 25 with `none`.", example: 587),
        Setting(
            "security", .choice(of: MailSettings.Server.Security.self),
            "How the connection is encrypted: by STARTTLS, without which nothing is sent, or by TLS from the beginning. The"
                + " server's certificate must be valid for `server`. `none` is only possible with a server on the same"
                + " machine.", default: .text(MailSettings.Server.Security.starttls.rawValue)),
        Setting(
            "user", .text,
            "The user's name, if the server demands one. The password is read from `SENNIGHT_SMTP_PASSWORD`, or from the file"
                + " that `SENNIGHT_SMTP_PASSWORD_FILE` names.", example: "weekly@example.org"),
        Setting(
            "connections", .number(1...100), "The most connections that are open at the same time.",
            default: .number(MailSettings.Server.usualConnections)),
    ])

    /// - Returns: nil if there is no server, or its settings are invalid.
    static func server(_ fields: SettingsFields) -> MailSettings.Server? {
        let security: MailSettings.Server.Security = fields.choice("security") ?? .starttls
        let port = fields.optionalNumber("port") ?? security.usualPort
        let user = fields.optionalText("user")
        let connections = fields.number("connections")
        guard let host = fields.optionalText("server") else { return nil }
        guard isHost(host) else {
            fields.report(
                "server", "isn't a host name or an IP address: '\(host)'",
                remedy: "Write it like smtp.example.org, and its port as 'port'")
            return nil
        }
        guard security != .none || MailSettings.Server.isThisMachine(host) else {
            fields.report(
                "security", "can't be 'none' for a server on another machine",
                remedy: "Write 'starttls' or 'tls', or send through a mail server at localhost")
            return nil
        }
        return MailSettings.Server(host: host, port: port, security: security, user: user, connections: connections)
    }

    private static func isHost(_ text: String) -> Bool {
        // An IPv6 address has at least two colons; with one, the second part is a port.
        guard text.utf8.count(where: { $0 == 0x3A }) != 1 else { return false }
        return text.utf8.allSatisfy { byte in
            byte == 0x2D || byte == 0x2E || byte == 0x5F || byte == 0x3A || (0x30...0x39).contains(byte)
                || (0x61...0x7A).contains(byte | 0x20)
        }
    }
}
