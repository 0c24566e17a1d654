internal import Send
internal import Store

/// Who a returned message was sent to, and by which campaign.
struct BounceAttribution: Hashable, Sendable {
    var subscriber: Int
    /// 0 for a confirmation, and if it isn't known.
    var campaign: Int

    /// Verifies the tokens of a message. Only a valid token for the right purpose counts; a complaint may also have the
    /// token for unsubscribing, or the name of a message, because services remove the envelope from what they forward.
    ///
    /// - Parameter now: in seconds since 1970.
    /// - Returns: nil if nothing in the message is valid.
    static func of(_ mail: ReturnedMail, _ tokens: SubscriberTokens, _ campaigns: Campaigns, now: Int) throws
        -> BounceAttribution?
    {
        func verified(_ texts: [String], _ purpose: SubscriberToken.Purpose) -> BounceAttribution? {
            for text in texts {
                // An altered or forged token is like none.
                if let token = try? tokens.verified(text, for: purpose, now: now, lifetime: 0) {
                    return BounceAttribution(subscriber: token.subscriber, campaign: token.detail)
                }
            }
            return nil
        }
        switch mail.content {
        case .report, .text: return verified(mail.tokens.bounce, .bounce)
        case .unsubscribeRequest: return verified(mail.tokens.unsubscribeRequest, .unsubscribe)
        case .complaint:
            if let found = verified(mail.tokens.bounce, .bounce) ?? verified(mail.tokens.unsubscribe, .unsubscribe) {
                return found
            }
            for name in mail.tokens.messageIDs {
                if let sent = try campaigns.delivery(ofMessage: name) {
                    return BounceAttribution(subscriber: sent.subscriber, campaign: sent.campaign)
                }
            }
            return nil
        case .automatic, .other: return nil
        }
    }
}
