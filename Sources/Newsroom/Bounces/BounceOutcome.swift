package import Text

/// What a returned message, or another one to the same mailbox, led to.
package enum BounceOutcome: String, CaseIterable, Sendable {
    /// The address doesn't exist: the subscriber is bounced, and the address on the suppression list.
    case suppressed
    /// As ``suppressed``, because issue after issue was returned.
    case givenUp = "given-up"
    /// Returned, and counted: the next issue is sent.
    case counted
    /// Refused for reasons that aren't the reader's; the campaign is paused if it is still being sent.
    case policy
    /// Refused because of the message's size or form.
    case content
    /// Reported as spam: the subscriber is complained, and the address on the suppression list.
    case complained
    /// The reader wrote to the address for unsubscribing.
    case unsubscribed
    /// A message that changes nothing: delayed or delivered, or a complaint about something else.
    case informational
    /// An absence note, a receipt or another automatic response, which changes nothing.
    case automatic
    /// A server's text without a clear code, which changes nothing.
    case unclear
    /// Known already, for example because an earlier run was interrupted.
    case repeated
    /// A bounce or a complaint without a valid token.
    case unattributed
    /// Not about returned mail.
    case other

    package var label: PrintableText {
        switch self {
        case .suppressed: "suppressed: the address doesn't exist"
        case .givenUp: "given up: several issues in a row were returned"
        case .counted: "counted: returned, the next issue is sent"
        case .policy: "refused by a server's policy"
        case .content: "refused because of size or form"
        case .complained: "complaints: suppressed"
        case .unsubscribed: "unsubscribed by mail"
        case .informational: "notices without effect"
        case .automatic: "automatic responses"
        case .unclear: "bounces without a clear code"
        case .repeated: "known already"
        case .unattributed: "without a valid token"
        case .other: "other messages"
        }
    }
}
