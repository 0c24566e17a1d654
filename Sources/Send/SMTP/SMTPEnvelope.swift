/// Sender and recipient of a message, checked against what a server offers.
struct SMTPEnvelope: Sendable {
    let mail: String
    let recipient: String

    /// - Throws: the refusal, as a server would word it, of a message that this server can't accept.
    init(
        _ message: OutgoingMessage, _ content: TransmittedMessage, _ server: ServerExtensions
    ) throws(MailRefusal) {
        guard Self.isPath(message.sender) else {
            throw MailRefusal(553, "5.1.7", "the sender's address has characters that SMTP doesn't allow")
        }
        guard !message.recipient.isEmpty, Self.isPath(message.recipient) else {
            throw MailRefusal(553, "5.1.3", "the recipient's address has characters that SMTP doesn't allow")
        }
        let needsSMTPUTF8 =
            message.needsSMTPUTF8 || !message.sender.utf8.allSatisfy { $0 < 0x80 }
            || !message.recipient.utf8.allSatisfy { $0 < 0x80 }
        guard !needsSMTPUTF8 || server.hasSMTPUTF8 else {
            throw MailRefusal(
                550, "5.6.7", "the address or the header isn't ASCII, and the mail server doesn't offer SMTPUTF8")
        }
        guard !content.has8BitBytes || server.has8BitMIME else {
            throw MailRefusal(554, "5.6.3", "the message isn't ASCII, and the mail server doesn't offer 8BITMIME")
        }
        if let most = server.largestMessage, message.bytes.count > most {
            throw MailRefusal(
                552, "5.3.4",
                "the message has \(message.bytes.count) bytes, and the mail server accepts \(most) at most")
        }
        mail =
            "MAIL FROM:<\(message.sender)>" + (server.hasSize ? " SIZE=\(message.bytes.count)" : "")
            + (content.has8BitBytes ? " BODY=8BITMIME" : "") + (needsSMTPUTF8 ? " SMTPUTF8" : "")
        recipient = "RCPT TO:<\(message.recipient)>"
    }

    /// Whether an address ends neither its angle brackets nor its line. Blanks and brackets may only be quoted
    /// (RFC 5321, section 4.1.2).
    private static func isPath(_ address: String) -> Bool {
        // A path has at most 256 octets (RFC 5321, section 4.5.3.1.3).
        guard address.utf8.count <= 254 else { return false }
        var (isQuoted, isEscaped) = (false, false)
        for byte in address.utf8 {
            guard byte >= 0x20, byte != 0x7F else { return false }
            if isEscaped {
                isEscaped = false
            } else if isQuoted {
                if byte == UInt8(ascii: "\\") { isEscaped = true }
                if byte == UInt8(ascii: "\"") { isQuoted = false }
            } else {
                if byte == UInt8(ascii: "\"") { isQuoted = true }
                guard byte != UInt8(ascii: " "), byte != UInt8(ascii: "<"), byte != UInt8(ascii: ">") else {
                    return false
                }
            }
        }
        return !isQuoted
    }
}

/// A refusal without asking the server.
struct MailRefusal: Error, Hashable, Sendable {
    let reply: MailReply

    init(_ code: Int, _ enhanced: String, _ text: String) {
        reply = MailReply(code: code, enhanced: enhanced, text: text)
    }
}
