internal import Context
internal import Text

/// Says what is wrong when ssh or rsync fails.
enum RemoteFault {
    static func fault(of output: ProgramOutput, program: String, host: String, effect: StepFault.Effect) -> StepFault {
        let text = output.standardError
        let lines = text.split(whereSeparator: \.isNewline)
        func line(_ parts: String...) -> Substring? { lines.first { line in parts.contains(where: line.contains) } }
        if line("Host key verification failed", "REMOTE HOST IDENTIFICATION HAS CHANGED") != nil {
            return StepFault(
                "the host key of \(host) is unknown or has changed",
                remedy: "Compare it with the server's, and add it to known_hosts: ssh-keyscan prints it")
        }
        if line("Permission denied (") != nil {
            return StepFault(
                "\(host) refuses the login", remedy: "Check that its authorized_keys has the key that ssh uses here")
        }
        if let line = line(
            "Connection refused", "Connection timed out", "Could not resolve", "No route to host", "unreachable")
        {
            return StepFault(
                "\(host) can't be reached: \(line)", remedy: "Check the host and the network, then try again",
                retryAfter: 30)
        }
        if line("rsync: command not found", "rsync: not found") != nil {
            return StepFault("\(host) has no rsync", remedy: "Install rsync on the server")
        }
        let said = lines.first { !$0.hasPrefix("Warning:") && !$0.hasPrefix("**") }.map { ": \($0)" } ?? ""
        return StepFault(
            "\(program) failed for \(host) with exit status \(output.status)\(said)",
            remedy: "Fix what it reports, then run 'sennight publish' again", effect: effect)
    }

    static func fault(of error: ProgramError, host: String, effect: StepFault.Effect) -> StepFault {
        switch error.reason {
        case .notInstalled:
            StepFault("\(error.program) isn't installed", remedy: "Install \(error.program) on this machine")
        case .notRun(let why):
            StepFault("\(error.program) can't be run: \(why)", remedy: "Check the installation of \(error.program)")
        case .timedOut(let seconds):
            StepFault(
                "\(host) hasn't answered for \(seconds.counted("second"))",
                remedy: "Check the host and the network, then try again",
                effect: effect, retryAfter: 30)
        }
    }
}
