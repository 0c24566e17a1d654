internal import Address
internal import Context
internal import Newsletter
package import Store
package import Text

/// What sending an issue would do.
package struct SendingPreview: Sendable {
    package var title: String
    package var counts: SubscriberCounts
    /// The first addresses, masked.
    package var examples: [String]
    /// The size of one message in bytes.
    package var size: Int
    /// Where the messages would go.
    package var destination: String
    /// The issue's campaign, if it has one.
    package var campaign: Campaign?

    package var audience: Int { counts.states[.active] ?? 0 }

    package static func make(_ sending: SendingSession, mail: IssueMail, destination: String) async throws
        -> SendingPreview
    {
        let subscribers = sending.subscribers
        let size = try mail.messages(to: []).first?.count ?? 0
        return try await subscribers.withStore(.reading) { store in
            try await store.readSubscribers(subscribers.cryptography, now: subscribers.now) { known in
                SendingPreview(
                    title: mail.title, counts: try known.counts(),
                    examples: try known.portion(in: .active, after: 0, limit: 3).map { subscriber in
                        // An address that can't be read is damage that 'store check' reports.
                        (try? MailAddress(subscriber.address))?.masked ?? "…"
                    }, size: size, destination: destination,
                    campaign: try known.readCampaigns { try $0.campaign(ofIssue: mail.issue) })
            }
        }
    }

    package var text: PrintableText {
        var text: PrintableText = "\(title)\naudience: \(audience)"
        if !examples.isEmpty {
            text += " (\(examples.joined(separator: ", "))\(audience > examples.count ? " …" : ""))"
        }
        let excluded = [SubscriberState.pending, .unsubscribed, .bounced, .complained].compactMap { state in
            counts.states[state].map { "\($0) \(state.rawValue)" }
        }
        text += "\nexcluded: \(excluded.isEmpty ? "nobody" : excluded.joined(separator: ", "))"
        text += "\nsize of a message: \((size + 999) / 1000) KB\ntransport: \(destination)"
        if let campaign {
            text += "\nThis issue has campaign \(campaign.number) already, which is \(campaign.state.rawValue)."
        }
        return text
    }
}
