/// The program git as a value; whoever needs a repository asks through it.
package struct Git: Sendable {
    /// Runs one command to its end. Any exit of git's is an answer, not an error.
    package var run: @Sendable (GitCommand) async throws(GitError) -> GitOutput

    package init(run: @escaping @Sendable (GitCommand) async throws(GitError) -> GitOutput) {
        self.run = run
    }

    /// For those who have no business with repositories.
    package static let none = Git { command throws(GitError) in
        throw GitError(command: command.arguments, reason: .notRun("this command needs no repository"))
    }
}

/// One call of git; the words are handed over as they are, never to a shell.
package struct GitCommand: Hashable, Sendable {
    /// Without the program's name. Paths stand behind `--`.
    package var arguments: [String]
    /// What git reads from its standard input.
    package var input: [UInt8]
    /// Where it runs; where nil, in this process's folder.
    package var folder: String?
    /// For a repository that the settings name: no hooks, no submodules, no transport but https and ssh, no fetching of
    /// missing objects, and no environment variable that names another repository.
    package var isConfined = false

    package init(_ arguments: [String], input: [UInt8] = [], folder: String? = nil) {
        self.arguments = arguments
        self.input = input
        self.folder = folder
    }
}

/// What a call of git gave.
package struct GitOutput: Hashable, Sendable {
    /// The exit code; 128 and the signal's number where a signal ended it.
    package var status: Int
    package var bytes: [UInt8]
    /// What git said beside, in English.
    package var talk: String

    package init(status: Int, bytes: [UInt8] = [], talk: String = "") {
        self.status = status
        self.bytes = bytes
        self.talk = talk
    }

    /// Without the line's end.
    package var line: String {
        var text = bytes[...]
        while let last = text.last, last == 0x0A || last == 0x0D { text.removeLast() }
        return String(decoding: text, as: UTF8.self)
    }
}

/// Why git did not do what it was asked to.
package struct GitError: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Reason: Hashable, Sendable {
        case notInstalled
        /// It could not be started or listened to.
        case notRun(String)
        case tooMuchOutput(limit: Int)
        case failed(status: Int, talk: String)
        /// A name that git would take for an option or for something other than a name.
        case badName(String)
        /// What git answered has another shape than its manual says.
        case unreadable
        /// Others may have written the repository's configuration, which can name commands.
        case insidePublication
    }

    package var command: [String]
    package var reason: Reason

    package init(command: [String], reason: Reason) {
        self.command = command
        self.reason = reason
    }

    package var description: String { "\(summary). \(remedy)" }

    /// Without full stop.
    package var summary: String {
        let name = (["git"] + command.filter { !$0.hasPrefix("-") }.prefix(1)).joined(separator: " ")
        switch reason {
        case .notInstalled: return "git was not found"
        case .notRun(let why): return "\(name) could not be run (\(why))"
        case .tooMuchOutput(let limit): return "\(name) printed more than \(limit >> 20) MB"
        case .failed(let status, let talk):
            let lines = talk.split(separator: "\n").filter { !$0.hasPrefix("hint:") }
            let telling = lines.first { line in [" ! [", "error:", "fatal:"].contains { line.hasPrefix($0) } }
            return "\(name) failed: \((telling ?? lines.first).map(String.init) ?? "exit \(status)")"
        case .badName(let name): return "'\(name)' isn't a valid name in git"
        case .insidePublication:
            return
                "it is inside the publication, so its configuration could run commands of other people; keep it outside"
        case .unreadable: return "\(name) answered in a way that this program does not know"
        }
    }

    private var remedy: String {
        switch reason {
        case .notInstalled: "Install it and put it on the path"
        case .notRun: "Check that git works here"
        case .tooMuchOutput: "Look at what it names; no issue is that large"
        case .failed: "Run it by hand to see more"
        case .badName: "Name a branch, a remote or a commit"
        case .unreadable: "Update git"
        case .insidePublication: "Move it out of the publication"
        }
    }
}
