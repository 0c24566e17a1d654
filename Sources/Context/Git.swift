/// The git program as a value; all access to repositories uses it.
package struct Git: Sendable {
    /// Runs a git command and waits until it exits. Any exit status is a result, not an error.
    package var run: @Sendable (GitCommand) async throws(GitError) -> GitOutput

    package init(run: @escaping @Sendable (GitCommand) async throws(GitError) -> GitOutput) {
        self.run = run
    }

    /// A git that always fails, for commands that don't access repositories.
    package static let none = Git { command throws(GitError) in
        throw GitError(command: command.arguments, reason: .notRun("this command doesn't use git"))
    }
}

/// A call of git; the arguments are passed unchanged, never to a shell.
package struct GitCommand: Hashable, Sendable {
    /// The arguments after the program's name. Paths come after `--`.
    package var arguments: [String]
    /// The standard input of git.
    package var input: [UInt8]
    /// The working directory; if nil, this process's own.
    package var folder: String?
    /// For a repository that the settings name: no hooks, no submodules, only https and ssh as transports, no fetching
    /// of missing objects, and no environment variables that refer to another repository.
    package var isConfined = false

    package init(_ arguments: [String], input: [UInt8] = [], folder: String? = nil) {
        self.arguments = arguments
        self.input = input
        self.folder = folder
    }
}

/// The result of a call of git.
package struct GitOutput: Hashable, Sendable {
    /// The exit status; 128 plus the signal's number if a signal ended it.
    package var status: Int
    package var bytes: [UInt8]
    /// What git wrote to stderr, in English.
    package var standardError: String

    package init(status: Int, bytes: [UInt8] = [], standardError: String = "") {
        self.status = status
        self.bytes = bytes
        self.standardError = standardError
    }

    /// The output without the line break at its end.
    package var line: String {
        var text = bytes[...]
        while let last = text.last, last == 0x0A || last == 0x0D { text.removeLast() }
        return String(decoding: text, as: UTF8.self)
    }
}

/// Why a git command failed.
package struct GitError: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Reason: Hashable, Sendable {
        case notInstalled
        /// Git couldn't be started, or its output couldn't be read.
        case notRun(String)
        case tooMuchOutput(limit: Int)
        case failed(status: Int, standardError: String)
        /// A name that git would read as an option or an expression.
        case badName(String)
        /// The output isn't in the documented format.
        case unreadable
        /// The repository is inside the publication, so that other people may have written its configuration, which can
        /// name commands.
        case insidePublication
    }

    package var command: [String]
    package var reason: Reason

    package init(command: [String], reason: Reason) {
        self.command = command
        self.reason = reason
    }

    package var description: String { "\(summary). \(remedy)" }

    /// A message without full stop.
    package var summary: String {
        let name = (["git"] + command.filter { !$0.hasPrefix("-") }.prefix(1)).joined(separator: " ")
        switch reason {
        case .notInstalled: return "git was not found"
        case .notRun(let why): return "\(name) could not be run (\(why))"
        case .tooMuchOutput(let limit): return "\(name) printed more than \(limit >> 20) MB"
        case .failed(let status, let standardError):
            let lines = standardError.split(separator: "\n").filter { !$0.hasPrefix("hint:") }
            let reason = lines.first { line in [" ! [", "error:", "fatal:"].contains { line.hasPrefix($0) } }
            return "\(name) failed: \((reason ?? lines.first).map(String.init) ?? "exit \(status)")"
        case .badName(let name): return "'\(name)' isn't a valid name in git"
        case .insidePublication:
            return
                "the repository is inside the publication, so its configuration could"
                + " run commands that other people wrote"
        case .unreadable: return "\(name) printed something that this program can't read"
        }
    }

    private var remedy: String {
        switch reason {
        case .notInstalled: "Install git and put it on the path"
        case .notRun: "Check that 'git --version' works in this folder"
        case .tooMuchOutput: "Check the files in the repository; no issue is that large"
        case .failed: "Run the command by hand to see its whole output"
        case .badName: "Give the name of a branch, a remote or a commit"
        case .unreadable: "Update git"
        case .insidePublication: "Move the repository out of the publication"
        }
    }
}
