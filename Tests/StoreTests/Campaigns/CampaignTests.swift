import Address
import Testing

@testable import Store

/// Approving, stopping and closing campaigns, and what comes back after a message was sent.
@Suite struct CampaignTests {
    @Test(arguments: StoreBackends.all) func freezesTheAudience(backends: StoreBackends) async throws {
        let store = try await backends.make()
        try await store.addReaders(3)
        _ = try await store.change { try $0.add(.with("pending@example.org", .pending)) }
        let campaign = try await store.approve()
        _ = try await store.change { try $0.add(.active("late@example.org")) }
        #expect(campaign == 1)
        #expect(try await store.counts(1).states == [.planned: 3])
        #expect(try await store.campaigns { try $0.campaign(1)?.audience } == 3)
    }

    @Test(arguments: StoreBackends.all) func refusesAnIssueThatNobodyWouldReceive(backends: StoreBackends) async throws
    {
        let store = try await backends.make()
        _ = try await store.change { try $0.add(.with("pending@example.org", .pending)) }
        await #expect(throws: EmptyAudience()) { try await store.approve() }
        // It can be sent as soon as there is somebody.
        try await store.addReaders(1)
        #expect(try await store.approve() == 1)
    }

    @Test(arguments: StoreBackends.all) func refusesASecondCampaignForAnIssue(backends: StoreBackends) async throws {
        let store = try await backends.make()
        try await store.addReaders(1)
        _ = try await store.approve()
        await #expect(throws: ApprovedTwice(campaign: 1, state: .approved)) { try await store.approve() }
        #expect(try await store.campaigns { try $0.all().count } == 1)
    }

    @Test(arguments: StoreBackends.all) func sendsNobodyTheIssueOfACancelledCampaignAgain(backends: StoreBackends)
        async throws
    {
        let store = try await backends.make()
        try await store.addReaders(3)
        _ = try await store.approve()
        try await store.force(.accepted, of: 1)
        try await store.campaigns { try $0.cancel(1) }
        #expect(try await store.counts(1).states == [.accepted: 1, .excluded: 2])
        #expect(try await store.approve() == 2)
        #expect(try await store.counts(2).states == [.excluded: 1, .planned: 2])
    }

    @Test(arguments: StoreBackends.all) func waitsForMessagesOfACancelledCampaign(backends: StoreBackends) async throws
    {
        let store = try await backends.make()
        try await store.addReaders(3)
        _ = try await store.approve()
        for number in 1...2 { try await store.force(.uncertain, of: number) }
        try await store.campaigns { try $0.cancel(1) }
        await #expect(throws: MessagesUndecided(campaign: 1, count: 2)) { try await store.approve() }
        // One certainly wasn't accepted, the other stays uncertain.
        try await store.campaigns { campaigns in
            try campaigns.resolve(1, 1, as: .planned)
            let (delivery, known) = (try campaigns.delivery(1, 2), try campaigns.campaign(1))
            try campaigns.list(try #require(delivery), of: try #require(known), note: "unknown")
        }
        #expect(try await store.counts(1).states == [.excluded: 2, .uncertain: 1])
        #expect(try await store.approve() == 2)
        #expect(try await store.counts(2).states == [.planned: 2, .excluded: 1])
    }

    @Test(arguments: StoreBackends.all) func countsFailuresOfAllSendersAndBounces(backends: StoreBackends) async throws
    {
        let store = try await backends.make()
        try await store.addReaders(60)
        _ = try await store.approve()
        try await store.campaigns { try $0.start(1) }
        for number in 1...60 { try await store.force(number <= 3 ? .failed : .accepted, of: number) }
        #expect(try await store.campaigns { try $0.pauseIfFailing(1) } == nil)
        let reason = try await store.campaigns { campaigns in
            _ = try campaigns.markBounced(campaign: 1, subscriber: 4, note: "5.1.1")
            return try campaigns.pauseIfFailing(1)
        }
        #expect(reason == "4 of 60 addresses were rejected permanently, which is more than 5 %")
        #expect(try await store.campaigns { try $0.campaign(1)?.state } == .paused)
        // A person who resumes has accepted these.
        try await store.campaigns { try $0.resume(1) }
        _ = try await store.campaigns { try $0.markBounced(campaign: 1, subscriber: 5, note: "5.1.1") }
        #expect(try await store.campaigns { try $0.failureExcess(1) } == nil)
    }

    @Test(
        arguments: StoreBackends.all,
        [
            (DeliveryState.planned, Campaigns.Marking.marked), (.claimed, .marked), (.inFlight, .marked),
            (.accepted, .marked), (.uncertain, .marked), (.bounced, .unchanged(.bounced)),
            (.complained, .unchanged(.complained)), (.failed, .unchanged(.failed)), (.excluded, .unchanged(.excluded)),
        ])
    func marksWhatBounced(backends: StoreBackends, change: (DeliveryState, Campaigns.Marking)) async throws {
        let store = try await backends.make()
        try await store.addReaders(2)
        _ = try await store.approve()
        try await store.force(change.0, of: 1)
        let marking = try await store.campaigns { try $0.markBounced(campaign: 1, subscriber: 1, note: "5.1.1") }
        #expect(marking == change.1)
        let delivery = try await store.campaigns { try $0.delivery(1, 1) }
        #expect(delivery?.state == (marking == .marked ? .bounced : change.0))
        #expect(delivery?.note == (marking == .marked ? "5.1.1" : nil))
        #expect(try await store.campaigns { try $0.recount(1) } == store.counts(1))
    }

    @Test(arguments: StoreBackends.all) func marksComplaintsAfterBounces(backends: StoreBackends) async throws {
        let store = try await backends.make()
        try await store.addReaders(1)
        _ = try await store.approve()
        try await store.force(.bounced, of: 1)
        let markings = try await store.campaigns { campaigns in
            try [1, 1, 2].map { try campaigns.markComplained(campaign: 1, subscriber: $0, note: "spam") }
        }
        #expect(markings == [.marked, .unchanged(.complained), .unknown])
        #expect(try await store.counts(1).states == [.complained: 1])
    }

    @Test(arguments: StoreBackends.all) func marksBouncesTogetherWithTheSubscriber(backends: StoreBackends) async throws
    {
        let store = try await backends.make()
        try await store.addReaders(1)
        _ = try await store.approve()
        try await store.change { subscribers in
            try subscribers.end(id: 1, as: .bounced)
            _ = try subscribers.changeCampaigns { try $0.markBounced(campaign: 1, subscriber: 1, note: "5.1.1") }
        }
        #expect(try await store.counts(1).states == [.bounced: 1])
    }

    @Test(arguments: StoreBackends.all) func keepsTheFirstReasonForAPause(backends: StoreBackends) async throws {
        let store = try await backends.make()
        try await store.addReaders(1)
        _ = try await store.approve()
        let pauses = try await store.campaigns { campaigns in
            try ["first", "second"].map { try campaigns.pause(1, reason: $0) }
        }
        #expect(pauses == [true, false])
        #expect(try await store.campaigns { try $0.campaign(1)?.pauseReason } == "first")
        try await store.campaigns { try $0.resume(1) }
        let campaign = try await store.campaigns { try $0.campaign(1) }
        #expect(campaign?.state == .running && campaign?.pauseReason == nil)
        await #expect(throws: Campaigns.StateFault(campaign: 1, state: .running)) {
            try await store.campaigns { try $0.resume(1) }
        }
    }

    @Test(arguments: StoreBackends.all) func finishesOnlyWhenTheEquationHolds(backends: StoreBackends) async throws {
        let store = try await backends.make()
        try await store.addReaders(2)
        _ = try await store.approve()
        try await store.campaigns { try $0.start(1) }
        try await store.force(.accepted, of: 1)
        #expect(try await store.campaigns { try $0.finish(1) } == nil)
        try await store.force(.failed, of: 2)
        #expect(try await store.campaigns { try $0.finish(1) }?.states == [.accepted: 1, .failed: 1])
        #expect(try await store.campaigns { try $0.campaign(1)?.state } == .finished)
    }

    @Test(arguments: StoreBackends.all) func neverFinishesWhatDoesNotAddUp(backends: StoreBackends) async throws {
        let store = try await backends.make()
        try await store.addReaders(1)
        _ = try await store.approve()
        try await store.force(.accepted, of: 1)
        try await store.campaigns { campaigns in
            try campaigns.start(1)
            try campaigns.connection.execute(.setAudience, [.integer(2), .integer(1)])
        }
        await #expect(throws: StoreError.self) { try await store.campaigns { try $0.finish(1) } }
        #expect(try await store.campaigns { try $0.campaign(1)?.state } == .running)
    }

    @Test(arguments: StoreBackends.all) func keepsDeliveriesOfErasedSubscribers(backends: StoreBackends) async throws {
        let store = try await backends.make()
        try await store.addReaders(1)
        _ = try await store.approve()
        _ = try await store.campaigns { try $0.markBounced(campaign: 1, subscriber: 1, note: "reader1 is unknown") }
        _ = try await store.change { try $0.erase(MailAddress("reader1@example.org")) }
        let delivery = try await store.campaigns { try $0.delivery(1, 1) }
        #expect(delivery?.state == .bounced && delivery?.note == nil)
        #expect(try await store.backend.faults() == [])
    }
}

extension TestStore {
    /// Adds active subscribers with the numbers from 1.
    func addReaders(_ count: Int, domain: String = "example.org") async throws {
        try await change { subscribers in
            for number in 1...count { _ = try subscribers.add(.active("reader\(number)@\(domain)")) }
        }
    }

    func approve(_ issue: String = "2026/issue-1/") async throws -> Int {
        try await campaigns { campaigns in
            try campaigns.approve(
                NewCampaign(issue: issue, subject: "Weekly 1", content: [1], notBefore: 0, uncertainty: .miss))
        }
    }

    @discardableResult
    func campaigns<Result: Sendable>(_ work: @Sendable (inout Campaigns) throws -> Result) async throws -> Result {
        try await backend.changeCampaigns(now: now, work)
    }

    func counts(_ campaign: Int) async throws -> DeliveryCounts { try await campaigns { try $0.counts(campaign) } }

    /// Puts a delivery into a state, whatever it was before.
    func force(_ state: DeliveryState, of subscriber: Int) async throws {
        try await campaigns { campaigns in
            guard let delivery = try campaigns.delivery(1, subscriber), delivery.state != state else { return }
            try campaigns.end(delivery, of: 1, as: state, note: nil)
        }
    }
}
