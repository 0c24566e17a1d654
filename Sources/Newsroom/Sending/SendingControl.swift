internal import Synchronization

/// Lets a person end the sending cleanly: messages in flight are completed, and no other one begins.
package final class SendingControl: Sendable {
    private let stopped = Mutex(false)

    package init() {}

    package var isStopped: Bool { stopped.withLock { $0 } }

    package func stop() { stopped.withLock { $0 = true } }
}
