import Context
import Synchronization
import TestKit
import Testing
import Web

@Suite struct RetryTests {
    /// Gives its replies one after the other, the last again and again.
    private func server(_ replies: WebReply...) throws -> LoopbackServer {
        let given = Mutex(0)
        return try LoopbackServer { _ in
            given.withLock { given in
                defer { given += 1 }
                return replies[min(given, replies.count - 1)]
            }
        }
    }

    @Test func triesAgainWithGrowingPauses() async throws {
        let server = try server(
            WebReply(steps: [.close]), .answer(500), .answer(502), .answer(504), .answer(503), .text("at last"))
        let asking = try Asking(server)
        #expect(try await asking.get(server.address) { $0.retries = 5 }.text == "at last")
        // Half of what is allowed, by the test's dice.
        #expect(asking.time.slept == [0.25, 0.5, 1, 2, 4])
        #expect(server.questions.count == 6)
    }

    @Test func givesTheLastAnswerWhenTriesAreUsedUp() async throws {
        let server = try server(.answer(503))
        let asking = try Asking(server)
        #expect(try await asking.get(server.address) { $0.retries = 3 }.status == 503)
        #expect(server.questions.count == 4)
    }

    @Test func waitsNoLongerThanHalfAMinute() async throws {
        let server = try server(.answer(503))
        let asking = try Asking(server)
        _ = try await asking.get(server.address) { $0.retries = 12 }
        #expect(asking.time.slept.max() == 15)
    }

    @Test(
        "Waits as long as the server says",
        arguments: [
            ("7", 7.5), ("0", 0.5), ("60", 60.5), ("Fri, 15 Jan 2027 08:00:30 GMT", 30.5),
            ("Fri, 15 Jan 2027 07:00:00 GMT", 0.5), ("soon", 0.25), ("-5", 0.25),
        ])
    func heedsRetryAfter(field: String, pause: Double) async throws {
        let server = try server(.answer(429, ["Retry-After: \(field)"]), .text("yes"))
        let asking = try Asking(server)
        #expect(try await asking.get(server.address) { $0.retries = 1 }.text == "yes")
        #expect(asking.time.slept == [pause])
    }

    @Test("Has no more patience than it has", arguments: ["61", "Fri, 15 Jan 2027 09:00:00 GMT", "99999999999"])
    func hasLimitedPatience(field: String) async throws {
        let server = try server(.answer(429, ["Retry-After: \(field)"]))
        let asking = try Asking(server)
        guard case .rateLimited(let until?) = await asking.failure(server.address, { $0.retries = 1 }) else {
            Issue.record("not limited")
            return
        }
        #expect(until >= asking.time.now + 61)
        #expect(server.questions.count == 1)
        #expect(asking.time.slept.isEmpty)
    }

    @Test(
        "Does nothing twice that must be done once",
        arguments: [
            ("POST", 500, false, 1), ("POST", 503, false, 2), ("POST", 429, false, 2), ("POST", 500, true, 2),
            ("PATCH", 502, false, 1), ("PUT", 500, false, 2), ("GET", 404, false, 1), ("GET", 501, false, 2),
        ])
    func doesNothingTwice(method: String, status: Int, hasKey: Bool, tries: Int) async throws {
        let server = try server(.answer(status))
        let asking = try Asking(server)
        let answer = try await asking.get(server.address) { request in
            (request.method, request.retries) = (method, 1)
            if hasKey { request.headers["Idempotency-Key"] = "1" }
        }
        #expect(answer.status == status)
        #expect(server.questions.count == (status == 501 ? 1 : tries))
    }

    @Test func asksNoMoreWhereAQuotaIsUsedUp() async throws {
        let server = try LoopbackServer { question in
            question.target.hasPrefix("/search")
                ? .text("found", ["X-RateLimit-Remaining: 9", "X-RateLimit-Reset: 1800000100"])
                : .text("last", ["X-RateLimit-Remaining: 0", "X-RateLimit-Reset: 1800000100"])
        }
        let asking = try Asking(server)
        #expect(try await asking.get(server.address + "/repos").text == "last")
        #expect(await asking.failure(server.address + "/repos/2") == .rateLimited(until: 1_800_000_100))
        #expect(
            await asking.failure(server.address + "/repos/2") { $0.retries = 1 } == .rateLimited(until: 1_800_000_100))
        #expect(server.questions.count == 1)
        // Another part of the service, and another who asks.
        #expect(try await asking.get(server.address + "/search/issues").text == "found")
        #expect(
            try await asking.get(server.address + "/repos") { $0.headers = ["Authorization": "Bearer a"] }.text
                == "last")
        // It is asked again when the time has come.
        await asking.time.clock.sleep(.seconds(100))
        #expect(try await asking.get(server.address + "/repos").text == "last")
    }

    @Test func waitsForAQuotaThatComesBackSoon() async throws {
        let server = try server(
            .answer(403, ["x-ratelimit-remaining: 0", "x-ratelimit-reset: 1800000020"]), .text("again"))
        let asking = try Asking(server)
        #expect(try await asking.get(server.address) { $0.retries = 1 }.text == "again")
        #expect(asking.time.slept == [20.5])
    }

    @Test(
        "Reads when a quota comes back",
        arguments: [
            ("1800000042", 1_800_000_042), ("42", 1_800_000_042), ("41.5", 1_800_000_042),
            ("2027-01-15T08:00:42.5Z", 1_800_000_042), ("99999999999", 1_800_086_400),
        ])
    func readsResets(field: String, until: Int) async throws {
        let server = try server(.answer(429, ["X-RateLimit-Remaining: 0.0", "X-RateLimit-Reset: \(field)"]))
        let asking = try Asking(server)
        #expect(await asking.failure(server.address) == .rateLimited(until: until))
    }

    @Test("Ignores quotas that make no sense", arguments: ["", "x", "1e400", "nan", "-1", "1700000000"])
    func ignoresNonsense(field: String) async throws {
        let server = try server(.answer(429, ["X-RateLimit-Remaining: 0", "X-RateLimit-Reset: \(field)"]))
        #expect(try await Asking(server).get(server.address).status == 429)
    }
}
