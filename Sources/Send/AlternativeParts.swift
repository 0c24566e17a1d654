internal import Context

/// The body of a message with a text and an HTML part (RFC 2046, section 5.1.4), encoded as quoted-printable.
struct AlternativeParts {
    /// With `\r\n` at the end of each line.
    let bytes: [UInt8]
    /// The field that describes the body.
    let contentType: MessageField

    /// - Parameters:
    ///   - text: lines end with `\n`.
    ///   - atom: a text that no line break may split; see ``QuotedPrintable``.
    init(text: [UInt8], html: [UInt8], keeping atom: [UInt8], cryptography: Cryptography) {
        let parts = [("plain", text), ("html", html)].map { type, bytes in
            (type, QuotedPrintable.encoded(bytes, keeping: atom))
        }
        // Encoded parts never contain `=_`.
        let digest = cryptography.digest(parts.map { $0.1[...] })
        let boundary = "=_" + Base64URL.text(Array(digest.prefix(15)))
        var body: [UInt8] = []
        for (type, bytes) in parts {
            body += "--\(boundary)\r\nContent-Type: text/\(type); charset=utf-8\r\n".utf8
            body += "Content-Transfer-Encoding: quoted-printable\r\n\r\n".utf8
            body += bytes
            body += "\r\n".utf8
        }
        body += "--\(boundary)--\r\n".utf8
        self.bytes = body
        contentType = MessageField("Content-Type", "multipart/alternative; boundary=\"\(boundary)\"")
    }
}
