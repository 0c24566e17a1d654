internal import Store

/// What a row says about a subscription.
enum ListStatus: Hashable {
    case state(SubscriberState)
    /// Somebody who never subscribed, such as a customer.
    case neverSubscribed(String)
    case unknown(String)

    /// - Parameter word: as in the column for the status: of Mailchimp (API: members), listmonk (`enabled`, `disabled`,
    ///   `blocklisted`), Buttondown (types of subscribers) or Sennight.
    init(_ word: String) {
        switch word.lowercased() {
        case "", "active", "subscribed", "enabled", "confirmed", "regular", "premium", "gifted", "trialed":
            self = .state(.active)
        case "pending", "unconfirmed", "unactivated": self = .state(.pending)
        case "unsubscribed", "disabled", "blocklisted", "blacklisted", "blocked", "removed", "archived", "suppressed":
            self = .state(.unsubscribed)
        case "cleaned", "bounced", "undeliverable", "hard bounced": self = .state(.bounced)
        case "complained", "complaint", "spammy", "spam": self = .state(.complained)
        case "transactional", "nonsubscribed", "non-subscribed": self = .neverSubscribed(word)
        default: self = .unknown(word)
        }
    }
}
