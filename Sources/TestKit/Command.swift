internal import Foundation
internal import Subprocess

#if canImport(System)
    internal import System
#else
    internal import SystemPackage
#endif

/// A program to start, with its arguments and environment.
package struct Command: Sendable {
    /// A path, or a name to look up in `PATH`.
    package var program: String
    package var arguments: [String]
    /// The working directory; nil for that of the tests.
    package var folder: String?
    /// Added to the environment of the tests; nil removes a variable.
    package var environment: [String: String?]
    /// The file that standard output is written to; nil captures it.
    package var output: String?

    package init(
        _ program: String, _ arguments: [String] = [], in folder: String? = nil, environment: [String: String?] = [:],
        output: String? = nil
    ) {
        self.program = program
        self.arguments = arguments
        self.folder = folder
        self.environment = environment
        self.output = output
    }

    /// The built program with these arguments.
    package static func sennight(
        _ arguments: [String], in folder: String? = nil, environment: [String: String?] = [:]
    ) throws -> Command {
        Command(try CommandRun.program(), arguments, in: folder, environment: environment)
    }

    /// The configuration for swift-subprocess; each call is written to the ``ProcessLog``.
    func configuration() -> Configuration {
        ProcessLog.add([program.split(separator: "/").last.map(String.init) ?? program] + arguments)
        var variables: [Environment.Key: String?] = [:]
        for (name, value) in environment {
            if let key = Environment.Key(rawValue: name) { variables.updateValue(value, forKey: key) }
        }
        // Coverage counts only what the tests run in-process: a killed program would leave an incomplete profile.
        variables["LLVM_PROFILE_FILE"] = "/dev/null"
        var options = PlatformOptions()
        // A program that is stopped may finish its work first; the limit is for programs that hang.
        options.teardownSequence = [.gracefulShutDown(allowedDurationToNextStep: .seconds(60))]
        return Configuration(
            executable: program.contains("/") ? .path(FilePath(program)) : .name(program),
            arguments: Arguments(arguments), environment: .inherit.updating(variables),
            workingDirectory: folder.map { FilePath($0) }, platformOptions: options)
    }

    /// Runs it and waits until it ends.
    func run() async throws -> CommandRun {
        if let output {
            let file = try FileDescriptor.open(output, .writeOnly)
            let result = try await Subprocess.run(
                configuration(), input: .none, output: .fileDescriptor(file, closeAfterSpawningProcess: true),
                error: .bytes(limit: Self.largestOutput))
            return CommandRun(result.processIdentifier, result.terminationStatus, [], result.standardError)
        }
        let result = try await Subprocess.run(
            configuration(), input: .none, output: .bytes(limit: Self.largestOutput),
            error: .bytes(limit: Self.largestOutput))
        return CommandRun(
            result.processIdentifier, result.terminationStatus, result.standardOutput, result.standardError)
    }

    /// In bytes; more is a mistake in the test.
    private static let largestOutput = 256 << 20
}

extension CommandRun {
    fileprivate init(_ id: ProcessIdentifier, _ status: TerminationStatus, _ output: [UInt8], _ errors: [UInt8]) {
        let code: Int32 =
            switch status {
            case .exited(let code): code
            case .signaled(let signal): 128 + signal
            }
        self.init(
            processID: id.value, status: code, output: String(decoding: output, as: UTF8.self),
            errors: String(decoding: errors, as: UTF8.self))
    }
}
