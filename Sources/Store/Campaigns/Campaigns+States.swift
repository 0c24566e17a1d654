extension Campaigns {
    /// Why a campaign can't change into a state.
    package struct StateFault: Error, Hashable, Sendable, CustomStringConvertible {
        package var campaign: Int
        /// Nil if there is no such campaign.
        package var state: Campaign.State?

        package init(campaign: Int, state: Campaign.State?) {
            self.campaign = campaign
            self.state = state
        }

        package var description: String {
            state.map { "campaign \(campaign) is \($0.rawValue)" } ?? "campaign \(campaign) not found"
        }
    }

    /// Stops a campaign until a person resumes it; the sender notices before it sends the next message. A campaign
    /// that is paused already keeps its first reason.
    ///
    /// - Returns: whether the campaign was to be sent.
    @discardableResult
    package func pause(_ number: Int, reason: String) throws -> Bool {
        guard let campaign = try campaign(number), campaign.state == .approved || campaign.state == .running else {
            return false
        }
        return try update(campaign, .paused, reason: reason)
    }

    /// Lets a paused campaign continue.
    ///
    /// - Throws: ``StateFault`` if it isn't paused.
    package func resume(_ number: Int) throws {
        // Before its time, it still waits.
        // A person who knows of the failures accepts them.
        if try failureExcess(number) != nil { try acceptFailures(number) }
        let isEarly = (try campaign(number)?.notBefore ?? 0) > wall / 1000
        try move(number, from: [.paused], to: isEarly ? .approved : .running)
    }

    static let cancellation = "the campaign was cancelled"

    /// Stops a campaign for good. What wasn't sent is excluded; a message that is in flight may still arrive.
    ///
    /// - Throws: ``StateFault`` if it has ended.
    package mutating func cancel(_ number: Int) throws {
        try move(number, from: [.approved, .running, .paused], to: .cancelled)
        for state in [DeliveryState.planned, .claimed] {
            try moveAll(number, from: state, to: .excluded, note: Self.cancellation)
        }
    }

    /// Lets an approved campaign be sent; one that is running stays as it is.
    ///
    /// - Throws: ``StateFault`` if it is paused or has ended.
    package func start(_ number: Int) throws { try move(number, from: [.approved, .running], to: .running) }

    /// Closes a campaign, if nothing is left to send and its numbers are right.
    ///
    /// - Returns: nil if something is left.
    /// - Throws: ``StoreError`` if the deliveries themselves don't add up to the audience.
    package func finish(_ number: Int) throws -> DeliveryCounts? {
        guard let campaign = try campaign(number), campaign.state == .running else { return nil }
        let counts = try counts(number)
        guard counts.final == counts.total else { return nil }
        guard counts.isClosed(audience: campaign.audience), try recount(number) == counts else {
            throw StoreError(.damaged(detail: "the deliveries of campaign \(number) don't add up to its audience"))
        }
        try move(number, from: [.running], to: .finished)
        return counts
    }

    func move(_ number: Int, from states: Set<Campaign.State>, to state: Campaign.State) throws {
        let campaign = try campaign(number)
        guard let campaign, states.contains(campaign.state), try update(campaign, state, reason: nil) else {
            throw StateFault(campaign: number, state: campaign?.state)
        }
    }

    private func update(_ campaign: Campaign, _ state: Campaign.State, reason: String?) throws -> Bool {
        try connection.execute(
            .updateCampaign,
            [
                .text(state.rawValue), .optional(reason), .integer(now), .integer(campaign.number),
                .text(campaign.state.rawValue),
            ]) > 0
    }
}

extension Campaigns {
    /// Lets a campaign begin if its time has come.
    ///
    /// - Returns: nil if it is running; otherwise, how long it has to wait, in seconds of the database's own clock.
    /// - Throws: ``StateFault`` if it is paused or has ended.
    package func startIfDue(_ number: Int) throws -> Int? {
        if let campaign = try campaign(number), campaign.state == .approved, campaign.notBefore > wall / 1000 {
            return campaign.notBefore - wall / 1000
        }
        try start(number)
        return nil
    }
}
