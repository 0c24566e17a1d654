internal import Synchronization

/// Whether a person has asked a command to stop.
final class StopRequest: Sendable {
    private let flag = Atomic(false)

    var isRequested: Bool { flag.load(ordering: .acquiring) }

    func request() { flag.store(true, ordering: .releasing) }
}
