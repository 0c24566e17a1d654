/// Programs other than git, which the user has named or installed: rsync, the user's own command.
package struct Programs: Sendable {
    /// Runs a program and waits until it exits. Any exit status is a result, not an error.
    package var run: @Sendable (ProgramCommand) async throws(ProgramError) -> ProgramOutput

    package init(run: @escaping @Sendable (ProgramCommand) async throws(ProgramError) -> ProgramOutput) {
        self.run = run
    }

    /// For commands that run no programs.
    package static let none = Programs { command throws(ProgramError) in
        throw ProgramError(program: command.program, reason: .notRun("this command runs no other programs"))
    }
}

/// A call of a program; the arguments are passed unchanged, never to a shell.
package struct ProgramCommand: Hashable, Sendable {
    /// The program's name on the path, or its path.
    package var program: String
    package var arguments: [String]
    /// The working directory; if nil, this process's own.
    package var folder: String?
    /// Variables added to those of this process. Secrets belong here, not into the arguments, which all users see.
    package var environment: [String: String]
    /// Standard input.
    package var input: [UInt8]
    /// The time limit in seconds, after which the program and its children are ended.
    package var timeout: Int

    package init(
        _ program: String, _ arguments: [String] = [], folder: String? = nil, environment: [String: String] = [:],
        input: [UInt8] = [], timeout: Int = 600
    ) {
        self.program = program
        self.arguments = arguments
        self.folder = folder
        self.environment = environment
        self.input = input
        self.timeout = timeout
    }
}

/// The result of a program.
package struct ProgramOutput: Hashable, Sendable {
    /// The exit status; 128 plus the signal's number if a signal ended it.
    package var status: Int
    package var output: [UInt8]
    package var standardError: String

    package init(status: Int, output: [UInt8] = [], standardError: String = "") {
        self.status = status
        self.output = output
        self.standardError = standardError
    }
}

/// Why a program has no result.
package struct ProgramError: Error, Hashable, Sendable {
    package enum Reason: Hashable, Sendable {
        case notInstalled
        case notRun(String)
        /// It ran longer than the limit in seconds; it may have had effects.
        case timedOut(Int)
    }

    package var program: String
    package var reason: Reason

    package init(program: String, reason: Reason) {
        self.program = program
        self.reason = reason
    }
}
