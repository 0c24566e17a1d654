/// A campaign that began to be sent, and that a restored backup doesn't have.
package struct LostCampaign: Hashable, Sendable {
    package var number: Int
    package var new: NewCampaign
    /// When it was approved, in seconds since 1970.
    package var approved: Int
    /// Whether the messages that the store can name now are those that were sent, so that a log can be read.
    package var hasNames: Bool

    package init(number: Int, new: NewCampaign, approved: Int, hasNames: Bool) {
        self.number = number
        self.new = new
        self.approved = approved
        self.hasNames = hasNames
    }
}

extension Campaigns {
    /// Adds a campaign that a restored backup doesn't have: paused, and uncertain for everybody who may have received it.
    package mutating func recreate(_ lost: LostCampaign) throws {
        // The campaign of the backup must have been cancelled before the lost one was approved.
        if let earlier = try campaign(ofIssue: lost.new.issue), earlier.state != .finished {
            try cancel(earlier.number)
        }
        let next = try connection.row(.counter, [.text(Self.counter)])?.integer(0) ?? 1
        let number = try campaign(lost.number) == nil ? lost.number : next
        try connection.execute(.setCounter, [.text(Self.counter), .integer(max(next, number + 1))])
        try insert(lost.new, number: number, created: lost.approved)
        let audience = try connection.execute(
            .insertLostDeliveries, [.integer(number), .integer(lost.hasNames ? 0 : 1), .integer(lost.approved)])
        count(number, from: nil, to: .uncertain, audience)
        try connection.execute(.setAudience, [.integer(audience), .integer(number)])
        try pause(number, reason: "the store was restored from a backup")
    }
}
