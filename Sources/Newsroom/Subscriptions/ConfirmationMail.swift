internal import Address
internal import Build
package import Context
package import Newsletter
package import Send
package import Settings
package import Store

/// Writes the messages that ask people to confirm, in the publication's language.
package struct ConfirmationMail: Sendable {
    private let publication: Publication
    private let from: Mailbox
    private let days: Int
    private let signers: [DKIMSigner]
    private let cryptography: Cryptography
    private let clock: Clock

    /// - Parameter days: how long the link works.
    /// - Throws: a ``Diagnostic`` if the settings have no sender, or a key can't be read.
    package init(
        _ publication: Publication, _ location: PublicationLocation, context: Context, cryptography: Cryptography,
        days: Int
    ) throws(Diagnostic) {
        guard let from = publication.mail.from else { throw MailSettings.missing(location) }
        self.publication = publication
        self.from = from
        self.days = days
        self.cryptography = cryptography
        clock = context.clock
        signers = try MailKeys.reading(publication.mail, location, context, cryptography)
            .signers(publication.mail, cryptography)
    }

    /// Whether there are keys.
    package var isSigned: Bool { !signers.isEmpty }

    /// - Throws: if the library can't sign.
    package func message(for confirmation: ClaimedConfirmation) throws(CommandError) -> OutgoingMessage {
        let url = publication.subscriptionServer + "confirm/" + confirmation.token
        let words = publication.localization
        func filled(_ name: String) -> String {
            words[name].replacing("{title}", with: publication.title).replacing("{days}", with: "\(days)")
        }
        let paragraphs = ["confirmation_request", "confirmation_lifetime", "confirmation_ignore"].map(filled)
        let message = ConfirmationMessage(
            from: from, replyTo: publication.mail.replyTo, subject: filled("confirmation_subject"),
            text: Array("\(paragraphs[0])\n\n\(url)\n\n\(paragraphs[1])\n\n\(paragraphs[2])\n".utf8),
            html: Array(html(paragraphs, url: url, button: words["confirm"], language: words.language).utf8),
            token: confirmation.token)
        let recipient = confirmation.address.envelope
        let bytes = try message.bytes(
            to: recipient, date: clock.mailDate, at: clock.seconds, signers: signers,
            cryptography: cryptography)
        return OutgoingMessage(
            sender: publication.mail.bounceDomain.map { "b+\(confirmation.bounceToken)@\($0)" } ?? from.address,
            recipient: recipient, needsSMTPUTF8: confirmation.address.needsSMTPUTF8, bytes: bytes)
    }

    private func html(_ paragraphs: [String], url: String, button: String, language: String) -> String {
        let (link, texts) = (Escaping.html(url), paragraphs.map(Escaping.html))
        return """
            <!DOCTYPE html>
            <html lang="\(language)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>\(Escaping.html(publication.title))</title>
            <style>
            :root { color-scheme: light dark; }
            body { margin: 0; background: #fcfaf5; color: #221e1a; }
            main { max-width: 40em; margin: 0 auto; padding: 1em 1.25em 2em; }
            h1 { font-size: 1.5em; line-height: 1.25; }
            a { color: #9c2f1b; }
            @media (prefers-color-scheme: dark) {
            body { background: #181614 !important; color: #e8e2d8 !important; }
            a { color: #f2a188 !important; }
            }
            </style>
            </head>
            <body style="font: 17px/1.55 Charter, Georgia, serif">
            <main>
            <h1>\(Escaping.html(publication.title))</h1>
            <p>\(texts[0])</p>
            <p><a href="\(link)"><strong>\(Escaping.html(button))</strong></a></p>
            <p style="overflow-wrap: anywhere">\(link)</p>
            <p>\(texts[1])</p>
            <p>\(texts[2])</p>
            </main>
            </body>
            </html>

            """
    }
}
