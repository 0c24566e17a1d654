package import Context
package import Newsletter

/// The message that asks somebody to confirm a subscription. Nothing in it comes from whoever signed up, except for the
/// address in `To`.
package struct ConfirmationMessage: Sendable {
    package var from: Mailbox
    package var replyTo: Mailbox?
    package var subject: String
    package var text: [UInt8]
    package var html: [UInt8]
    /// In both parts.
    package var token: String

    package init(
        from: Mailbox, replyTo: Mailbox?, subject: String, text: [UInt8], html: [UInt8], token: String
    ) {
        self.from = from
        self.replyTo = replyTo
        self.subject = subject
        self.text = text
        self.html = html
        self.token = token
    }

    /// The message as it is sent, with `\r\n` at the end of each line.
    ///
    /// - Parameters:
    ///   - date: as in the field `Date` (RFC 5322, section 3.3).
    ///   - time: of the signatures, in seconds since 1970.
    ///   - signers: none for a message without signatures.
    /// - Throws: if the library can't sign.
    package func bytes(
        to address: String, date: String, at time: Int, signers: [DKIMSigner], cryptography: Cryptography
    ) throws(CommandError) -> [UInt8] {
        let parts = AlternativeParts(text: text, html: html, keeping: Array(token.utf8), cryptography: cryptography)
        // A digest: whoever reads the identifier in a log must not be able to confirm.
        let identifier = Base64URL.text(Array(cryptography.digest([Array(token.utf8)[...]]).prefix(18)))
        let fields = [
            MessageField("From", HeaderText.mailbox(from)),
            replyTo.map { MessageField("Reply-To", HeaderText.mailbox($0)) },
            MessageField("To", HeaderText.address(address)),
            MessageField("Subject", HeaderText.unstructured(subject)),
            MessageField("Date", date),
            MessageField("Message-ID", "<\(identifier)@\(HeaderText.address(from.domain))>"),
            // RFC 3834, section 5: no program answers it.
            MessageField("Auto-Submitted", "auto-generated"),
            MessageField("MIME-Version", "1.0"),
            parts.contentType,
        ].compactMap { $0 }
        let digest = cryptography.digest([DKIMCanonical.body(parts.bytes)[...]])
        var header = ""
        for signer in signers { header += try signer.signature(of: fields, bodyDigest: digest, at: time) }
        for field in fields { header += HeaderText.field(field.name, field.body) }
        return Array(header.utf8) + Array("\r\n".utf8) + parts.bytes
    }
}
