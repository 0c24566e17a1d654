internal import Synchronization

/// Limits the number of concurrent requests, in total and for each host.
///
/// Requests to the same host are served in the order of arrival, and hosts take turns, so that a host with many waiting
/// requests doesn't hold up the others.
final class ConcurrencyLimiter: Sendable {
    private let state: Mutex<State>
    /// A closure that is called after a request has begun to wait; for tests.
    private let onWait: (@Sendable () -> Void)?

    init(atOnce: Int, perHost: Int, onWait: (@Sendable () -> Void)? = nil) {
        self.onWait = onWait
        state = Mutex(State(atOnce: max(atOnce, 1), perHost: max(perHost, 1)))
    }

    /// Waits for a free slot; each call must be balanced by ``leave(_:)``.
    ///
    /// - Throws: if the task is cancelled first; then ``leave(_:)`` must not be called.
    func enter(_ host: String) async throws(CancellationError) {
        if state.withLock({ $0.admit(host) }) { return }
        let ticket = state.withLock { $0.newTicket() }
        let isIn = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                if let isIn = state.withLock({ $0.wait(continuation, ticket: ticket, host: host) }) {
                    continuation.resume(returning: isIn)
                } else {
                    onWait?()
                }
            }
        } onCancel: {
            state.withLock { $0.giveUp(ticket) }?.resume(returning: false)
        }
        state.withLock { $0.forget(ticket) }
        guard isIn else { throw CancellationError() }
    }

    func leave(_ host: String) {
        for continuation in state.withLock({ $0.leave(host) }) { continuation.resume(returning: true) }
    }

    /// The number of running requests; for tests.
    var running: Int { state.withLock(\.running) }
    var waiting: Int { state.withLock { $0.waiters.count } }
}

extension ConcurrencyLimiter {
    fileprivate struct State {
        typealias Waiter = CheckedContinuation<Bool, Never>

        let atOnce: Int
        let perHost: Int
        var running = 0
        private var lines: [String: Line] = [:]
        /// Hosts with a waiting request and a free slot, in the order of their turns.
        private var ready = WaitingLine<String>()
        fileprivate var waiters: [Int: Waiter] = [:]
        private var givenUp: Set<Int> = []
        private var lastTicket = 0

        init(atOnce: Int, perHost: Int) {
            self.atOnce = atOnce
            self.perHost = perHost
        }

        private struct Line {
            var running = 0
            var waiting = WaitingLine<Int>()
            var isReady = false
        }

        mutating func newTicket() -> Int {
            lastTicket += 1
            return lastTicket
        }

        /// Takes a slot if one is free and nobody is waiting.
        mutating func admit(_ host: String) -> Bool {
            let line = lines[host, default: Line()]
            guard running < atOnce, ready.isEmpty, line.running < perHost, line.waiting.isEmpty else { return false }
            running += 1
            lines[host, default: Line()].running += 1
            return true
        }

        /// Returns true if the request runs at once, false if it was cancelled before, and nil if it has to wait.
        mutating func wait(_ waiter: Waiter, ticket: Int, host: String) -> Bool? {
            if givenUp.remove(ticket) != nil { return false }
            if admit(host) { return true }
            waiters[ticket] = waiter
            lines[host, default: Line()].waiting.append(ticket)
            markReady(host)
            return nil
        }

        mutating func giveUp(_ ticket: Int) -> Waiter? {
            if let waiter = waiters.removeValue(forKey: ticket) { return waiter }
            givenUp.insert(ticket)
            return nil
        }

        mutating func forget(_ ticket: Int) { givenUp.remove(ticket) }

        /// Releases a slot; returns the waiters that may run now.
        mutating func leave(_ host: String) -> [Waiter] {
            running -= 1
            lines[host]?.running -= 1
            markReady(host)
            var admitted: [Waiter] = []
            while running < atOnce, let next = ready.popFirst() {
                lines[next]?.isReady = false
                while let ticket = lines[next]?.waiting.popFirst() {
                    guard let waiter = waiters.removeValue(forKey: ticket) else { continue }
                    running += 1
                    lines[next]?.running += 1
                    admitted.append(waiter)
                    break
                }
                markReady(next)
            }
            return admitted
        }

        private mutating func markReady(_ host: String) {
            guard let line = lines[host] else { return }
            if line.running == 0, line.waiting.isEmpty {
                lines[host] = nil
            } else if !line.isReady, !line.waiting.isEmpty, line.running < perHost {
                lines[host]?.isReady = true
                ready.append(host)
            }
        }
    }
}

/// A first-in, first-out queue.
struct WaitingLine<Element> {
    private var elements: [Element?] = []
    private var head = 0

    var isEmpty: Bool { head == elements.count }

    mutating func append(_ element: Element) { elements.append(element) }

    mutating func popFirst() -> Element? {
        guard head < elements.count else { return nil }
        defer {
            elements[head] = nil
            head += 1
            if head > 64, head * 2 > elements.count {
                elements.removeFirst(head)
                head = 0
            }
        }
        return elements[head]
    }
}
