import Address
import Store
import Testing

@Suite struct SigningUpTests {
    private static let ann = "ann@example.org"

    private static func signUp(_ store: TestStore) async throws -> Subscribers.SignUp {
        try await store.change { try $0.signUp(MailAddress(ann), source: "website") }
    }

    private static func state(_ store: TestStore) async throws -> SubscriberState? {
        try await store.read { try $0.find(MailAddress(ann))?.state }
    }

    private static func confirm(_ store: TestStore, madeAt time: Int) async throws -> Subscribers.Confirmation {
        try await store.change { try $0.confirm(SubscriberToken(subscriber: 1, detail: time)) }
    }

    @Test(arguments: StoreBackends.all) func becomesActiveByConfirming(backends: StoreBackends) async throws {
        var store = try await backends.make()
        #expect(try await Self.signUp(store) == .confirmationDue(id: 1))
        #expect(try await Self.state(store) == .pending)
        store.now += 60
        #expect(try await Self.confirm(store, madeAt: TestStore.start) == .confirmed)
        let ann = try await store.read { try $0.find(id: 1) }
        #expect(ann?.state == .active)
        #expect(ann?.consentTime == TestStore.start + 60)
        #expect(ann?.consentSource == "website")
        #expect(try await Self.confirm(store, madeAt: TestStore.start) == .alreadyActive)
        #expect(try await Self.signUp(store) == .nothingDue)
    }

    @Test(arguments: StoreBackends.all) func sendsOneConfirmationADay(backends: StoreBackends) async throws {
        var store = try await backends.make()
        var due = 0
        for _ in 0..<100 {
            if try await Self.signUp(store) != .nothingDue { due += 1 }
            store.now += TestStore.day / 50
        }
        #expect(due == 2)
    }

    @Test(arguments: StoreBackends.all) func deletesWhoNeverConfirms(backends: StoreBackends) async throws {
        var store = try await backends.make()
        _ = try await Self.signUp(store)
        try await store.change { subscribers in
            _ = try subscribers.add(.with("imported@example.org", .pending))
            _ = try subscribers.add(.active("bob@example.org"))
        }
        store.now += 30 * TestStore.day
        #expect(try await store.change { try $0.deleteUnconfirmed(after: 30) } == 0)
        store.now += 1
        #expect(try await store.change { try $0.deleteUnconfirmed(after: 30) } == 1)
        #expect(try await Self.state(store) == nil)
        #expect(try await store.read { try $0.counts().states } == [.pending: 1, .active: 1])
        // The number isn't used again.
        #expect(try await Self.signUp(store) == .confirmationDue(id: 4))
    }

    @Test(arguments: StoreBackends.all) func letsTheOwnerComeBack(backends: StoreBackends) async throws {
        var store = try await backends.make()
        _ = try await Self.signUp(store)
        _ = try await Self.confirm(store, madeAt: store.now)
        store.now += 10
        #expect(try await store.change { try $0.end(id: 1, as: .unsubscribed) })
        // An old link, which a mail scanner may follow.
        #expect(try await Self.confirm(store, madeAt: TestStore.start) == .outdated)
        #expect(try await Self.state(store) == .unsubscribed)
        store.now += 2 * TestStore.day
        #expect(try await Self.signUp(store) == .confirmationDue(id: 1))
        #expect(try await Self.state(store) == .unsubscribed, "nothing changes before the confirmation")
        #expect(try await Self.confirm(store, madeAt: store.now) == .confirmed)
        #expect(try await store.read { try $0.suppression(of: MailAddress(Self.ann)) } == nil)
    }

    @Test(arguments: StoreBackends.all, [SubscriberState.bounced, .complained])
    func sendsNothingToWhoComplainedOrBounced(backends: StoreBackends, state: SubscriberState) async throws {
        var store = try await backends.make()
        _ = try await Self.signUp(store)
        try await store.change { _ = try $0.end(id: 1, as: state) }
        store.now += 3 * TestStore.day
        #expect(try await Self.signUp(store) == .nothingDue)
        #expect(try await Self.confirm(store, madeAt: store.now) == .outdated)
        try await store.change { _ = try $0.end(id: 1, as: .unsubscribed) }
        #expect(try await Self.state(store) == state)
    }

    @Test(arguments: StoreBackends.all) func unsubscribesOnlyWhoExists(backends: StoreBackends) async throws {
        let store = try await backends.make()
        #expect(try await !store.change { try $0.end(id: 99, as: .unsubscribed) })
    }
}
