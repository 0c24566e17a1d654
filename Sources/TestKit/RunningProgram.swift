internal import Subprocess

/// A program that runs until it is stopped.
final class RunningProgram: Sendable {
    let output = GrowingText()
    let errors = GrowingText()
    private let task: Task<Void, any Error>

    init(_ command: Command) throws {
        guard ProcessTrait.isActive else { throw WaitingTask.MissingTrait() }
        task = Task { [output, errors] in
            defer {
                output.finish()
                errors.finish()
            }
            _ = try await Subprocess.run(
                command.configuration(), input: .none, output: .sequence, error: .sequence
            ) { execution in
                try await withThrowingTaskGroup(of: Void.self) { group in
                    group.addTask { try await Self.read(execution.standardOutput, into: output) }
                    group.addTask { try await Self.read(execution.standardError, into: errors) }
                    try await group.waitForAll()
                }
            }
        }
    }

    private static func read(_ sequence: SubprocessOutputSequence, into text: GrowingText) async throws {
        for try await buffer in sequence {
            text.append(buffer.withUnsafeBytes { String(decoding: $0, as: UTF8.self) })
        }
    }

    /// Sends SIGTERM and waits until it ends.
    func stop() {
        task.cancel()
        // How it ended doesn't matter.
        try? WaitingTask.wait(for: task)
    }
}
