internal import Newsletter
package import Store
package import Text

/// What a person wants to know about the campaigns.
package struct CampaignStatus: Sendable {
    package struct Line: Sendable {
        package var campaign: Campaign
        package var counts: DeliveryCounts
        /// The numbers of subscribers whose delivery was ever uncertain for good; at most ``limit``.
        package var uncertain: [Int]
    }

    package static let limit = 100

    package var lines: [Line]
    /// The program that sends, as far as is known.
    package var sender: Sender?

    /// - Parameter number: only this campaign.
    package static func read(_ sending: SendingSession, _ number: Int?) async throws -> CampaignStatus {
        try await sending.subscribers.withStore(.reading) { store in
            let chosen = try await number.asyncMap { try await sending.campaign($0, store) }
            return try await store.readCampaigns(now: sending.subscribers.now) { campaigns in
                let lines = try (try chosen.map { [$0] } ?? campaigns.all()).map { campaign in
                    Line(
                        campaign: campaign, counts: try campaigns.counts(campaign.number),
                        uncertain: try campaigns.listed(campaign.number, limit: limit).map(\.subscriber))
                }
                return CampaignStatus(lines: lines, sender: try campaigns.runningSender())
            }
        }
    }

    package var text: PrintableText {
        guard !lines.isEmpty else { return "No issue has been sent." }
        return lines.map { line -> PrintableText in
            let campaign = line.campaign
            let states = DeliveryState.allCases.filter { line.counts[$0] > 0 }
                .map { "\(line.counts[$0]) \($0.rawValue)" }.joined(separator: ", ")
            var text: PrintableText =
                "campaign \(campaign.number), \(campaign.issue): \(campaign.state.rawValue)"
            if let reason = campaign.pauseReason { text += " (\(reason))" }
            text += "\n  audience of \(campaign.audience): \(states)"
            if !line.uncertain.isEmpty {
                let more = line.uncertain.count == Self.limit ? " …" : ""
                text += "\n  uncertain subscribers: \(line.uncertain.map(String.init).joined(separator: ", "))\(more)"
            }
            return text
        }.joined(separator: "\n")
    }

    package var json: JSONText {
        .list(
            lines.map { line in
                .object([
                    ("campaign", .number(line.campaign.number)), ("issue", .text(line.campaign.issue)),
                    ("state", .text(line.campaign.state.rawValue)),
                    ("reason", line.campaign.pauseReason.map { .text($0) }),
                    ("audience", .number(line.campaign.audience)),
                    (
                        "deliveries",
                        .object(DeliveryState.allCases.map { ($0.rawValue, .number(line.counts[$0])) })
                    ),
                    ("uncertain", .list(line.uncertain.map { .number($0) })),
                ])
            })
    }
}

extension Optional where Wrapped: Sendable {
    fileprivate func asyncMap<Value>(_ change: (Wrapped) async throws -> Value) async rethrows -> Value? {
        guard let self else { return nil }
        return try await change(self)
    }
}
