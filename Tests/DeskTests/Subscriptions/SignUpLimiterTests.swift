import Address
import HTTPTypes
import Newsletter
import Testing

@testable import Desk

@Suite struct SignUpLimiterTests {
    private func network(_ text: String) -> ClientNetwork? { IPAddress(text).map(ClientNetwork.init) }

    @Test func allowsTwentyWithinAnyHour() {
        let limiter = SignUpLimiter()
        let network = network("192.0.2.1")
        var allowed: [Int] = []
        for minute in 0..<180 where limiter.allows(network, at: minute * 60) { allowed.append(minute) }
        #expect(allowed == Array(0..<20) + Array(60..<80) + Array(120..<140))
    }

    @Test(arguments: [
        ("192.0.2.1", "192.0.2.255", true), ("192.0.2.1", "192.0.3.1", false), ("192.0.2.1", "::ffff:192.0.2.9", true),
        ("2001:db8:1::1", "2001:db8:1:ffff::9", true), ("2001:db8:1::1", "2001:db8:2::1", false),
        ("0.0.0.1", "::1", false), ("::ffff:192.0.2.1", "::ffff:198.51.100.1", false),
    ]) func knowsNetworks(first: String, second: String, areSame: Bool) {
        #expect((network(first) == network(second)) == areSame)
    }

    @Test func forgetsTheQuietest() {
        let limiter = SignUpLimiter(capacity: 100)
        for number in 0..<10_000 {
            #expect(limiter.allows(network("10.\(number / 256).\(number % 256).1"), at: number))
        }
        #expect(limiter.count <= 100)
        for _ in 0..<19 { #expect(limiter.allows(network("10.39.15.1"), at: 9999)) }
        #expect(!limiter.allows(network("10.39.15.1"), at: 9999))
    }

    @Test(arguments: [
        ([], "203.0.113.7", "203.0.113.7"), (["198.51.100.1"], "203.0.113.7", "203.0.113.7"),
        (["198.51.100.1"], "127.0.0.1", "198.51.100.1"), (["10.9.9.9, 198.51.100.1"], "127.0.0.1", "198.51.100.1"),
        (["10.9.9.9", "198.51.100.1"], "::ffff:127.0.0.1", "198.51.100.1"),
        (["198.51.100.1, 10.0.0.2"], "127.0.0.1", "198.51.100.1"), (["unknown"], "127.0.0.1", "127.0.0.1"),
        (["198.51.100.1, unknown"], "127.0.0.1", "127.0.0.1"), ([], "127.0.0.1", "127.0.0.1"),
        (["2001:db8::1"], "127.0.0.1", "2001:db8::1"),
    ]) func believesOnlyTrustedProxies(forwarded: [String], peer: String, client: String) throws {
        let proxies = try TrustedProxies(["127.0.0.1", "10.0.0.2"])
        var fields = HTTPFields()
        for value in forwarded {
            fields.append(HTTPField(name: try #require(HTTPField.Name("X-Forwarded-For")), value: value))
        }
        #expect(proxies.network(of: fields, peer: IPAddress(peer)) == network(client))
    }

    @Test func refusesNamesOfProxies() {
        #expect(throws: Diagnostic.self) { try TrustedProxies(["localhost"]) }
    }
}
