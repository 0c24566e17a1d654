package import Context
package import Newsletter

/// An issue's mail, prepared once: further recipients only cost their header, their tokens and the signatures.
package struct IssueMessage: Sendable {
    /// What all recipients receive.
    package struct Content: Sendable {
        package var from: Mailbox
        package var replyTo: Mailbox?
        package var subject: String
        /// With ``IssueMessage/place(ofTokenWith:)`` in the place of the token.
        package var html: [UInt8]
        /// Like ``html``; lines end with `\n`.
        package var text: [UInt8]
        package var list: MailingList
        /// As in the field `Date` (RFC 5322, section 3.3).
        package var date: String

        package init(
            from: Mailbox, replyTo: Mailbox?, subject: String, html: [UInt8], text: [UInt8], list: MailingList,
            date: String
        ) {
            self.from = from
            self.replyTo = replyTo
            self.subject = subject
            self.html = html
            self.text = text
            self.list = list
            self.date = date
        }
    }

    private let content: Content
    private let body: MessagePieces
    private let canonicalBody: MessagePieces
    private let signers: [DKIMSigner]
    private let cryptography: Cryptography
    /// The header's fields that are the same for everybody, by their place around the recipient's own.
    private let (first, last): ([MessageField], [MessageField])

    /// - Parameters:
    ///   - tokenLength: of the tokens of all recipients.
    ///   - signers: none for a message without signatures.
    package init(_ content: Content, tokenLength: Int, signers: [DKIMSigner], cryptography: Cryptography) {
        self.content = content
        self.signers = signers
        self.cryptography = cryptography
        let place = Array(Self.place(ofTokenWith: tokenLength).utf8)
        let alternatives = AlternativeParts(
            text: content.text, html: content.html, keeping: place, cryptography: cryptography)
        let body = alternatives.bytes
        self.body = MessagePieces(body, place: place)
        canonicalBody = MessagePieces(DKIMCanonical.body(body), place: place)
        let list = content.list
        first = [
            MessageField("From", HeaderText.mailbox(content.from)),
            content.replyTo.map { MessageField("Reply-To", HeaderText.mailbox($0)) },
            MessageField("Subject", HeaderText.unstructured(content.subject)),
            MessageField("Date", content.date),
        ].compactMap { $0 }
        last = [
            MessageField("List-Id", "\(HeaderText.phrase(list.name)) <\(HeaderText.address(list.identifier))>"),
            MessageField("List-Archive", HeaderText.url(list.archive)),
            MessageField("List-Post", "NO"),
            MessageField("MIME-Version", "1.0"),
            alternatives.contentType,
        ]
    }

    /// The message as it is sent, with `\r\n` at the end of each line.
    ///
    /// - Parameter time: of the signatures, in seconds since 1970.
    /// - Throws: if the library can't sign.
    package func bytes(for recipient: MailRecipient, at time: Int) throws(CommandError) -> [UInt8] {
        let token = Array(recipient.token.utf8)
        let list = content.list
        let fields =
            first + [
                MessageField("To", HeaderText.address(recipient.address)),
                MessageField("Message-ID", "<\(HeaderText.address(recipient.messageID))>"),
                MessageField(
                    "List-Unsubscribe",
                    HeaderText.url(list.unsubscribe + recipient.token) + ", "
                        + HeaderText.url("mailto:\(list.unsubscribeMailbox(recipient.token))?subject=unsubscribe")),
                MessageField("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
            ] + last
        let digest = cryptography.digest(canonicalBody.slices(with: token))
        var header = ""
        for signer in signers { header += try signer.signature(of: fields, bodyDigest: digest, at: time) }
        for field in fields { header += HeaderText.field(field.name, field.body) }
        var output: [UInt8] = []
        output.reserveCapacity(header.utf8.count + body.count + 2 + token.count * body.pieces.count)
        output += header.utf8
        output += "\r\n".utf8
        for slice in body.slices(with: token) { output += slice }
        return output
    }

    /// A text of the same length as a token that HTML and text have in its place.
    package static func place(ofTokenWith length: Int) -> String {
        let start = "SENNIGHT-TOKEN-"
        return start + String(repeating: "x", count: max(0, length - start.utf8.count))
    }
}

/// Who receives a message, and what differs in it.
package struct MailRecipient: Hashable, Sendable {
    package var address: String
    /// The token for unsubscribing, of ASCII letters, digits, `-` and `_`; it is as long as that of all others.
    package var token: String
    /// `unique@domain`, the same whenever the message is made.
    package var messageID: String

    package init(address: String, token: String, messageID: String) {
        self.address = address
        self.token = token
        self.messageID = messageID
    }
}

/// The mailing list that a message belongs to, as its header describes it (RFC 2369, RFC 2919, RFC 8058).
package struct MailingList: Hashable, Sendable {
    package var name: String
    /// A domain name.
    package var identifier: String
    /// The URL of the list of all issues.
    package var archive: String
    /// The URL for unsubscribing, up to the token.
    package var unsubscribe: String
    /// The domain that receives mail for unsubscribing.
    package var domain: String

    package init(name: String, identifier: String, archive: String, unsubscribe: String, domain: String) {
        self.name = name
        self.identifier = identifier
        self.archive = archive
        self.unsubscribe = unsubscribe
        self.domain = domain
    }

    func unsubscribeMailbox(_ token: String) -> String { "unsubscribe+\(token)@\(domain)" }
}
