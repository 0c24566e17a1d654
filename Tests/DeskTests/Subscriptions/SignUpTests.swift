import Address
import HTTPTypes
import Newsroom
import Send
import Signing
import Store
import Testing

@testable import Desk

@Suite struct SignUpTests {
    @Test func subscribesWhoFollowsTheLink() async throws {
        let fixture = try await SubscriptionFixture()
        #expect(await fixture.signUp("Ann%40example.org").status == .ok)
        #expect(fixture.outbox.messages.isEmpty)
        try await fixture.deliver()
        #expect(fixture.outbox.messages.map(\.recipient) == ["Ann@example.org"])
        let link = try fixture.link()
        let page = await fixture.request(.get, link)
        #expect(page.status == .ok && page.text.contains("<form method=\"post\">"))
        #expect(try await fixture.state("ann@example.org") == .pending)
        #expect(await fixture.request(.post, link).status == .ok)
        #expect(try await fixture.state("ann@example.org") == .active)
        #expect(await fixture.request(.post, link).status == .ok)
    }

    @Test func refusesOldLinks() async throws {
        let fixture = try await SubscriptionFixture()
        await fixture.signUp("ann@example.org")
        try await fixture.deliver()
        fixture.time.seconds += 7 * SubscriptionFixture.day + 1
        for method in [HTTPRequest.Method.get, .post] {
            #expect(await fixture.request(method, try fixture.link()).status == .notFound)
        }
        #expect(try await fixture.state("ann@example.org") == .pending)
    }

    /// The response says nothing about the address, and neither does the work before it: it only adds a row.
    @Test func answersTheSameForEveryState() async throws {
        let fixture = try await SubscriptionFixture()
        for state in SubscriberState.allCases { _ = try await fixture.add("\(state.rawValue)@example.org", state) }
        try await fixture.store.changeSubscribers(.live, now: fixture.time.seconds) {
            _ = try $0.erase(MailAddress("erased@example.org"))
        }
        let names = SubscriberState.allCases.map(\.rawValue) + ["erased", "unknown"]
        let expected = await fixture.signUp("first@example.org")
        for name in names {
            let page = await fixture.signUp("\(name)@example.org")
            #expect(page.html == expected.html && page.fields == expected.fields && page.status == expected.status)
        }
        try await fixture.deliver()
        let recipients = fixture.outbox.messages.map(\.recipient).sorted()
        #expect(
            recipients == ["erased", "first", "pending", "unknown", "unsubscribed"].map { "\($0)@example.org" })
    }

    @Test func writesOncePerDay() async throws {
        let fixture = try await SubscriptionFixture()
        for number in 0..<100 {
            await fixture.signUp("ann@example.org", peer: "198.51.\(number).1")
            await fixture.signUp("ANN@EXAMPLE.org", peer: "198.51.\(number).2")
            try await fixture.deliver()
            fixture.time.seconds += SubscriptionFixture.day / 50
        }
        #expect(fixture.outbox.messages.count == 2)
    }

    @Test func limitsNetworks() async throws {
        let fixture = try await SubscriptionFixture(proxies: ["127.0.0.1"])
        let forwarded = try #require(HTTPField.Name("X-Forwarded-For"))
        var statuses: [Int] = []
        for number in 0..<25 {
            let page = await fixture.request(
                .post, "/subscribe", "address=a\(number)@example.org",
                fields: [forwarded: "10.0.0.\(number), 203.0.113.\(number)"], peer: "127.0.0.1")
            statuses.append(page.status.code)
        }
        #expect(statuses == Array(repeating: 200, count: 20) + Array(repeating: 429, count: 5))
        #expect(await fixture.signUp("b@example.org", peer: "203.0.114.1").status == .ok)
        fixture.time.seconds += 3600
        #expect(await fixture.signUp("c@example.org", peer: "203.0.113.1").status == .ok)
    }

    @Test(arguments: [
        "ann%40example.org%0D%0ABcc%3A%20eve%40example.org", "ann%0A%40example.org", "ann%00%40example.org",
        "ann%40example.org%2Ceve%40example.org", "ann%40example.org%3Beve%40example.org", "%22a%20b%22%40example.org",
        "%22%3Ceve%40example.org%3E%22%40example.org", "ann", "%40example.org", "", "ann%40example.org%E2%80%A8x",
        "Ann%20%3Cann%40example.org%3E", "ann%C2%85%40example.org",
    ]) func refusesWhatIsNoAddress(text: String) async throws {
        let fixture = try await SubscriptionFixture()
        let page = await fixture.signUp(text)
        #expect(page.status == .badRequest)
        #expect(!page.text.contains("eve") && !page.text.contains("ann"))
        try await fixture.deliver()
        #expect(fixture.outbox.messages.isEmpty)
        #expect(try await fixture.everything().isEmpty)
    }

    @Test func refusesOtherForms() async throws {
        let fixture = try await SubscriptionFixture()
        let long = "address=ann@example.org&x=" + String(repeating: "x", count: 16_384)
        #expect(await fixture.request(.post, "/subscribe", long).status == .contentTooLarge)
        let json = await fixture.request(.post, "/subscribe", "{}", type: "application/json")
        #expect(json.status == .unsupportedMediaType)
        #expect(await fixture.request(.post, "/subscribe", "mail=ann@example.org").status == .badRequest)
        let full = "address=" + String(repeating: "a", count: 15_000) + "@example.org"
        #expect(await fixture.request(.post, "/subscribe", full).status == .badRequest)
        try await fixture.deliver()
        #expect(fixture.outbox.messages.isEmpty && fixture.outbox.lines.isEmpty)
    }
}
