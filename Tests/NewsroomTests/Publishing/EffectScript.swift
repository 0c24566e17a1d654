import Synchronization

/// Counts the effects of a run on the outside world, and lets one of them fail or ends the run there.
final class EffectScript: Sendable {
    /// What happens at one effect.
    struct Interruption: Hashable, Sendable {
        /// The number of the effect, from 0.
        var index: Int
        /// Whether the run ends, so that it has no effect afterwards; else it only learns that this one failed.
        var isKill: Bool
        /// Whether the effect takes place first.
        var isAfter: Bool
    }

    private enum Moment {
        case undisturbed, before, after
    }

    private struct State {
        var names: [String] = []
        var isDead = false
    }

    private let interruption: Interruption?
    private let meeting: Meeting?
    private let state = Mutex(State())

    /// - Parameter meeting: where the run waits for another one before it writes its first journal to the remote.
    init(_ interruption: Interruption? = nil, meeting: Meeting? = nil) {
        self.interruption = interruption
        self.meeting = meeting
    }

    /// The effects that were wanted until the run ended, in order: `git push refs/heads/main`.
    var names: [String] { state.withLock(\.names) }

    var isDead: Bool { state.withLock(\.isDead) }

    /// Has an effect, unless it fails before, or the run is over.
    ///
    /// - Throws: the fault, and what the work throws.
    func perform<Result, Fault: Error>(
        _ name: String, fault: Fault, _ work: () async throws(Fault) -> Result
    ) async throws(Fault) -> Result {
        if name.hasPrefix("git push refs/sennight"), !names.contains(name) { await meeting?.wait() }
        let moment = begin(name)
        if moment == .before { throw fault }
        let result = try await work()
        if moment == .after { throw fault }
        return result
    }

    func perform<Fault: Error>(_ name: String, fault: Fault, _ work: () throws(Fault) -> Void) throws(Fault) {
        let moment = begin(name)
        if moment == .before { throw fault }
        try work()
        if moment == .after { throw fault }
    }

    private func begin(_ name: String) -> Moment {
        state.withLock { state in
            if state.isDead { return .before }
            state.names.append(name)
            guard let interruption, interruption.index == state.names.count - 1 else { return .undisturbed }
            state.isDead = interruption.isKill
            return interruption.isAfter ? .after : .before
        }
    }
}
