#if os(Linux)
    internal import Foundation
    internal import Subprocess

    extension CommandRun {
        /// Runs `sennight` and kills it, with the signal that can't be caught, after its n-th change of the files below
        /// a folder, unless it ends before that.
        ///
        /// - Parameters:
        ///   - changes: how many times it may create, write, rename or remove a file first; 0 kills it at its start.
        ///   - watched: the folder to watch; anything created in it is watched too.
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
                    // It may have ended on its own.
                    try? execution.send(signal: .kill)
                }
            }
        }
    }
#endif
