/// Where the delivery of a campaign's message to one subscriber is.
package enum DeliveryState: String, CaseIterable, Sendable {
    /// To be sent.
    case planned
    /// Reserved by a sender until its lease is over; nothing has been sent.
    case claimed
    /// Written before the message is sent, so that it may have been sent if the program ends now.
    case inFlight = "in-flight"
    /// The mail server is responsible for the message.
    case accepted
    /// Accepted, and returned later.
    case bounced
    /// Accepted, and reported as spam.
    case complained
    /// Refused for good, or given up.
    case failed
    /// Not sent, because the subscriber has left since the approval or can't be sent to, or the campaign was cancelled.
    case excluded
    /// May have been sent; only the mail server's log could say.
    case uncertain

    /// Whether nothing more is sent in this state. A campaign is finished when all its deliveries are in such a state.
    package var isFinal: Bool {
        switch self {
        case .planned, .claimed, .inFlight: false
        case .accepted, .bounced, .complained, .failed, .excluded, .uncertain: true
        }
    }

    /// The states that may follow.
    package var successors: Set<DeliveryState> {
        switch self {
        // A bounce of a message that isn't recorded as sent proves that it was sent.
        case .planned: [.claimed, .excluded, .bounced, .complained, .uncertain]
        case .claimed: [.planned, .inFlight, .excluded, .bounced, .complained, .uncertain]
        case .inFlight: [.planned, .accepted, .failed, .excluded, .uncertain, .bounced, .complained]
        case .accepted: [.bounced, .complained]
        case .bounced: [.complained]
        case .complained, .failed, .excluded: []
        case .uncertain: [.planned, .accepted, .failed, .excluded, .bounced, .complained]
        }
    }
}
