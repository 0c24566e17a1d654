internal import Context

/// A server that is reached by ssh, with a folder of releases.
struct RemoteHost: Sendable {
    let host: String
    /// The folder that has `releases` and `current`.
    let path: String
    let port: Int?
    /// The file with the private key.
    let identity: String?
    /// The file with the server's key.
    let knownHosts: String?
    let programs: Programs

    /// What the server has.
    struct State: Hashable, Sendable {
        /// The target of the link `current`; nil if there is none.
        var current: String?
        /// Whether something else is in the link's place.
        var isBlocked = false
        var record: DeploymentRecord?
    }

    /// Whether ssh can't read a text as an option or a command.
    static func isHost(_ text: String) -> Bool {
        !text.isEmpty && !text.hasPrefix("-")
            && text.utf8.allSatisfy { isWordCharacter($0) || "@.-:[]%".utf8.contains($0) }
    }

    /// Whether a path has the same meaning for ssh, rsync and a shell.
    static func isPath(_ text: String) -> Bool {
        text.hasPrefix("/") && text != "/" && text.utf8.allSatisfy { isWordCharacter($0) || "/.-+".utf8.contains($0) }
            && !text.split(separator: "/").contains("..")
    }

    private static func isWordCharacter(_ byte: UInt8) -> Bool {
        0x30...0x39 ~= byte || 0x41...0x5A ~= byte || 0x61...0x7A ~= byte || byte == UInt8(ascii: "_")
    }

    // MARK: Steps

    /// - Parameter creates: whether the folder of releases is created if it doesn't exist.
    func state(creating creates: Bool = false) async throws(StepFault) -> State {
        let output = try await run(RemoteScript.state(path, creates: creates), effect: .none)
        guard let start = output.firstRange(of: RemoteScript.marker) else {
            throw StepFault(
                "\(host) gave an answer that can't be understood",
                remedy: "Check that the account on the server has a POSIX shell")
        }
        let answer = output[start.upperBound...]
        let line = answer.prefix { $0 != "\n" }
        switch line.first {
        case "=":
            let record = answer.dropFirst(line.count + 1)
            return State(current: String(line.dropFirst()), record: DeploymentRecord(Array(record.utf8)))
        case "!": return State(isBlocked: true)
        default: return State()
        }
    }

    /// Copies a site into the folder of a release; files that the current release has already are linked.
    ///
    /// - Returns: how many files were sent.
    func copy(_ site: String, to release: String, linkingTo current: String?) async throws(StepFault) -> Int {
        // Times differ after each build, so contents are compared.
        var arguments = [
            "--recursive", "--checksum", "--perms", "--chmod=D755,F644", "--delete", "--compress", "--timeout=60",
            "--exclude=/.sennight-*", "--out-format=%i", "-e",
            (["ssh"] + sshOptions).map(Self.quoted).joined(separator: " "),
        ]
        if let current { arguments.append("--link-dest=" + (current.hasPrefix("/") ? current : "../../\(current)")) }
        arguments += ["--", "\(site)/", "\(rsyncHost):\(path)/releases/\(release)/"]
        let output = try await call("rsync", arguments, timeout: 3600, effect: .none)
        guard output.status == 0 else {
            throw RemoteFault.fault(of: output, program: "rsync", host: host, effect: .none)
        }
        return String(decoding: output.output, as: UTF8.self).split(separator: "\n").count { $0.hasPrefix("<f") }
    }

    /// Makes a complete release the current one, with files that pages of earlier ones need, and removes old ones.
    func activate(_ release: String, _ record: DeploymentRecord) async throws(StepFault) {
        let output = try await run(RemoteScript.activation(path, release: release, record), effect: .possible)
        guard output.firstRange(of: RemoteScript.marker) != nil else {
            throw StepFault(
                "\(host) didn't confirm that \(release) is the current release", remedy: "Try again", effect: .possible)
        }
    }

    // MARK: Calls

    /// The host as rsync needs it, with brackets around an address of version 6.
    private var rsyncHost: String {
        let address = host.split(separator: "@").last ?? ""
        return address.contains(":") ? String(host.dropLast(address.count)) + "[\(address)]" : host
    }

    private var sshOptions: [String] {
        var options = [
            "-o", "BatchMode=yes", "-o", "StrictHostKeyChecking=yes", "-o", "ConnectTimeout=15", "-o",
            "ServerAliveInterval=10", "-o", "ServerAliveCountMax=3",
        ]
        if let port { options += ["-p", String(port)] }
        if let identity { options += ["-i", identity, "-o", "IdentitiesOnly=yes"] }
        if let knownHosts { options += ["-o", "UserKnownHostsFile=\"\(knownHosts)\""] }
        return options
    }

    /// A word for rsync, which splits its option `-e` at spaces, except in quotes.
    private static func quoted(_ word: String) -> String {
        word.contains(" ") || word.contains("\"") ? "'\(word)'" : word
    }

    /// Runs a script of the server's shell, which gets it as standard input, so that no login shell interprets it.
    private func run(_ script: String, effect: StepFault.Effect) async throws(StepFault) -> String {
        let output = try await call(
            "ssh", sshOptions + ["--", host, "exec sh -s"], input: Array(script.utf8), timeout: 120, effect: effect)
        guard output.status == 0 else {
            throw RemoteFault.fault(of: output, program: "ssh", host: host, effect: effect)
        }
        return String(decoding: output.output, as: UTF8.self)
    }

    private func call(
        _ program: String, _ arguments: [String], input: [UInt8] = [], timeout: Int, effect: StepFault.Effect
    ) async throws(StepFault) -> ProgramOutput {
        do throws(ProgramError) {
            return try await programs.run(
                ProgramCommand(program, arguments, environment: ["LC_ALL": "C"], input: input, timeout: timeout))
        } catch {
            throw RemoteFault.fault(of: error, host: host, effect: effect)
        }
    }
}
