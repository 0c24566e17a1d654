internal import Foundation
package import Testing

/// Runs tests that start processes on separate threads, as many at once as the machine has processors.
///
/// Such tests wait for processes. On the cooperative pool they would occupy all threads, and swift-subprocess needs one
/// of those to notice that a process has ended.
package struct ProcessTrait: SuiteTrait, TestTrait, TestScoping {
    package let isRecursive = true

    /// Whether the current test has the trait.
    @TaskLocal static var isActive = false

    private static let limit = ConcurrencyLimit(ProcessInfo.processInfo.activeProcessorCount)

    package func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        await Self.limit.enter()
        defer { Self.limit.leave() }
        try await Self.$isActive.withValue(true) {
            try await withTaskExecutorPreference(ThreadExecutor()) { try await function() }
        }
    }
}

extension Trait where Self == ProcessTrait {
    /// For every suite, or test outside a suite, that starts a process or a server.
    package static var startsProcesses: ProcessTrait { ProcessTrait() }
}

/// Runs the parts of a task one after the other, on a thread outside the cooperative pool.
private final class ThreadExecutor: TaskExecutor {
    private let queue = DispatchQueue(label: "sennight.tests")

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
