import Context

/// A git that answers where a repository is with its path, and gives all else to `answer`.
func scriptedGit(
    _ answer: @escaping @Sendable (_ repository: String, _ arguments: [String]) throws(CommandError) -> [UInt8]
) -> Git {
    Git { command throws(GitError) in
        var arguments = command.arguments
        if arguments.first == "-C" {
            let path = arguments[1]
            let workTree = arguments.contains("--show-toplevel") ? "/elsewhere\n" : ""
            return GitOutput(status: 0, bytes: Array("\(path)\n\(path)\n\(workTree)".utf8))
        }
        let path = String(arguments.removeFirst().dropFirst("--git-dir=".count))
        do throws(CommandError) {
            return GitOutput(status: 0, bytes: try answer(path, arguments))
        } catch {
            throw GitError(command: arguments, reason: .notRun(error.description))
        }
    }
}
