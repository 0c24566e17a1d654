internal import Address
internal import Newsletter
internal import Send
internal import Store

extension CampaignMessages {
    /// The messages of an issue.
    ///
    /// - Parameters:
    ///   - campaign: its number, which is in the tokens.
    ///   - settings: with the domain that receives bounces; without one, the sender does.
    static func of(_ mail: IssueMail, campaign: Int, _ settings: MailSettings, _ tokens: SubscriberTokens)
        -> CampaignMessages
    {
        CampaignMessages(
            prepare: { claim in
                // Addresses are checked when they are added; a changed rule isn't a reason to stop.
                guard let address = try? MailAddress(claim.address),
                    HeaderText.address(address.envelope) == address.envelope
                else { throw Unwritable() }
                let token = SubscriberToken(subscriber: claim.subscriber, detail: campaign)
                let (bytes, identifier) = try mail.message(
                    to: address.envelope, unsubscribe: tokens.text(token, for: .unsubscribe),
                    name: tokens.messageName(mail.issue, subscriber: claim.subscriber))
                let sender = settings.bounceDomain.map { "b+\(tokens.text(token, for: .bounce))@\($0)" }
                return PreparedMessage(
                    message: OutgoingMessage(
                        sender: sender ?? settings.from?.address ?? "", recipient: address.envelope,
                        needsSMTPUTF8: address.needsSMTPUTF8, bytes: bytes), messageID: identifier)
            },
            identify: { mail.identifier(named: tokens.messageName(mail.issue, subscriber: $0)) })
    }
}
