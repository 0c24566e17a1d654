internal import Synchronization

/// The rate of a campaign, and the time that it will take.
final class SendingPace: Sendable {
    private let start = Mutex<(time: ContinuousClock.Instant, done: Int)?>(nil)

    /// `830/s, 4 min left`; empty at the start.
    func note(done: Int, of count: Int) -> String {
        let now = ContinuousClock.now
        let first = start.withLock { start in
            let first = start ?? (now, done)
            start = first
            return first
        }
        let elapsed = (now - first.time) / .seconds(1)
        guard elapsed >= 1, done > first.done else { return "" }
        return Self.text(rate: Double(done - first.done) / elapsed, left: count - done)
    }

    static func text(rate: Double, left: Int) -> String {
        let seconds = Int(Double(left) / rate)
        let time =
            seconds < 90
            ? "\(seconds) s" : seconds < 5400 ? "\((seconds + 30) / 60) min" : "\((seconds + 1800) / 3600) h"
        let speed = rate >= 10 ? "\(Int(rate))/s" : "\(Int(rate * 60))/min"
        return "\(speed), \(time) left"
    }
}
