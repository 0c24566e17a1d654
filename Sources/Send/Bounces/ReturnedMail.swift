/// A message that came back to the address in a newsletter's envelope, or to another address of the list.
package struct ReturnedMail: Sendable {
    package enum Content: Hashable, Sendable {
        /// A delivery report (RFC 3464), with at least one recipient.
        case report([DeliveryStatus])
        /// A text of a server that couldn't deliver, with the code in it, if there is a clear one.
        case text(EnhancedStatus?)
        /// A complaint (RFC 5965), with its type in lower case.
        case complaint(String)
        /// An automatic response, such as an absence note or a receipt.
        case automatic
        /// A mail to the address for unsubscribing.
        case unsubscribeRequest
        case other
    }

    package var content: Content
    package var tokens: ReportTokens

    /// In bytes: what comes after is ignored, because everything of interest is before the returned message's body.
    package static let largest = 16 << 20

    /// - Parameters:
    ///   - message: complete, or its beginning; nothing of it is trusted.
    ///   - recipient: to whom the server delivers it; nil if only the message says so.
    package init(_ message: [UInt8], recipient: String? = nil) {
        let (header, parts) = MIMEReader.read(message.prefix(Self.largest))
        var tokens = ReportTokens()
        if let recipient { tokens.addBounce(in: recipient.utf8) }
        let addresses = ["delivered-to", "x-original-to", "envelope-to", "x-envelope-to", "to"].flatMap(header.all)
        for address in addresses { tokens.addBounce(in: address.utf8) }

        var recipients: [DeliveryStatus] = []
        var complaint: String?
        for part in parts {
            switch part.type.name {
            case "message/delivery-status", "message/global-delivery-status":
                recipients += DeliveryStatus.recipients(in: part.body())
            case "message/feedback-report":
                let (fields, _) = MailHeader.read(part.body())
                complaint = complaint ?? StructuredText.word(fields.first("feedback-type") ?? "")
                for value in fields.all("original-mail-from") { tokens.addBounce(in: value.utf8) }
            case "message/rfc822", "message/global", "message/global-headers", "message/rfc822-headers",
                "text/rfc822-headers":
                Self.add(MailHeader.read(part.body()).header, to: &tokens)
            default: break
            }
        }
        for address in [recipient].compactMap(\.self) + addresses { tokens.addUnsubscribeRequest(in: address) }

        if let complaint {
            content = .complaint(complaint)
        } else if !recipients.isEmpty {
            content = .report(recipients.map { $0.completed(from: ReturnedText.codes(in: parts)) })
        } else if let returned = ReturnedText(header, parts) {
            for copy in returned.copies { tokens.addBounce(in: copy) }
            content = .text(returned.status)
        } else if AutomaticResponse.isOne(header) {
            content = .automatic
        } else {
            content = tokens.unsubscribeRequest.isEmpty ? .other : .unsubscribeRequest
        }
        self.tokens = tokens
    }

    private static func add(_ returned: MailHeader, to tokens: inout ReportTokens) {
        for name in ["return-path", "x-envelope-from", "envelope-from", "errors-to", "sender"] {
            for value in returned.all(name) { tokens.addBounce(in: value.utf8) }
        }
        for value in returned.all("list-unsubscribe") { tokens.addUnsubscribe(in: value) }
        for value in returned.all("message-id") { tokens.addMessageID(in: value) }
    }
}
