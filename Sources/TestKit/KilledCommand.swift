#if os(Linux)
    internal import Foundation
    internal import Subprocess

    extension CommandRun {
        /// Runs `sennight` and kills it, with the signal that nobody can catch, after its n-th change of the files below
        /// a folder; it may end before that.
        ///
        /// - Parameters:
        ///   - changes: how many times it may create, write, rename or remove a file first; 0 kills it at its start.
        ///   - watched: the folder; also what is created in it is watched.
        package static func killed(
            after changes: Int, below watched: String, _ arguments: [String], in folder: String? = nil
        ) throws {
            let command = try Command.sennight(arguments, in: folder)
            let events = try FolderEvents(below: watched)
            try WaitingTask.run {
                _ = try await Subprocess.run(
                    command.configuration(), input: .none, output: .discarded, error: .discarded
                ) { execution in
                    let process = execution.processIdentifier.processDescriptor
                    await withCheckedContinuation { continuation in
                        Thread.detachNewThread {
                            events.wait(for: changes, orEndOf: process)
                            continuation.resume()
                        }
                    }
                    // It may have ended by itself.
                    try? execution.send(signal: .kill)
                }
            }
        }
    }
#endif
