import Address
import Store
import Testing

@Suite struct TransactionTests {
    private struct Stop: Error {}

    @Test(arguments: StoreBackends.all) func keepsNothingOfWorkThatThrows(backends: StoreBackends) async throws {
        let store = try await backends.make()
        await #expect(throws: Stop.self) {
            try await store.change { subscribers in
                _ = try subscribers.add(.active("ann@example.org"))
                throw Stop()
            }
        }
        #expect(try await store.read { try $0.counts().total } == 0)
    }

    @Test(arguments: StoreBackends.all) func keepsNothingOfADryRun(backends: StoreBackends) async throws {
        let store = try await backends.make()
        let addition = try await store.change(ending: .rollback) { try $0.add(.active("ann@example.org")) }
        #expect(addition == .added(id: 1))
        #expect(try await store.read { try $0.counts().total } == 0)
    }

    @Test(arguments: StoreBackends.all) func appliesMigrationsTwiceWithoutHarm(backends: StoreBackends) async throws {
        let store = try await backends.make()
        _ = try await store.change { try $0.add(.active("ann@example.org")) }
        try await store.backend.write { connection in
            try Migrations.apply(connection, now: TestStore.start)
            #expect(try Migrations.applied(connection) == Migrations.newest)
        }
        #expect(try await store.read { try $0.counts().total } == 1)
        #expect(try await store.backend.faults() == [])
    }

    @Test(arguments: StoreBackends.all) func neverUsesANumberAgain(backends: StoreBackends) async throws {
        let store = try await backends.make()
        let first = try await store.change { try $0.add(.active("ann@example.org")) }
        _ = try await store.change { try $0.erase(MailAddress("ann@example.org")) }
        let second = try await store.change { try $0.add(.active("bob@example.org")) }
        #expect(first == .added(id: 1))
        #expect(second == .added(id: 2))
    }
}

extension NewSubscriber {
    static func active(_ text: String) throws -> NewSubscriber { try with(text, .active) }

    static func with(_ text: String, _ state: SubscriberState) throws -> NewSubscriber {
        NewSubscriber(address: try MailAddress(text), state: state, consentTime: 1, consentSource: "test")
    }
}
