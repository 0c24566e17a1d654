internal import Foundation

/// One run of the built program, as a person or a script would start it.
package struct CommandRun: Sendable {
    package let status: Int32
    package let output: String
    package let errors: String

    /// Runs `sennight` with arguments and waits for its end.
    package static func sennight(_ arguments: [String], in folder: String? = nil, environment: [String: String] = [:])
        throws -> CommandRun
    {
        let process = try start(arguments, in: folder, environment: environment)
        let output = Pipe()
        // Talk goes to a file: two pipes would have to be drained at once.
        let talk = NSTemporaryDirectory() + "/sennight-talk-" + UUID().uuidString
        _ = FileManager.default.createFile(atPath: talk, contents: nil)
        defer { try? FileManager.default.removeItem(atPath: talk) }
        process.standardOutput = output
        process.standardError = FileHandle(forWritingAtPath: talk)
        try process.run()
        let said = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return CommandRun(
            status: process.terminationStatus, output: String(decoding: said, as: UTF8.self),
            errors: String(decoding: FileManager.default.contents(atPath: talk) ?? Data(), as: UTF8.self))
    }

    /// Runs of `sennight` that all begin before the first one ends, if it takes any time.
    package static func together(_ commands: [[String]], in folder: String) throws -> [CommandRun] {
        let talk = try ScratchFolder()
        let processes = try commands.enumerated().map { index, arguments in
            let process = try start(arguments, in: folder, environment: [:])
            process.standardOutput = FileHandle(forWritingAtPath: try talk.write("\(index).out", ""))
            process.standardError = FileHandle(forWritingAtPath: try talk.write("\(index).err", ""))
            return process
        }
        for process in processes { try process.run() }
        return try processes.enumerated().map { index, process in
            process.waitUntilExit()
            return CommandRun(
                status: process.terminationStatus, output: try talk.text("\(index).out"),
                errors: try talk.text("\(index).err"))
        }
    }

    /// A run that is killed after a while, with the signal that nobody can catch.
    package static func killed(after milliseconds: Int, _ arguments: [String], in folder: String? = nil) throws {
        let process = try start(arguments, in: folder, environment: [:])
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        usleep(UInt32(milliseconds) * 1000)
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    private static func start(_ arguments: [String], in folder: String?, environment: [String: String]) throws
        -> Process
    {
        let process = Process()
        process.executableURL = URL(filePath: try program())
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        if let folder { process.currentDirectoryURL = URL(filePath: folder) }
        return process
    }

    /// The program beside the tests' own bundle.
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
