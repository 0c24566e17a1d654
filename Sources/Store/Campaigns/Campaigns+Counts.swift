/// How many deliveries of a campaign are in each state.
package struct DeliveryCounts: Hashable, Sendable {
    package var states: [DeliveryState: Int]

    package init(states: [DeliveryState: Int]) {
        self.states = states
    }

    package subscript(_ state: DeliveryState) -> Int { states[state] ?? 0 }

    package var total: Int { states.values.reduce(0, +) }

    /// How many are in a state after which nothing is sent.
    package var final: Int { states.reduce(0) { $0 + ($1.key.isFinal ? $1.value : 0) } }

    /// The equation that makes a campaign finished: its audience is accepted (and perhaps bounced or complained),
    /// failed, excluded or uncertain.
    package func isClosed(audience: Int) -> Bool { final == audience && total == audience }
}

extension Campaigns {
    /// The counts that every change keeps.
    package func counts(_ campaign: Int) throws -> DeliveryCounts { try counts(.campaignCounts, campaign) }

    /// The counts with what this transaction has changed.
    func pendingCounts(_ campaign: Int) throws -> DeliveryCounts {
        DeliveryCounts(states: try counts(campaign).states.merging(changes[campaign] ?? [:]) { $0 + $1 })
    }

    /// The counts of the deliveries themselves, which takes time.
    package func recount(_ campaign: Int) throws -> DeliveryCounts { try counts(.countDeliveries, campaign) }

    private func counts(_ statement: StoreStatement, _ campaign: Int) throws -> DeliveryCounts {
        var states: [DeliveryState: Int] = [:]
        for row in try connection.rows(statement, [.integer(campaign)]) {
            guard let state = DeliveryState(rawValue: try row.text(0)) else {
                throw StoreError(.damaged(detail: "a delivery has an unknown state"))
            }
            let total = try row.integer(1)
            if total != 0 { states[state] = total }
        }
        return DeliveryCounts(states: states)
    }
}
