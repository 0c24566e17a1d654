internal import Foundation

/// A run of the built program, or of another one, as a person or a script would start it.
package struct CommandRun: Sendable {
    /// The process ID of the process, which has ended; 0 for a run in the tests' own process.
    package let processID: Int32
    /// The exit status; 128 plus the signal's number if a signal ended it.
    package let status: Int32
    package let output: String
    package let errors: String

    package init(processID: Int32 = 0, status: Int32, output: String, errors: String) {
        self.processID = processID
        self.status = status
        self.output = output
        self.errors = errors
    }

    /// Runs `sennight` with arguments and waits until it ends.
    package static func sennight(_ arguments: [String], in folder: String? = nil, environment: [String: String?] = [:])
        throws -> CommandRun
    {
        try of(.sennight(arguments, in: folder, environment: environment))
    }

    /// Runs any program and waits until it ends.
    package static func of(_ command: Command) throws -> CommandRun {
        try WaitingTask.run { try await command.run() }
    }

    /// Runs `sennight` several times at once; all runs begin before the first one ends, unless it takes no time.
    package static func together(_ commands: [[String]], in folder: String) throws -> [CommandRun] {
        let commands = try commands.map { try Command.sennight($0, in: folder) }
        return try WaitingTask.run {
            try await withThrowingTaskGroup(of: (Int, CommandRun).self) { group in
                for (index, command) in commands.enumerated() {
                    group.addTask { (index, try await command.run()) }
                }
                return try await group.reduce(into: []) { $0.append($1) }.sorted { $0.0 < $1.0 }.map(\.1)
            }
        }
    }

    /// The program next to the test bundle.
    package static func program() throws -> String {
        var folder = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
        for _ in 0..<6 {
            let candidate = folder.appending(path: "sennight").path
            if FileManager.default.isExecutableFile(atPath: candidate) { return candidate }
            folder.deleteLastPathComponent()
        }
        let debug = TestData.packageRoot + "/.build/debug/sennight"
        if FileManager.default.isExecutableFile(atPath: debug) { return debug }
        throw MissingProgram()
    }

    package struct MissingProgram: Error, CustomStringConvertible {
        package var description: String { "the program has not been built; run swift build" }
    }
}
