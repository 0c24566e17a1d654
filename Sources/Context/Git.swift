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
    /// An index of one's own instead of the repository's.
    package var index: String?

    package init(_ arguments: [String], input: [UInt8] = [], folder: String? = nil, index: String? = nil) {
        (self.arguments, self.input, self.folder, self.index) = (arguments, input, folder, index)
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
        (self.status, self.bytes, self.talk) = (status, bytes, talk)
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
    }

    package var command: [String]
    package var reason: Reason

    package init(command: [String], reason: Reason) {
        (self.command, self.reason) = (command, reason)
    }

    package var description: String {
        let name = "git " + (command.first { !$0.hasPrefix("-") } ?? "")
        switch reason {
        case .notInstalled: return "git was not found. Install it and put it on the path"
        case .notRun(let why): return "\(name) could not be run (\(why)). Check that git works here"
        case .tooMuchOutput(let limit): return "\(name) gave more than \(limit >> 20) MB. No issue is that large"
        case .failed(let status, let talk):
            let first = talk.split(separator: "\n").first { !$0.hasPrefix("hint:") }.map(String.init)
            return "\(name) failed: \(first ?? "exit \(status)"). Run it by hand to see more"
        case .badName(let name): return "'\(name)' is no name for git. Name a branch, a remote or a commit"
        case .unreadable: return "\(name) answered in a way that this program does not know. Update git"
        }
    }
}
