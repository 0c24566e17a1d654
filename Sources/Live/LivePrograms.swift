package import Context
internal import Subprocess
internal import Synchronization

#if canImport(System)
    internal import System
#else
    internal import SystemPackage
#endif

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

extension Programs {
    /// The programs of this machine.
    package static let live = Programs(run: LivePrograms.run)
}

/// Runs programs as processes: without a shell and without a terminal, each in a session of its own, so that its children
/// end with it.
enum LivePrograms {
    /// The maximum size of a program's output in bytes.
    private static let largestOutput = 32 << 20

    static func run(_ command: ProgramCommand) async throws(ProgramError) -> ProgramOutput {
        let session = Session()
        let output: ProgramOutput?
        do {
            output = try await withThrowingTaskGroup(of: ProgramOutput?.self) { group in
                group.addTask { try await started(command, session) }
                group.addTask {
                    try await Task.sleep(for: .seconds(command.timeout))
                    return nil
                }
                defer { group.cancelAll() }
                return try await group.next() ?? nil
            }
        } catch {
            session.end()
            throw ProgramError(program: command.program, reason: reason(of: error))
        }
        guard let output else {
            session.end()
            throw ProgramError(program: command.program, reason: .timedOut(command.timeout))
        }
        return output
    }

    private static func started(_ command: ProgramCommand, _ session: Session) async throws -> ProgramOutput {
        var variables: [Environment.Key: String?] = [:]
        for (name, value) in command.environment {
            if let key = Environment.Key(rawValue: name) { variables.updateValue(value, forKey: key) }
        }
        var options = PlatformOptions()
        options.createSession = true
        options.teardownSequence = [
            .gracefulShutDown(toProcessGroup: true, allowedDurationToNextStep: .seconds(2))
        ]
        let configuration = Configuration(
            executable: command.program.contains("/") ? .path(FilePath(command.program)) : .name(command.program),
            arguments: Arguments(command.arguments), environment: .inherit.updating(variables),
            workingDirectory: command.folder.map { FilePath($0) }, platformOptions: options)
        if command.input.isEmpty {
            let result = try await Subprocess.run(
                configuration, input: .none, output: .bytes(limit: largestOutput), error: .bytes(limit: largestOutput)
            ) { session.begin($0.processIdentifier.value) }
            return output(result.terminationStatus, result.standardOutput, result.standardError)
        }
        let input = try InputFile.holding(command.input)
        let result = try await Subprocess.run(
            configuration, input: .fileDescriptor(input, closeAfterSpawningProcess: true),
            output: .bytes(limit: largestOutput), error: .bytes(limit: largestOutput)
        ) { session.begin($0.processIdentifier.value) }
        return output(result.terminationStatus, result.standardOutput, result.standardError)
    }

    private static func output(_ status: TerminationStatus, _ bytes: [UInt8], _ standardError: [UInt8])
        -> ProgramOutput
    {
        let code =
            switch status {
            case .exited(let code): Int(code)
            case .signaled(let signal): 128 + Int(signal)
            }
        return ProgramOutput(
            status: code, output: bytes,
            standardError: GitMessages.withoutCredentials(String(decoding: standardError, as: UTF8.self)))
    }

    private static func reason(of error: any Error) -> ProgramError.Reason {
        guard let error = error as? SubprocessError else { return .notRun("\(error)") }
        return switch error.code {
        case .executableNotFound: .notInstalled
        case .outputLimitExceeded: .notRun("it wrote more than \(largestOutput >> 20) MB")
        default: .notRun("\(error)")
        }
    }

    /// The session of a program, which contains the program and the children that it has started.
    private final class Session: Sendable {
        private let leader = Mutex<pid_t>(0)

        func begin(_ process: pid_t) { leader.withLock { $0 = process } }

        /// Ends what is left after the program itself has ended.
        func end() {
            let process = leader.withLock { $0 }
            if process > 0 { kill(-process, SIGKILL) }
        }
    }
}
