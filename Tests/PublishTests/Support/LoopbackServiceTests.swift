import TestKit
import Testing

/// The fake services behave on a port of this machine as they do within the process.
@Suite struct LoopbackServiceTests {
    private func answer(_ method: String, _ target: String, _ body: String = "", at address: String) throws -> String {
        let port = try #require(address.split(separator: ":").last.flatMap { UInt16($0) })
        let connection = try LoopbackConnection(port: port)
        try connection.send(
            "\(method) \(target) HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer token-0123\r\nIdempotency-Key: k\r\n"
                + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)")
        return connection.readSome(milliseconds: 600_000).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    private let post = #"{"status":"Hi https://a.example/"}"#

    @Test(arguments: [
        (ServiceFailure.drop, "", 1), (.refuse, "", 0), (.failAfterwards(502), "HTTP/1.1 502", 1),
        (.reject(429, retryAfter: 30), "HTTP/1.1 429", 0),
    ])
    func failsAsTheTestWants(failure: ServiceFailure, start: String, effects: Int) throws {
        let loopback = try LoopbackService { FakeMastodon(root: $0, token: "token-0123") }
        loopback.service.failures.fail("POST", with: failure)
        let first = try answer("POST", "/api/v1/statuses", post, at: loopback.address)
        #expect(start.isEmpty ? first.isEmpty : first.hasPrefix(start))
        #expect(loopback.service.effects.count == effects)
        let second = try answer("POST", "/api/v1/statuses", post, at: loopback.address)
        #expect(second.hasPrefix("HTTP/1.1 200") && second.contains("@weekly"))
        #expect(loopback.service.effects == ["Hi https://a.example/"])
    }

    @Test func pagesWithItsOwnAddress() throws {
        let loopback = try LoopbackService { FakeMastodon(root: $0, token: "token-0123") }
        for number in 1...3 { loopback.service.post("\(number)") }
        let page = try answer("GET", "/api/v1/accounts/7/statuses?limit=2", at: loopback.address)
        #expect(page.contains("Link: <\(loopback.address)/api/v1/accounts/7/statuses?limit=2&max_id=1002>"))
    }
}
