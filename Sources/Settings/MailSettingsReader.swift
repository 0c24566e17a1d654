internal import Newsletter

/// Reads `mail:`.
enum MailSettingsReader {
    private static let standard = MailSettings()

    static let declared = SettingsMapping(
        [
            Setting(
                "from", .text, "Who sends the mail: a name and an address.", required: true,
                example: "Example Weekly <weekly@example.org>"),
            Setting(
                "reply-to", .text, "Who receives replies. By default, the sender.",
                example: "The editors <editors@example.org>"),
            Setting(
                "subject", .text, "The subject of an issue; `{title}`, `{number}` and `{date}` are filled in.",
                default: .text(standard.subject)),
            Setting(
                "links", .choice(of: MailSettings.LinkStyle.self),
                "How the text part shows the addresses of links: `numbered` lists them after each section, `inline` shows each"
                    + " after the words that are linked.", default: .text(standard.links.rawValue)),
            Setting(
                "footer", .text,
                "What the foot of each mail says: why readers receive it, and the postal address that some countries demand.",
                example: "You subscribed at weekly.example.org. Example Weekly, 1 High Street, Springfield"),
            Setting(
                "server", .address,
                "Where `sennight subscriptions serve` is reached from the internet. By default, the address of the site.",
                example: "https://mail.example.org/"),
            Setting(
                "subscribe", .flag,
                "Whether the foot of each page has a form for subscribing. The form only appears if there is a `server`.",
                default: .flag(standard.hasSubscribeForm)),
            Setting(
                "list-id", .text, "The identifier of the mailing list, a domain. By default, the host of the site.",
                example: "weekly.example.org"),
            Setting(
                "bounces", .text, "The domain that receives bounces. By default, the domain of the sender.",
                example: "bounces.example.org"),
            Setting("dkim", .mapping(dkim), "The signatures of the mail."),
            Setting(
                "transport", .choice(of: MailSettings.Transport.self),
                "How mail leaves: `smtp` gives it to the mail server of `smtp`, `file` writes each message into a file in"
                    + " `.sennight/outbox`.", default: .text(standard.transport.rawValue)),
            Setting(
                "smtp", .mapping(MailServerSettingsReader.declared),
                "The mail server that delivers the mail, if `transport` is `smtp`."),
        ], isOptional: true)

    private static let dkim = SettingsMapping([
        Setting(
            "domain", .text, "The domain that signs. By default, the domain of the sender.", example: "example.org"),
        Setting(
            "selector", .text, "The name of the keys in the DNS; `-rsa` and `-ed25519` are appended to it.",
            default: .text(standard.selector)),
    ])

    static func settings(_ fields: SettingsFields) -> MailSettings {
        var mail = MailSettings()
        mail.from = mailbox("from", of: fields)
        mail.replyTo = mailbox("reply-to", of: fields)
        mail.subject = fields.text("subject")
        mail.links = fields.choice("links") ?? standard.links
        mail.footer = fields.optionalText("footer")
        mail.server = fields.optionalText("server").map { $0.hasSuffix("/") ? $0 : $0 + "/" }
        mail.hasSubscribeForm = fields.flag("subscribe")
        mail.listID = domain("list-id", of: fields)
        mail.bounceDomain = domain("bounces", of: fields)
        let dkim = fields.mapping("dkim")
        mail.signingDomain = domain("domain", of: dkim)
        mail.selector = domain("selector", of: dkim) ?? standard.selector
        mail.transport = fields.choice("transport") ?? standard.transport
        mail.smtp = MailServerSettingsReader.server(fields.mapping("smtp"))
        if mail.transport == .smtp, !fields.mapping("smtp").contains("server") {
            fields.report(
                "transport", "is 'smtp', but there is no mail server", remedy: "Name it as 'smtp: { server: … }'")
        }
        return mail
    }

    private static func mailbox(_ key: String, of fields: SettingsFields) -> Mailbox? {
        guard let text = fields.optionalText(key) else { return nil }
        guard let mailbox = Mailbox(text) else {
            fields.report(
                key, "isn't a mail address: '\(text)'", remedy: "Write it like Example Weekly <weekly@example.org>")
            return nil
        }
        return mailbox
    }

    /// Text that consists of the characters of domain names, since it becomes part of headers and DNS names.
    private static func domain(_ key: String, of fields: SettingsFields) -> String? {
        guard let text = fields.optionalText(key) else { return nil }
        guard
            text.utf8.allSatisfy({
                $0 == 0x2D || $0 == 0x2E || $0 == 0x5F || (0x30...0x39).contains($0)
                    || (0x61...0x7A).contains($0 | 0x20)
            })
        else {
            fields.report(key, "isn't a domain name: '\(text)'", remedy: "Write it like example.org, in ASCII letters")
            return nil
        }
        return text
    }
}
