internal import Foundation
internal import Synchronization

/// Runs asynchronous code from a synchronous test, which must have the trait ``Testing/Trait/startsProcesses``.
enum WaitingTask {
    /// - Throws: what `operation` throws.
    static func run<Value: Sendable>(_ operation: @escaping @Sendable () async throws -> Value) throws -> Value {
        guard ProcessTrait.isActive else { throw MissingTrait() }
        return try wait(for: Task { try await operation() })
    }

    /// Waits until a task ends, on a thread outside the cooperative pool.
    static func wait<Value: Sendable>(for task: Task<Value, any Error>) throws -> Value {
        let result = Box<Result<Value, any Error>?>(nil)
        let isFinished = DispatchSemaphore(value: 0)
        Task {
            let finished = await task.result
            result.value.withLock { $0 = finished }
            isFinished.signal()
        }
        isFinished.wait()
        guard let result = result.value.withLock(\.self) else { throw CancellationError() }
        return try result.get()
    }

    struct MissingTrait: Error, CustomStringConvertible {
        var description: String { "this test starts a process: give its suite the trait .startsProcesses" }
    }

    private final class Box<Value: Sendable>: Sendable {
        let value: Mutex<Value>

        init(_ value: Value) {
            self.value = Mutex(value)
        }
    }
}
