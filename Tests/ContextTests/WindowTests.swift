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
}
