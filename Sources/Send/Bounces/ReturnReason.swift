internal import Text

/// Why a message was returned, as far as it matters to a newsletter.
package enum ReturnReason: String, CaseIterable, Sendable {
    /// The address doesn't exist, and never receives anything.
    case unknownAddress = "unknown-address"
    /// The mailbox, or the server or network on the way to it, doesn't accept anything now.
    case unavailable
    /// A server refuses the sender or its mail: other readers there won't receive it either.
    case policy
    /// A server refuses this message: it is too large, or can't be converted.
    case content

    /// - Parameters:
    ///   - status: nil if the report has none.
    ///   - diagnostic: the server's reply.
    package init(_ status: EnhancedStatus?, diagnostic: String = "") {
        guard let status, status.kind == 5 else {
            // Given up after a temporary failure.
            self = status?.subject == 7 ? .policy : .unavailable
            return
        }
        switch (status.subject, status.detail) {
        // The sender's address isn't accepted (RFC 3463, section 3.2); some servers write 5.1.0 for it.
        case (1, 7), (1, 8): self = .policy
        case (1, 0): self = Self.isAboutSender(diagnostic) ? .policy : .unknownAddress
        case (1, _): self = .unknownAddress
        // Too large for the mailbox, or for the system.
        case (2, 3), (3, 4): self = .content
        // The account is disabled (RFC 5248), or the mailbox or domain has a new owner (RFC 7293).
        case (7, 13), (7, 17), (7, 18): self = .unknownAddress
        case (7, _): self = .policy
        // The dialogue and the message's form (RFC 3463, sections 3.6 and 3.7).
        case (5, _), (6, _): self = .content
        default: self = .unavailable
        }
    }

    private static func isAboutSender(_ text: String) -> Bool {
        String(decoding: text.utf8.map(\.lowercasedASCII), as: UTF8.self).contains("sender")
    }

    /// The reason for several recipients of one message: the one that blames the reader least.
    package static func mildest(_ reasons: some Sequence<ReturnReason>) -> ReturnReason? {
        let reasons = Set(reasons)
        return [ReturnReason.policy, .content, .unavailable, .unknownAddress].first { reasons.contains($0) }
    }
}
