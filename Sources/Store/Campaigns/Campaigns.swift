/// The campaigns and their deliveries, inside one transaction.
///
/// All changes of deliveries go through this type, which keeps the counts of each campaign.
package struct Campaigns {
    let connection: any StoreConnection
    /// In seconds since 1970.
    package let now: Int
    /// The same, in milliseconds.
    package let milliseconds: Int
    /// The database's own time, in milliseconds since 1970, which may go back.
    package let wall: Int
    /// What the transaction adds to the counts.
    private(set) var changes: [Int: [DeliveryState: Int]] = [:]

    init(_ connection: any StoreConnection, now: Int, milliseconds: Int? = nil, wall: Int? = nil) {
        self.connection = connection
        self.now = now
        self.milliseconds = milliseconds ?? now * 1000
        self.wall = wall ?? now * 1000
    }

    /// Runs some work that changes campaigns in a transaction that is open, and writes the new counts.
    static func change<Result>(
        _ connection: any StoreConnection, now: Int, milliseconds: Int? = nil, wall: Int? = nil,
        _ work: (inout Campaigns) throws -> Result
    ) throws -> Result {
        var campaigns = Campaigns(connection, now: now, milliseconds: milliseconds, wall: wall)
        let result = try work(&campaigns)
        for (campaign, states) in campaigns.changes {
            for (state, change) in states where change != 0 {
                try connection.execute(
                    .addCampaignCount, [.integer(campaign), .text(state.rawValue), .integer(change)])
            }
        }
        return result
    }

    package func campaign(_ number: Int) throws -> Campaign? {
        try connection.row(.campaign, [.integer(number)]).map(Campaign.init)
    }

    /// All campaigns, the oldest first.
    package func all() throws -> [Campaign] { try connection.rows(.campaigns).map(Campaign.init) }

    package func delivery(_ campaign: Int, _ subscriber: Int) throws -> Delivery? {
        try connection.row(.delivery, [.integer(campaign), .integer(subscriber)]).map(Delivery.init)
    }

    /// Records that some deliveries of a campaign have another state now.
    ///
    /// - Parameter old: nil for new deliveries.
    mutating func count(_ campaign: Int, from old: DeliveryState?, to new: DeliveryState, _ number: Int = 1) {
        if let old { changes[campaign, default: [:]][old, default: 0] -= number }
        changes[campaign, default: [:]][new, default: 0] += number
    }
}

extension StoreBackend {
    /// Runs some work that changes campaigns, in one transaction.
    ///
    /// - Parameter now: in seconds since 1970.
    /// - Throws: ``StoreError``; the errors of the work.
    package func changeCampaigns<Result: Sendable>(
        now: Int, ending: TransactionEnding = .commit, _ work: @Sendable (inout Campaigns) throws -> Result
    ) async throws -> Result {
        try await write(ending: ending) { try Campaigns.change($0, now: now, work) }
    }

    /// Runs some work that only reads campaigns.
    package func readCampaigns<Result: Sendable>(
        now: Int, _ work: @Sendable (Campaigns) throws -> Result
    ) async throws -> Result {
        try await read { try work(Campaigns($0, now: now)) }
    }
}

extension Subscribers {
    /// Runs some work that changes campaigns in the same transaction.
    package func changeCampaigns<Result>(_ work: (inout Campaigns) throws -> Result) throws -> Result {
        try Campaigns.change(connection, now: now, work)
    }

    /// Runs some work that only reads campaigns in the same transaction.
    package func readCampaigns<Result>(_ work: (Campaigns) throws -> Result) throws -> Result {
        try work(Campaigns(connection, now: now))
    }
}
