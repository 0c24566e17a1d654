import Context
import Foundation
import Live
import Synchronization
import TestKit

@testable import sennight

extension CommandRun {
    /// Runs one command inside the tests' own process, with real files and servers, as if it had been started in a folder.
    ///
    /// - Parameter environment: added to the tests' own; nil removes a variable.
    static func inProcess(
        _ arguments: [String], in folder: String = TestData.packageRoot, environment: [String: String?] = [:]
    ) async -> CommandRun {
        let (status, written) = await capturing(arguments, in: folder, environment)
        func text(_ stream: Streams.Stream) -> String {
            String(decoding: written.filter { $0.stream == stream }.flatMap(\.bytes), as: UTF8.self)
        }
        return CommandRun(status: status, output: text(.results), errors: text(.messages))
    }

    /// The same with results and messages together, in the order in which they were written, as a terminal shows them.
    static func onTerminal(
        _ arguments: [String], in folder: String, environment: [String: String?]
    ) async -> (status: Int32, output: String) {
        let (status, written) = await capturing(arguments, in: folder, environment)
        return (status, String(decoding: written.flatMap(\.bytes), as: UTF8.self))
    }

    private static func capturing(
        _ arguments: [String], in folder: String, _ environment: [String: String?]
    ) async -> (status: Int32, written: [(stream: Streams.Stream, bytes: [UInt8])]) {
        let variables = ProcessInfo.processInfo.environment
        let variable = { @Sendable (name: String) in environment[name] ?? variables[name] }
        let redactor = Redactor()
        let written = Mutex<[(stream: Streams.Stream, bytes: [UInt8])]>([])
        let streams = Streams(
            write: { bytes, stream in
                written.withLock { $0.append((stream, bytes)) }
                return nil
            }, isTerminal: { _ in false }, variable: variable, redactor: redactor)
        // What can't be found is the test's own fault: nothing was built.
        let program = (try? CommandRun.program()) ?? "sennight"
        let context = LiveContext.context(
            on: WorkingFolder(folder).context(on: .live),
            ProcessEnvironment(variable: variable, command: arguments, program: program, processors: 2),
            redactor: redactor)
        let status = await Terminal.$streams.withValue(streams) { await Sennight.run(arguments, in: context) }
        return (status, written.withLock { $0 })
    }
}

extension WeeklyFolder {
    func sennight(_ arguments: String...) async -> CommandRun {
        await CommandRun.inProcess(arguments, in: scratch.path)
    }
}
