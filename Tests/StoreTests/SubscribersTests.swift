import Address
import Store
import Testing

@Suite struct SubscribersTests {
    @Test(arguments: StoreBackends.all) func keepsWhatWasTyped(backends: StoreBackends) async throws {
        let store = try await backends.make()
        _ = try await store.change { try $0.add(.active("Ann@Example.ORG")) }
        let found = try await store.read { try $0.find(MailAddress("ann@example.org")) }
        #expect(found?.address == "Ann@Example.ORG")
        #expect(found?.state == .active)
        #expect(found?.consentTime == 1)
        #expect(found?.consentSource == "test")
        #expect(found?.created == TestStore.start)
    }

    @Test(arguments: StoreBackends.all) func addsAnAddressOnce(backends: StoreBackends) async throws {
        let store = try await backends.make()
        let additions = try await store.change { subscribers in
            try ["ann@example.org", "ANN@example.org", "bob@example.org"].map { try subscribers.add(.active($0)) }
        }
        #expect(additions == [.added(id: 1), .known(id: 1, state: .active), .added(id: 2)])
    }

    @Test(arguments: StoreBackends.all, [SubscriberState.unsubscribed, .bounced, .complained])
    func neverAddsWhoHasLeft(backends: StoreBackends, state: SubscriberState) async throws {
        let store = try await backends.make()
        let reason = try #require(state.suppression)
        let additions = try await store.change { subscribers in
            [
                try subscribers.add(.with("ann@example.org", state)), try subscribers.add(.active("Ann@example.org")),
                try subscribers.add(.with("ann@example.org", .pending)),
            ]
        }
        #expect(additions == [.added(id: 1), .suppressed(reason), .suppressed(reason)])
        #expect(try await store.read { try $0.counts().states } == [state: 1])
    }

    @Test(arguments: StoreBackends.all) func movesKnownSubscribersOnlyForward(backends: StoreBackends) async throws {
        let store = try await backends.make()
        let additions = try await store.change { subscribers in
            try [SubscriberState.pending, .active, .pending, .unsubscribed, .active, .complained, .unsubscribed].map {
                try subscribers.add(.with("ann@example.org", $0))
            }
        }
        #expect(
            additions == [
                .added(id: 1), .changed(id: 1, from: .pending), .known(id: 1, state: .active),
                .changed(id: 1, from: .active), .suppressed(.unsubscribed), .changed(id: 1, from: .unsubscribed),
                .changed(id: 1, from: .complained),
            ])
    }

    @Test(arguments: StoreBackends.all) func leavesOnlyAHashOfWhoIsErased(backends: StoreBackends) async throws {
        let store = try await backends.make()
        let ann = try MailAddress("ann@example.org")
        try await store.change { subscribers in
            guard case .added(let id) = try subscribers.add(.active("ann@example.org")) else { return }
            try subscribers.setPreferences([SubscriberPreference(.region, "Europe")], of: id)
        }
        #expect(try await store.change { try $0.erase(ann) })
        #expect(try await store.read { try $0.find(ann) } == nil)
        #expect(try await store.read { try $0.hasPreferences() } == false)
        #expect(try await store.read { try $0.suppression(of: ann) } == .erased)
        #expect(try await store.change { try $0.add(.active("ANN@example.org")) } == .suppressed(.erased))
        #expect(try await !store.change { try $0.erase(ann) })
    }

    @Test(arguments: StoreBackends.all) func keepsPreferences(backends: StoreBackends) async throws {
        let store = try await backends.make()
        let wanted = [SubscriberPreference(.region, "Europe"), SubscriberPreference(.section, "Events")]
        try await store.change { subscribers in
            _ = try subscribers.add(.active("ann@example.org"))
            try subscribers.setPreferences([SubscriberPreference(.region, "Asia")], of: 1)
            try subscribers.setPreferences(wanted, of: 1)
        }
        #expect(try await store.read { try $0.preferences(of: 1) } == wanted)
    }

    @Test(arguments: StoreBackends.all) func readsAnAudienceInPortions(backends: StoreBackends) async throws {
        let store = try await backends.make()
        try await store.change { subscribers in
            for number in 1...7 { _ = try subscribers.add(.active("a\(number)@example.org")) }
            try subscribers.end(id: 3, as: .unsubscribed)
        }
        let ids = try await store.read { subscribers in
            [0, 4, 7].map { last in (try? subscribers.portion(in: .active, after: last, limit: 3).map(\.id)) ?? [] }
        }
        #expect(ids == [[1, 2, 4], [5, 6, 7], []])
    }
}
