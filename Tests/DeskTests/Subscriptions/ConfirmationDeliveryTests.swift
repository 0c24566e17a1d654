import Foundation
import Newsroom
import Send
import Signing
import Store
import Testing

@testable import Desk

@Suite struct ConfirmationDeliveryTests {
    @Test(arguments: ["en", "de"]) func saysNothingThatWasTyped(language: String) async throws {
        let fixture = try await SubscriptionFixture(language: language)
        await fixture.signUp("buy.cheap.pills@example.org")
        try await fixture.deliver()
        let text = try #require(fixture.outbox.texts.first)
        let split = try #require(text.range(of: "\r\n\r\n"))
        let (header, body) = (text[..<split.lowerBound], text[split.upperBound...])
        #expect(header.contains("\r\nTo: buy.cheap.pills@example.org\r\n"))
        #expect(header.contains("\r\nAuto-Submitted: auto-generated\r\n"))
        #expect(header.contains("DKIM-Signature: v=1; a=ed25519-sha256; c=relaxed/relaxed; d=example.org;"))
        #expect(header.contains("\r\nFrom: Weekly <weekly@example.org>\r\n"))
        #expect(text.components(separatedBy: "pills").count == 2)
        #expect(body.contains("text/plain") && body.contains("text/html") && body.contains("lang=3D\"\(language)\""))
        let token = try fixture.link().suffix(40)
        #expect(body.components(separatedBy: token).count == 4)
        #expect(text.components(separatedBy: "\r\n").allSatisfy { $0.utf8.count <= 998 })
    }

    @Test func triesAgainAfterTemporaryFaults() async throws {
        let fixture = try await SubscriptionFixture()
        fixture.outbox.fail([DeliveryFault(.temporary, "452"), DeliveryFault(.temporary, "452")])
        await fixture.signUp("ann@example.org")
        try await fixture.deliver()
        fixture.time.seconds += 299
        try await fixture.deliver()
        #expect(fixture.outbox.messages.isEmpty)
        fixture.time.seconds += 1
        try await fixture.deliver()
        fixture.time.seconds += 1200
        try await fixture.deliver()
        #expect(fixture.outbox.messages.count == 1)
        #expect(fixture.outbox.lines.contains("452") && !fixture.outbox.lines.contains("ann"))
        fixture.time.seconds += SubscriptionFixture.day - 1
        await fixture.signUp("ann@example.org")
        try await fixture.deliver()
        #expect(fixture.outbox.messages.count == 1)
    }

    @Test(arguments: [DeliveryFault.Kind.permanent, .uncertain]) func givesUp(kind: DeliveryFault.Kind) async throws {
        let fixture = try await SubscriptionFixture()
        fixture.outbox.fail([DeliveryFault(kind, "550")])
        await fixture.signUp("ann@example.org")
        for _ in 0..<10 {
            try await fixture.deliver()
            fixture.time.seconds += 3600
        }
        #expect(fixture.outbox.messages.isEmpty)
    }

    /// The server is killed after it has marked the confirmation, and before it sends it.
    @Test func sendsWhatAKilledServerLeftAfterSomeMinutes() async throws {
        let fixture = try await SubscriptionFixture()
        await fixture.signUp("ann@example.org")
        _ = try await fixture.delivery.acceptSignUps()
        #expect(try await claim(fixture) == 1)
        fixture.time.seconds += 899
        _ = try await fixture.subscriptions.prepare()
        try await fixture.deliver()
        #expect(fixture.outbox.messages.isEmpty)
        fixture.time.seconds += 1
        try await fixture.deliver()
        #expect(fixture.outbox.messages.count == 1)
        fixture.time.seconds += 3600
        try await fixture.deliver()
        #expect(fixture.outbox.messages.count == 1)
    }

    @Test func leavesAConfirmationThatAlwaysEndsTheServer() async throws {
        let fixture = try await SubscriptionFixture()
        await fixture.signUp("ann@example.org")
        _ = try await fixture.delivery.acceptSignUps()
        for attempt in 1...3 {
            #expect(try await claim(fixture) == attempt)
            fixture.time.seconds += 900
        }
        #expect(try await claim(fixture) == nil)
        #expect(try await fixture.subscriptions.prepare() == 1)
    }

    private func claim(_ fixture: SubscriptionFixture) async throws -> Int? {
        let now = fixture.time.seconds
        return try await fixture.subscriptions.store.changeSubscribers(.live, now: now) {
            try $0.claimConfirmation()?.attempts
        }
    }

    @Test func triesFiveTimes() async throws {
        let fixture = try await SubscriptionFixture()
        fixture.outbox.fail(Array(repeating: DeliveryFault(.temporary, "421"), count: 5))
        await fixture.signUp("ann@example.org")
        for _ in 0..<1000 {
            try await fixture.deliver()
            fixture.time.seconds += 300
        }
        #expect(fixture.outbox.messages.isEmpty)
        #expect(fixture.outbox.lines.split(separator: "\n").count < 6)
    }

    /// The program is killed after each step: whatever was queued is sent, and nothing twice.
    @Test func neverSendsTwiceAfterKills() async throws {
        let first = try await SubscriptionFixture()
        await first.signUp("ann@example.org")
        await first.signUp("bob@example.org")
        let second = try await SubscriptionFixture(store: first.store)
        #expect(try await second.delivery.acceptSignUps() == 2)
        // Killed between the mark and the message.
        let marked = try await second.store.changeSubscribers(.live, now: second.time.seconds) {
            try $0.claimConfirmation()
        }
        #expect(marked != nil)
        let third = try await SubscriptionFixture(store: first.store)
        try await third.deliver()
        #expect(third.outbox.messages.count == 1)
        await third.signUp("ann@example.org")
        await third.signUp("bob@example.org")
        try await third.deliver()
        #expect(third.outbox.messages.count == 1)
        third.time.seconds += SubscriptionFixture.day
        await third.signUp("ann@example.org")
        await third.signUp("bob@example.org")
        try await third.deliver()
        #expect(third.outbox.messages.count == 3)
    }

    @Test func sendsNothingToWhoHasComplainedMeanwhile() async throws {
        let fixture = try await SubscriptionFixture()
        await fixture.signUp("ann@example.org")
        _ = try await fixture.delivery.acceptSignUps()
        try await fixture.store.changeSubscribers(.live, now: fixture.time.seconds) {
            _ = try $0.end(id: 1, as: .complained)
        }
        try await fixture.deliver()
        #expect(fixture.outbox.messages.isEmpty)
    }
}
