import Testing

@testable import Web

@Suite struct ConcurrencyLimiterTests {
    @Test("Lets in no more than it may", arguments: [(1, 1), (8, 2), (8, 8), (3, 100)])
    func letsInNoMore(atOnce: Int, perHost: Int) async throws {
        let limiter = ConcurrencyLimiter(atOnce: atOnce, perHost: perHost)
        struct Seen {
            var running: [String: Int] = [:]
            var most = 0
            var mostPerHost = 0
        }
        let seen = Shared(Seen())
        try await withThrowingTaskGroup(of: Void.self) { group in
            for index in 0..<2000 {
                let host = "h\(index % 7)"
                group.addTask {
                    try await limiter.enter(host)
                    seen.change { seen in
                        seen.running[host, default: 0] += 1
                        seen.most = max(seen.most, seen.running.values.reduce(0, +))
                        seen.mostPerHost = max(seen.mostPerHost, seen.running[host] ?? 0)
                    }
                    await Task.yield()
                    seen.change { $0.running[host, default: 0] -= 1 }
                    limiter.leave(host)
                }
            }
            try await group.waitForAll()
        }
        #expect(seen.value.most <= atOnce)
        #expect(seen.value.mostPerHost <= perHost)
        #expect(limiter.running == 0)
    }

    @Test func letsHostsTakeTurns() async throws {
        let (waits, wait) = AsyncStream<Void>.makeStream()
        let limiter = ConcurrencyLimiter(atOnce: 1, perHost: 1) { wait.yield() }
        var waiting = waits.makeAsyncIterator()
        try await limiter.enter("first")
        let order = Shared<[String]>([])
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (index, host) in ["a", "a", "a", "b", "c", "a"].enumerated() {
                group.addTask {
                    try await limiter.enter(host)
                    order.change { $0.append("\(host)\(index)") }
                    limiter.leave(host)
                }
                await waiting.next()
            }
            limiter.leave("first")
            try await group.waitForAll()
        }
        #expect(order.value == ["a0", "b3", "c4", "a1", "a2", "a5"])
    }

    @Test func letsOtherHostsPassABusyOne() async throws {
        let (waits, wait) = AsyncStream<Void>.makeStream()
        let limiter = ConcurrencyLimiter(atOnce: 4, perHost: 1) { wait.yield() }
        try await limiter.enter("busy")
        let waiting = Task { try await limiter.enter("busy") }
        for await _ in waits { break }
        try await limiter.enter("other")
        limiter.leave("other")
        limiter.leave("busy")
        try await waiting.value
        #expect(limiter.running == 1)
    }

    @Test func forgetsWhoIsCancelled() async throws {
        let (waits, wait) = AsyncStream<Void>.makeStream()
        let limiter = ConcurrencyLimiter(atOnce: 1, perHost: 1) { wait.yield() }
        try await limiter.enter("a")
        let tasks = (0..<100).map { index in Task { try await limiter.enter(index % 2 == 0 ? "a" : "b") } }
        for await _ in waits where limiter.waiting == 100 { break }
        for task in tasks.dropLast() { task.cancel() }
        for task in tasks.dropLast() {
            await #expect(throws: CancellationError.self) { try await task.value }
        }
        limiter.leave("a")
        try await tasks[99].value
        limiter.leave("b")
        #expect(limiter.running == 0)
        // Nothing of the cancelled ones is left in the way.
        try await limiter.enter("a")
        limiter.leave("a")
    }

    @Test func loosesNobodyWhenCancellingRaces() async throws {
        let limiter = ConcurrencyLimiter(atOnce: 2, perHost: 1)
        await withTaskGroup(of: Void.self) { group in
            for index in 0..<2000 {
                let task = Task {
                    let host = "h\(index % 3)"
                    try await limiter.enter(host)
                    await Task.yield()
                    limiter.leave(host)
                }
                group.addTask {
                    if index % 3 == 0 { task.cancel() }
                    _ = await task.result
                }
            }
        }
        #expect(limiter.running == 0)
        #expect(limiter.waiting == 0)
    }
}
