internal import Context
internal import Synchronization

/// The system's time without its jumps back, for waits: a clock that is set back an hour must not make anybody wait for
/// it.
final class SteadyTime: Sendable {
    private let clock: Clock
    private let state = Mutex((last: 0, offset: 0))

    init(_ clock: Clock) {
        self.clock = clock
    }

    var milliseconds: Int {
        let now = clock.now() / 1_000_000
        return state.withLock { state in
            if now + state.offset < state.last { state.offset = state.last - now }
            state.last = now + state.offset
            return state.last
        }
    }
}
