/// Where a subscription is.
package enum SubscriberState: String, CaseIterable, Sendable {
    /// Signed up, but not confirmed yet: receives nothing but the confirmation.
    case pending
    /// Receives every issue.
    case active
    /// Doesn't want to receive any more.
    case unsubscribed
    /// The mailbox doesn't exist.
    case bounced
    /// Reported an issue as spam.
    case complained

    /// Why an address with this state is on the suppression list; nil if it isn't on it.
    package var suppression: SuppressionReason? {
        switch self {
        case .pending, .active: nil
        case .unsubscribed: .unsubscribed
        case .bounced: .bounced
        case .complained: .complained
        }
    }
}

/// Why an address is on the suppression list, which is always honoured: neither editors nor imports can subscribe it.
package enum SuppressionReason: String, CaseIterable, Sendable {
    case unsubscribed
    case bounced
    case complained
    case erased

    /// Whether the owner of the address can take it off the list, by confirming a new subscription.
    package var endsWithConsent: Bool { self == .unsubscribed || self == .erased }
}
