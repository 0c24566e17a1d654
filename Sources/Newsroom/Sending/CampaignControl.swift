internal import Context
internal import Newsletter
internal import Store

/// Pauses and cancels campaigns, even while another program sends them: it notices before the next message.
package struct CampaignControl: Sendable {
    private let sending: SendingSession

    package init(_ sending: SendingSession) {
        self.sending = sending
    }

    /// - Parameter number: of the campaign; nil for the one that isn't finished.
    /// - Returns: the campaign's number.
    /// - Throws: a ``Diagnostic`` if there is none, or it has ended; ``StoreError``.
    package func pause(_ number: Int?, reason: String) async throws -> Int {
        try await change(number) { campaigns, campaign in
            guard try campaigns.pause(campaign.number, reason: reason) || campaign.state == .paused else {
                throw Campaigns.StateFault(campaign: campaign.number, state: campaign.state)
            }
        }
    }

    /// - Returns: the campaign's number.
    package func cancel(_ number: Int?) async throws -> Int {
        try await change(number) { campaigns, campaign in try campaigns.cancel(campaign.number) }
    }

    private func change(
        _ number: Int?, _ work: @Sendable @escaping (inout Campaigns, Campaign) throws -> Void
    ) async throws -> Int {
        let subscribers = sending.subscribers
        return try await subscribers.withStore(.writing) { store in
            let campaign = try await sending.campaign(number, store)
            try await sending.reportingState {
                try await store.changeCampaigns(now: subscribers.now) { try work(&$0, campaign) }
            }
            return campaign.number
        }
    }
}
