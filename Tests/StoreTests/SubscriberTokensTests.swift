import Address
import Context
import Signing
import Store
import Testing

@Suite struct SubscriberTokensTests {
    private static let week = 7 * TestStore.day

    private static func tokens(_ store: TestStore) async throws -> SubscriberTokens {
        try await store.change { try $0.tokens() }
    }

    private static func rotate(_ store: TestStore) async throws {
        _ = try await store.backend.write { try StoreKeys.rotate($0, .live, now: store.now) }
    }

    @Test(arguments: SubscriberToken.Purpose.allCases)
    func saysWhoAndNothingElse(purpose: SubscriberToken.Purpose) async throws {
        let store = try await StoreBackends.all[1].make()
        let tokens = try await Self.tokens(store)
        for number in [1, 77, 1 << 31, (1 << 40) - 1] {
            let token = SubscriberToken(subscriber: number, detail: store.now)
            let text = tokens.text(token, for: purpose)
            #expect(text.utf8.count == SubscriberTokens.length(for: purpose))
            #expect(text.utf8.allSatisfy { 0x30...0x7A ~= $0 || $0 == 0x2D })
            #expect(try tokens.verified(text, for: purpose, now: store.now, lifetime: Self.week) == token)
            for other in SubscriberToken.Purpose.allCases where other != purpose {
                #expect(throws: SubscriberToken.Fault.invalid) {
                    try tokens.verified(text, for: other, now: store.now, lifetime: Self.week)
                }
            }
        }
    }

    @Test(arguments: SubscriberToken.Purpose.allCases)
    func refusesEveryAlteration(purpose: SubscriberToken.Purpose) async throws {
        let store = try await StoreBackends.all[1].make()
        let tokens = try await Self.tokens(store)
        let text = tokens.text(SubscriberToken(subscriber: 5, detail: store.now), for: purpose)
        var altered = ["", "a", text + "a", String(text.dropLast()), text + "=", " " + text, String(text.reversed())]
        for index in text.indices {
            for letter in "aZ07-_+/=é\0" where text[index] != letter {
                // The case of a bounce's address may change on the way.
                if purpose == .bounce, text[index] == Character(letter.lowercased()) { continue }
                altered.append(text.replacingCharacter(at: index, with: letter))
            }
        }
        for text in altered {
            #expect(throws: SubscriberToken.Fault.invalid, "\(text)") {
                try tokens.verified(text, for: purpose, now: store.now, lifetime: Self.week)
            }
        }
    }

    @Test func refusesTokensOfAnotherStore() async throws {
        let (ours, theirs) = (try await StoreBackends.all[1].make(), try await StoreBackends.all[1].make())
        let text = try await Self.tokens(theirs).text(SubscriberToken(subscriber: 1), for: .unsubscribe)
        let tokens = try await Self.tokens(ours)
        #expect(throws: SubscriberToken.Fault.invalid) {
            try tokens.verified(text, for: .unsubscribe, now: ours.now, lifetime: 0)
        }
    }

    @Test(arguments: StoreBackends.all) func outlivesTwoNewKeysAndThreeYears(backends: StoreBackends) async throws {
        var store = try await backends.make()
        let token = SubscriberToken(subscriber: 5, detail: store.now)
        let old = try await Self.tokens(store).text(token, for: .unsubscribe)
        for _ in 0..<2 {
            store.now += 500 * TestStore.day
            try await Self.rotate(store)
        }
        store.now += 95 * TestStore.day
        let tokens = try await Self.tokens(store)
        #expect(try tokens.verified(old, for: .unsubscribe, now: store.now, lifetime: Self.week) == token)
        #expect(tokens.text(token, for: .unsubscribe) != old, "the latest key signs")
    }

    @Test func expiresConfirmationsOnly() async throws {
        let store = try await StoreBackends.all[1].make()
        let tokens = try await Self.tokens(store)
        let text = tokens.text(SubscriberToken(subscriber: 5, detail: store.now), for: .confirm)
        #expect(throws: Never.self) {
            try tokens.verified(text, for: .confirm, now: store.now + Self.week, lifetime: Self.week)
        }
        #expect(throws: SubscriberToken.Fault.expired) {
            try tokens.verified(text, for: .confirm, now: store.now + Self.week + 1, lifetime: Self.week)
        }
    }

    @Test func attributesABounceWhoseCaseWasChanged() async throws {
        let store = try await StoreBackends.all[1].make()
        let tokens = try await Self.tokens(store)
        let token = SubscriberToken(subscriber: 5, detail: 12)
        let text = tokens.text(token, for: .bounce).uppercased()
        #expect(try tokens.verified(text, for: .bounce, now: store.now, lifetime: 0) == token)
    }
}

extension String {
    fileprivate func replacingCharacter(at index: Index, with letter: Character) -> String {
        String(self[..<index]) + String(letter) + String(self[self.index(after: index)...])
    }
}
