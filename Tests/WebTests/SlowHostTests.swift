import Context
import TestKit
import Testing
import Web

@Suite struct SlowHostTests {
    private func silent() throws -> LoopbackServer {
        try LoopbackServer { _ in WebReply(steps: [.pause(milliseconds: 60_000)]) }
    }

    @Test func waitsNoSecondTimeForOneRequest() async throws {
        let server = try silent()
        let asking = try Asking(server)
        let failure = await asking.failure(server.address) { ($0.timeout, $0.retries) = (1, 3) }
        #expect(failure == .timedOut(seconds: 1))
        #expect(server.questions.count == 1)
        #expect(asking.time.slept.isEmpty)
    }

    @Test func leavesASlowHostAlone() async throws {
        let (server, other) = (try silent(), try LoopbackServer { _ in .text("quick") })
        let asking = try Asking(server, other, names: ["quick.example": ["127.0.0.1"]]) { $0.leavesSlowHosts = true }
        // Two at a time are let in; those that wait behind them must not wait for the server as well.
        let failures = await withTaskGroup(of: HTTPError.Reason?.self) { group in
            for number in 0..<6 {
                group.addTask { await asking.failure("\(server.address)/\(number)") { $0.timeout = 1 } }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(failures.count { $0 == .timedOut(seconds: 1) } <= 2)
        #expect(failures.count { $0 == .refused("an earlier request to this host timed out") } >= 4)
        #expect(server.questions.count <= 2)
        #expect(try await asking.get(other.url("quick.example")).text == "quick")
    }

    @Test func asksASlowHostAgainWhereThatIsWanted() async throws {
        let server = try silent()
        let asking = try Asking(server)
        for _ in 0..<2 {
            #expect(await asking.failure(server.address) { $0.timeout = 1 } == .timedOut(seconds: 1))
        }
    }
}
