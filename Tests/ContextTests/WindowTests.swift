import Synchronization
import Testing

import Context

@Suite struct WindowTests {
    @Test("Keeps the order of items", arguments: [1, 2, 8], [0, 1, 2, 1000])
    func keepsTheOrder(jobs: Int, count: Int) async {
        let squares = await Window.map(Array(0..<count), jobs: jobs) { $0 * $0 }
        #expect(squares == (0..<count).map { $0 * $0 })
    }

    @Test func runsNoMoreAtOnceThanAsked() async {
        let running = Mutex((now: 0, most: 0))
        _ = await Window.map(Array(0..<500), jobs: 2) { _ in
            running.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
            running.withLock { $0.now -= 1 }
        }
        #expect(running.withLock(\.most) <= 2)
    }

    @Test("Receives results in the order of items", arguments: [1, 2, 8], [0, 1, 2, 1000])
    func receivesInOrder(jobs: Int, count: Int) async {
        var received: [Int] = []
        await Window.inOrder(Array(0..<count), jobs: jobs) {
            $0 * $0
        } _: {
            received.append($0)
        }
        #expect(received == (0..<count).map { $0 * $0 })
    }

    @Test func beginsNoMoreThanItCanKeep() async {
        let begun = Mutex(0)
        var (received, most) = (0, 0)
        await Window.inOrder(Array(0..<1000), jobs: 2) { _ in
            begun.withLock { $0 += 1 }
        } _: { _ in
            received += 1
            most = max(most, begun.withLock(\.self) - received)
        }
        #expect(received == 1000)
        // Eight chunks of four items.
        #expect(most <= 32)
    }

    @Test func stopsWhenTheReceiverThrows() async {
        struct Stop: Error {}
        let begun = Mutex(0)
        await #expect(throws: Stop.self) {
            try await Window.inOrder(Array(0..<1000), jobs: 2) { _ in
                begun.withLock { $0 += 1 }
            } _: {
                throw Stop()
            }
        }
        #expect(begun.withLock(\.self) <= 36)
    }
}
