/// What a server's reply to a message means for the recipient, and for the campaign.
package enum DeliveryVerdict: Hashable, Sendable {
    /// The recipient can't be reached.
    ///
    /// - Parameter suppresses: whether the address doesn't exist, so that nothing should ever be sent to it again.
    case failed(suppresses: Bool)
    /// Not now: the mailbox is full, or the server is busy.
    case later
    /// The server refuses the publication, not the recipient.
    case pause(reason: String)

    /// Judges a reply that refuses a message (RFC 5321, section 4.2; RFC 3463; the codes of the IANA registry "SMTP
    /// Enhanced Status Codes").
    package init(_ reply: MailReply) {
        let parts = (reply.enhanced ?? "").split(separator: ".").map { Int($0) ?? 0 }
        let (subject, detail) = parts.count == 3 ? (parts[1], parts[2]) : (0, 0)
        let full = "\(reply.code)\(reply.enhanced.map { " \($0)" } ?? "") \(reply.text)"
        switch (subject, detail) {
        // Full mailboxes are emptied, whatever the first digit says.
        case (2, 2): self = .later
        case _ where reply.code < 500: self = .later
        // Authentication, policy, reputation.
        case (7, _): self = .pause(reason: "the mail server refuses the publication's mail (\(full))")
        // The sender's address; its syntax; its domain has no mail server.
        case (1, 7), (1, 8), (1, 9):
            self = .pause(reason: "the mail server doesn't accept the sender's address (\(full))")
        case (3, 4): self = .pause(reason: "the message is too large for the mail server (\(full))")
        case (1, _): self = .failed(suppresses: true)
        case (0, 0) where [530, 534, 535, 538].contains(reply.code):
            self = .pause(reason: "the mail server requires a different login (\(full))")
        case (0, 0) where reply.code == 552: self = .later
        default: self = .failed(suppresses: false)
        }
    }

    /// The name that the server gave to an accepted message, from replies such as `2.0.0 Ok: queued as 4Bxyz`.
    package static func queueID(_ reply: MailReply) -> String? {
        let words = reply.text.split(separator: " ")
        guard let position = words.indices.dropFirst().first(where: { words[$0] == "as" && words[$0 - 1] == "queued" }),
            position + 1 < words.count
        else { return nil }
        let name = words[position + 1].prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
        return name.isEmpty ? nil : String(name.prefix(64))
    }
}
