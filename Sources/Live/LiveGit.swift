package import Context
internal import Subprocess

#if canImport(System)
    internal import System
#else
    internal import SystemPackage
#endif

extension Git {
    /// The git on the path.
    package static let live = Git(run: LiveGit.run)
}

/// Runs git as a process: without a shell, a pager or prompts, and with untranslated messages.
enum LiveGit {
    /// The maximum size of git's output in bytes, more than any version of an issue has.
    private static let largestOutput = 32 << 20
    /// Settings for each call (git-config(1)): without them, git would use a bare repository among other files, which
    /// may come from a stranger (`safe.bareRepository`), and would run the command that `core.fsmonitor` names. A server
    /// that doesn't send a byte for a minute counts as gone.
    private static let settings = [
        "--no-pager", "-c", "core.quotepath=off", "-c", "safe.bareRepository=explicit", "-c", "core.fsmonitor=false",
        "-c", "http.lowSpeedLimit=1", "-c", "http.lowSpeedTime=60",
    ]
    private static let confinement = [
        "-c", "core.hooksPath=/dev/null", "-c", "submodule.recurse=false", "-c", "fetch.recurseSubmodules=false",
        "-c", "log.showSignature=false", "-c", "gc.auto=0", "-c", "maintenance.auto=false",
    ]
    private static let environment: [Environment.Key: String?] = [
        "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C", "LANGUAGE": "C",
    ]
    /// The environment for confined calls; `GIT_ALLOW_PROTOCOL` takes precedence over every `protocol.*` setting
    /// (git(1)).
    private static let confinedEnvironment: [Environment.Key: String?] = [
        "GIT_ALLOW_PROTOCOL": "https:ssh", "GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0", "GIT_DIR": nil,
        "GIT_WORK_TREE": nil, "GIT_COMMON_DIR": nil, "GIT_INDEX_FILE": nil, "GIT_OBJECT_DIRECTORY": nil,
        "GIT_ALTERNATE_OBJECT_DIRECTORIES": nil, "GIT_NAMESPACE": nil, "GIT_PREFIX": nil, "GIT_EXTERNAL_DIFF": nil,
    ]

    static func run(_ command: GitCommand) async throws(GitError) -> GitOutput {
        do {
            return try await started(command)
        } catch let error as SubprocessError {
            throw GitError(command: command.arguments, reason: reason(of: error))
        } catch {
            throw GitError(command: command.arguments, reason: .notRun("\(error)"))
        }
    }

    private static func started(_ command: GitCommand) async throws -> GitOutput {
        let isConfined = command.isConfined
        let configuration = Configuration(
            executable: .name("git"),
            arguments: Arguments(settings + (isConfined ? confinement : []) + command.arguments),
            environment: .inherit.updating(environment).updating(isConfined ? confinedEnvironment : [:]),
            workingDirectory: command.folder.map { FilePath($0) })
        if command.input.isEmpty {
            let result = try await Subprocess.run(
                configuration, input: .none, output: .bytes(limit: largestOutput), error: .bytes(limit: largestOutput))
            return output(result.terminationStatus, result.standardOutput, result.standardError)
        }
        let input = try InputFile.holding(command.input)
        let result = try await Subprocess.run(
            configuration, input: .fileDescriptor(input, closeAfterSpawningProcess: true),
            output: .bytes(limit: largestOutput), error: .bytes(limit: largestOutput))
        return output(result.terminationStatus, result.standardOutput, result.standardError)
    }

    private static func output(_ status: TerminationStatus, _ bytes: [UInt8], _ standardError: [UInt8]) -> GitOutput {
        let code =
            switch status {
            case .exited(let code): Int(code)
            case .signaled(let signal): 128 + Int(signal)
            }
        return GitOutput(
            status: code, bytes: bytes,
            standardError: GitMessages.withoutCredentials(String(decoding: standardError, as: UTF8.self)))
    }

    private static func reason(of error: SubprocessError) -> GitError.Reason {
        switch error.code {
        case .executableNotFound: .notInstalled
        case .outputLimitExceeded: .tooMuchOutput(limit: largestOutput)
        default: .notRun("\(error)")
        }
    }
}

/// Cleans git's messages before they are printed.
enum GitMessages {
    /// A message without the user names and passwords that URLs of remotes may contain: `https://name:secret@host/`.
    static func withoutCredentials(_ standardError: String) -> String {
        var output = ""
        var rest = standardError[...]
        while let scheme = rest.firstRange(of: "://") {
            output += rest[..<scheme.upperBound]
            rest = rest[scheme.upperBound...]
            let authority = rest.prefix { !$0.isWhitespace && $0 != "/" && $0 != "'" }
            if let at = authority.lastIndex(of: "@") { rest = rest[rest.index(after: at)...] }
        }
        return output + rest
    }
}
