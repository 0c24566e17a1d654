/// A campaign to approve.
package struct NewCampaign: Hashable, Sendable {
    /// The path of the issue's page.
    package var issue: String
    package var subject: String
    /// A digest of what all recipients receive.
    package var content: [UInt8]
    /// Nothing is sent before; in seconds since 1970.
    package var notBefore: Int
    package var uncertainty: Campaign.Uncertainty

    package init(
        issue: String, subject: String, content: [UInt8], notBefore: Int, uncertainty: Campaign.Uncertainty
    ) {
        self.issue = issue
        self.subject = subject
        self.content = content
        self.notBefore = notBefore
        self.uncertainty = uncertainty
    }
}

/// The error if an issue has a campaign already.
package struct ApprovedTwice: Error, Hashable, Sendable {
    package var campaign: Int
    package var state: Campaign.State
}

/// The error if messages of a cancelled campaign of the same issue may still arrive.
package struct MessagesUndecided: Error, Hashable, Sendable {
    package var campaign: Int
    /// How many messages.
    package var count: Int
}

/// The error if nobody would receive an issue, so that it stays unsent rather than finished.
package struct EmptyAudience: Error, Hashable, Sendable {}

extension Campaigns {
    static let counter = "next-campaign"

    /// The campaign that sends an issue, or has sent it; nil if there is none, or it was cancelled.
    package func campaign(ofIssue issue: String) throws -> Campaign? {
        try connection.row(.campaignOfIssue, [.text(issue)]).map(Campaign.init)
    }

    /// Freezes the audience: everybody who is active now. Those to whom a cancelled campaign has sent the same issue
    /// are excluded.
    ///
    /// - Returns: the new campaign's number.
    /// - Throws: ``ApprovedTwice``, ``MessagesUndecided``, ``EmptyAudience``.
    package mutating func approve(_ new: NewCampaign) throws -> Int {
        if let known = try campaign(ofIssue: new.issue) {
            throw ApprovedTwice(campaign: known.number, state: known.state)
        }
        for earlier in try all() where earlier.issue == new.issue {
            // Their readers would be left out, even if they received nothing.
            let count = try counts(earlier.number)[.inFlight] + undecided(earlier).count
            guard count == 0 else { throw MessagesUndecided(campaign: earlier.number, count: count) }
        }
        let number = try connection.row(.counter, [.text(Self.counter)])?.integer(0) ?? 1
        try connection.execute(.setCounter, [.text(Self.counter), .integer(number + 1)])
        try insert(new, number: number, created: now)
        let audience = try connection.execute(.insertDeliveries, [.integer(number)])
        count(number, from: nil, to: .planned, audience)
        let repeated = try connection.execute(.excludeRepeated, [.integer(number), .text(new.issue)])
        count(number, from: .planned, to: .excluded, repeated)
        guard audience > repeated else { throw EmptyAudience() }
        try connection.execute(.setAudience, [.integer(audience), .integer(number)])
        return number
    }

    /// - Parameter created: when it was approved, in seconds since 1970.
    func insert(_ new: NewCampaign, number: Int, created: Int) throws {
        try connection.execute(
            .insertCampaign,
            [
                .integer(number), .text(new.issue), .text(new.subject), .bytes(new.content), .integer(new.notBefore),
                .text(new.uncertainty.rawValue), .integer(created),
            ])
    }

    /// Accepts that the rest of the audience receives a different text.
    package func accept(_ content: [UInt8], of campaign: Int) throws {
        try connection.execute(.updateContent, [.bytes(content), .integer(now), .integer(campaign)])
    }

    /// Moves all deliveries in one state to another.
    ///
    /// - Returns: how many there were.
    @discardableResult
    mutating func moveAll(_ campaign: Int, from old: DeliveryState, to new: DeliveryState, note: String?) throws -> Int
    {
        let number = try connection.execute(
            .moveDeliveries,
            [.text(new.rawValue), .optional(note), .integer(campaign), .text(old.rawValue)])
        count(campaign, from: old, to: new, number)
        return number
    }
}
