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
        let variables = ProcessInfo.processInfo.environment
        let variable = { @Sendable (name: String) in environment[name] ?? variables[name] }
        let redactor = Redactor()
        let written = Mutex<[Streams.Stream: [UInt8]]>([:])
        let streams = Streams(
            write: { bytes, stream in
                written.withLock { $0[stream, default: []] += bytes }
                return nil
            }, isTerminal: { _ in false }, variable: variable, redactor: redactor)
        // What can't be found is the test's own fault: nothing was built.
        let program = (try? CommandRun.program()) ?? "sennight"
        let context = LiveContext.context(
            on: WorkingFolder(folder).context(on: .live),
            ProcessEnvironment(variable: variable, command: arguments, program: program, processors: 2),
            redactor: redactor)
        let status = await Terminal.$streams.withValue(streams) { await Sennight.run(arguments, in: context) }
        return CommandRun(
            status: status, output: String(decoding: written.withLock { $0[.results] ?? [] }, as: UTF8.self),
            errors: String(decoding: written.withLock { $0[.messages] ?? [] }, as: UTF8.self))
    }

    /// Several that run at the same time.
    static func inProcess(together commands: [[String]], in folder: String) async -> [CommandRun] {
        await withTaskGroup(of: (Int, CommandRun).self) { group in
            for (index, command) in commands.enumerated() {
                group.addTask { (index, await inProcess(command, in: folder)) }
            }
            return await group.reduce(into: []) { $0.append($1) }.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }
}

extension WeeklyFolder {
    func sennight(_ arguments: String...) async -> CommandRun {
        await CommandRun.inProcess(arguments, in: scratch.path)
    }
}
