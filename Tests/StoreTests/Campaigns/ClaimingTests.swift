import Testing

@testable import Store

@Suite struct ClaimingTests {
    private func claim(
        _ store: TestStore, sender: Int = 1, limit: Int = 10, after seconds: Int = 0
    ) async throws -> [ClaimedDelivery] {
        try await ledger(store, after: seconds) { try $0.claim(1, sender: sender, lane: "", limit: limit) }
    }

    private func ledger<Result: Sendable>(
        _ store: TestStore, after seconds: Int = 0, _ work: @Sendable (inout Campaigns) throws -> Result
    ) async throws -> Result {
        let time = (TestStore.start + seconds) * 1000
        return try await store.backend.changeLedger(LedgerClock { _ in time }, work).result
    }

    private func running(_ backends: StoreBackends, readers: Int) async throws -> TestStore {
        let store = try await backends.make()
        try await store.addReaders(readers)
        _ = try await store.approve()
        try await store.campaigns { try $0.start(1) }
        return store
    }

    @Test(arguments: StoreBackends.all) func claimsEachDeliveryOnce(backends: StoreBackends) async throws {
        let store = try await running(backends, readers: 15)
        let (first, second) = (try await claim(store), try await claim(store, sender: 2))
        #expect(first.map(\.subscriber) == Array(1...10) && second.map(\.subscriber) == Array(11...15))
        #expect(try await claim(store).isEmpty)
        #expect(try await store.counts(1).states == [.claimed: 15])
    }

    @Test(arguments: StoreBackends.all) func marksOnlyWhileTheLeaseLasts(backends: StoreBackends) async throws {
        let store = try await running(backends, readers: 2)
        let claims = try await claim(store)
        func permission(_ index: Int, after seconds: Int) async throws -> FlightPermission {
            try await ledger(store, after: seconds) {
                try $0.permitFlight(claims[index], messageID: "m@example.org", limits: [])
            }
        }
        #expect(try await permission(0, after: 119) == .granted)
        #expect(try await permission(0, after: 119) == .lost)
        #expect(try await permission(1, after: 120) == .lost)
        #expect(try await claim(store, sender: 2, after: 120).map(\.subscriber) == [2])
        #expect(try await permission(1, after: 121) == .lost)
        #expect(try await store.counts(1).states == [.claimed: 1, .inFlight: 1])
    }

    @Test(arguments: StoreBackends.all) func excludesWhoHasLeft(backends: StoreBackends) async throws {
        let store = try await running(backends, readers: 4)
        _ = try await store.change { try $0.end(id: 1, as: .unsubscribed) }
        let claims = try await claim(store)
        #expect(claims.map(\.subscriber) == [2, 3, 4])
        _ = try await store.change { try $0.end(id: 2, as: .complained) }
        let permission = try await ledger(store) { try $0.permitFlight(claims[0], messageID: "m", limits: []) }
        #expect(permission == .excluded)
        try await store.campaigns { try $0.pause(1, reason: "test") }
        #expect(try await ledger(store) { try $0.permitFlight(claims[1], messageID: "m", limits: []) } == .stopped)
        #expect(try await store.counts(1).states == [.claimed: 1, .excluded: 2, .planned: 1])
    }

    @Test(arguments: StoreBackends.all) func recoversWhatASenderLeft(backends: StoreBackends) async throws {
        let store = try await running(backends, readers: 3)
        let claims = try await claim(store)
        _ = try await ledger(store) { try $0.permitFlight(claims[0], messageID: "m", limits: []) }
        #expect(try await ledger(store) { try $0.recover(1, isAlone: false) } == 0)
        #expect(try await ledger(store) { try $0.recover(1, isAlone: true) } == 1)
        #expect(try await store.counts(1).states == [.planned: 2, .uncertain: 1])
        // The server's word arrives late, and counts.
        try await ledger(store) { try $0.settle(Settlement(claims[0], .accepted, queueID: "Q1")) }
        #expect(try await store.counts(1).states == [.planned: 2, .accepted: 1])
    }

    @Test(arguments: StoreBackends.all) func excludesWhatWasNotSentWhenTheCampaignWasCancelled(backends: StoreBackends)
        async throws
    {
        let store = try await running(backends, readers: 2)
        let claims = try await claim(store)
        _ = try await ledger(store) { try $0.permitFlight(claims[0], messageID: "m", limits: []) }
        try await store.campaigns { try $0.cancel(1) }
        #expect(try await store.counts(1).states == [.inFlight: 1, .excluded: 1])
        try await ledger(store) { try $0.settle(Settlement(claims[0], .planned, note: "451 busy")) }
        #expect(try await store.counts(1).states == [.excluded: 2])
        #expect(try await store.campaigns { try $0.delivery(1, 1)?.note } == "the campaign was cancelled")
    }

    @Test(arguments: StoreBackends.all) func repeatsWhatIsUncertainOnce(backends: StoreBackends) async throws {
        let store = try await backends.make()
        try await store.addReaders(1)
        let new = NewCampaign(issue: "1/", subject: "1", content: [], notBefore: 0, uncertainty: .repeat)
        let known = try await store.campaigns { campaigns in try campaigns.campaign(try campaigns.approve(new)) }
        let campaign = try #require(known)
        var states: [DeliveryState] = []
        for _ in 0..<2 {
            try await store.force(.uncertain, of: 1)
            states += try await store.campaigns { campaigns in
                for delivery in try campaigns.undecided(campaign) {
                    try campaigns.list(delivery, of: campaign, note: "unknown")
                }
                return [try campaigns.delivery(1, 1)?.state].compactMap { $0 }
            }
        }
        #expect(states == [.planned, .uncertain])
        #expect(try await store.campaigns { try $0.undecided(campaign) } == [])
        #expect(try await store.campaigns { try $0.listed(1, limit: 9).map(\.subscriber) } == [1])
    }

    @Test(arguments: StoreBackends.all) func keepsThePausesOfDomains(backends: StoreBackends) async throws {
        let store = try await backends.make()
        let pause = DomainPause(domain: "d.example", refusals: 3, end: TestStore.start + 300)
        try await ledger(store) { try $0.pause(pause) }
        #expect(try await ledger(store, after: 299) { try $0.domainPauses() } == [pause])
        #expect(try await ledger(store, after: 300) { try $0.domainPauses() } == [])
    }

    @Test(arguments: StoreBackends.all) func keepsABounceThatArrivesBeforeTheReply(backends: StoreBackends) async throws
    {
        let store = try await running(backends, readers: 1)
        let claims = try await claim(store)
        _ = try await ledger(store) { try $0.permitFlight(claims[0], messageID: "m", limits: []) }
        _ = try await store.campaigns { try $0.markBounced(campaign: 1, subscriber: 1, note: "5.1.1") }
        try await ledger(store) { try $0.settle(Settlement(claims[0], .accepted)) }
        #expect(try await store.counts(1).states == [.bounced: 1])
    }

    @Test(arguments: StoreBackends.all) func sortsLimitedDomainsIntoLanes(backends: StoreBackends) async throws {
        let store = try await backends.make()
        try await store.addReaders(3)
        _ = try await store.change { try $0.add(.active("ann@gmail.com")) }
        _ = try await store.change { try $0.add(.active("bob@notgmail.com")) }
        _ = try await store.approve()
        try await store.campaigns { campaigns in
            try campaigns.start(1)
            try campaigns.setLanes(1, domains: ["gmail.com"])
        }
        #expect(try await claim(store).map(\.subscriber) == [1, 2, 3, 5])
        #expect(
            try await ledger(store) { try $0.claim(1, sender: 1, lane: "gmail.com", limit: 9) }.map(\.lane) == [
                "gmail.com"
            ])
        try await ledger(store) { campaigns in
            try campaigns.release(1, sender: 1)
            try campaigns.setLanes(1, domains: [])
        }
        #expect(try await claim(store).map(\.subscriber) == [1, 2, 3, 4, 5])
    }

    @Test(arguments: StoreBackends.all) func doubtsEverythingAfterARestoredBackup(backends: StoreBackends) async throws
    {
        let store = try await running(backends, readers: 3)
        try await store.force(.accepted, of: 1)
        _ = try await claim(store, limit: 1)
        try await store.campaigns { try $0.doubt(1) }
        #expect(try await store.counts(1).states == [.accepted: 1, .uncertain: 2])
    }

    @Test(arguments: StoreBackends.all) func namesTheSenderThatRuns(backends: StoreBackends) async throws {
        let store = try await running(backends, readers: 1)
        let numbers = try await ledger(store) { campaigns in
            [
                try campaigns.addSender(host: "one", process: 11, isAlone: true),
                try campaigns.addSender(host: "two", process: 22, isAlone: true),
            ]
        }
        #expect(numbers == [1, 2])
        #expect(try await store.campaigns { try $0.runningSender()?.process } == 22)
        try await ledger(store) { try $0.endSender(2) }
        #expect(try await store.campaigns { try $0.runningSender() } == nil)
    }
}
