internal import Context
internal import Repository

/// A branch of a remote repository, in which a site is committed without a work tree or an index.
struct SiteBranch: Sendable {
    private let name: String
    private let remote: String
    /// Where fetched commits are kept, so that git doesn't remove them.
    private let reference: String
    private let git: Git
    /// The folder in which git is run, and the options that name the repository there.
    private let folder: String
    private let options: [String]
    private let isShallow: Bool

    /// - Parameters:
    ///   - remote: a remote of the publication's repository, or the address of another one, of which a clone is kept
    ///     in the state folder.
    ///   - step: the step's name.
    init(_ name: String, of remote: String, step: String, _ request: PublishRequest) async throws(StepFault) {
        self.name = name
        git = request.context.git
        reference = "refs/sennight/deployments/\(name)"
        if !remote.contains("/"), !remote.contains(":") {
            self.remote = remote
            folder = request.root
            options = []
            let output = try await Self.run(git, ["rev-parse", "--is-shallow-repository"], in: folder)
            guard output.status == 0 else {
                throw StepFault(
                    "the publication isn't in a git repository",
                    remedy: "Write the address of a repository as 'repository:' of the target '\(step)'")
            }
            isShallow = output.line == "true"
            return
        }
        self.remote = remote.hasPrefix("./") || remote.hasPrefix("../") ? "\(request.root)/\(remote)" : remote
        let clone = "\(request.state)/\(step).git"
        folder = request.root
        options = ["--git-dir=\(clone)"]
        isShallow = true
        // Each time, because an earlier run may have been stopped while the repository was created.
        let output = try await Self.run(git, ["init", "--quiet", "--bare", clone], in: folder)
        guard output.status == 0 else {
            throw StepFault(
                "the folder \(clone) can't be created: \(output.complaint)", remedy: "Check the folder's permissions")
        }
    }

    /// An address without the password that it may contain.
    static func withoutCredentials(_ address: String) -> String {
        guard let scheme = address.firstRange(of: "://"),
            let at = address[scheme.upperBound...].prefix(while: { $0 != "/" }).lastIndex(of: "@")
        else { return address }
        return String(address[..<scheme.upperBound] + address[address.index(after: at)...])
    }

    // MARK: Reading

    /// The commit that the remote branch points to, or nil if there is no such branch.
    func remoteTip() async throws(StepFault) -> String? {
        let output = try await run(["ls-remote", remote, "refs/heads/\(name)"])
        guard output.status == 0 else { throw unreachable(output) }
        // Git also lists names that only end like this one.
        let lines = output.line.split(separator: "\n").map { $0.split(separator: "\t") }
        return lines.first { $0.last == "refs/heads/\(name)" }?.first.map(String.init)
    }

    /// The same, after its files have been fetched.
    func fetchedTip() async throws(StepFault) -> String? {
        guard let tip = try await remoteTip() else { return nil }
        if try await run(["cat-file", "-e", "\(tip)^{commit}"]).status == 0 { return tip }
        let output = try await run(
            ["fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--no-recurse-submodules"]
                + (isShallow ? ["--depth=1"] : []) + [remote, "+refs/heads/\(name):\(reference)"])
        guard output.status == 0 else { throw unreachable(output) }
        // Somebody may have pushed in between.
        return try await required(["rev-parse", "--verify", reference]).line
    }

    /// The branch's files by path.
    func files(of tip: String?) async throws(StepFault) -> [String: GitFile] {
        guard let tip else { return [:] }
        do throws(GitError) {
            return try await repository().files(in: tip)
        } catch {
            throw StepFault("git can't read the branch \(name): \(error)", remedy: Self.remedy)
        }
    }

    func record(of tip: String?) async throws(StepFault) -> DeploymentRecord? {
        guard let tip else { return nil }
        let output = try await run(["cat-file", "blob", "\(tip):\(DeploymentRecord.name)"])
        return output.status == 0 ? DeploymentRecord(output.bytes) : nil
    }

    /// The names that git gives to the site's files, by path.
    func blobs(of content: SiteContent, in site: String) async throws(StepFault) -> [String: String] {
        let site = site.hasPrefix("/") ? site : "\(folder)/\(site)"
        let paths = content.files.map { "\(site)/\($0.path)\n" }.joined()
        let output = try await required(["hash-object", "--no-filters", "--stdin-paths"], input: Array(paths.utf8))
        let names = output.line.split(separator: "\n").map(String.init)
        guard names.count == content.files.count else {
            throw StepFault("git can't read the site in \(site)", remedy: "Build the site again")
        }
        return Dictionary(uniqueKeysWithValues: zip(content.files.map(\.path), names))
    }

    // MARK: Writing

    /// Makes a commit that no branch has yet, with the identity of the user.
    func commit(
        _ difference: SiteDifference, onto tip: String?, message: String, reading request: PublishRequest
    ) async throws(StepFault) -> String {
        var stream = FastImportStream(reference: reference, parent: tip)
        for path in difference.removed { stream.remove(path) }
        for path in difference.changed {
            do throws(FileError) {
                stream.add(path, try request.context.files.read("\(request.site)/\(path)"))
            } catch {
                throw StepFault("\(error.path) can't be read: \(error.reason)", remedy: "Build the site again")
            }
        }
        stream.add(DeploymentRecord.name, difference.record.bytes)
        let imported = try await required(["fast-import", "--quiet", "--force", "--done"], input: stream.finished())
        let tree = try await required(["rev-parse", "--verify", "\(imported.line)^{tree}"]).line
        let identity = options.isEmpty ? [] : try await identity()
        do throws(GitError) {
            return try await GitTrees(repository(identity)).commit(
                tree: tree, parents: tip.map { [$0] } ?? [], message: message)
        } catch {
            throw StepFault(
                "the site can't be committed: \(error)", remedy: "Set user.name and user.email in git's configuration")
        }
    }

    /// Makes a commit the branch's newest, unless others have pushed since.
    ///
    /// - Returns: whether the branch has it.
    func push(_ commit: String, replacing tip: String?) async throws(StepFault) -> Bool {
        let branch = "refs/heads/\(name)"
        let output = try await run([
            "push", "--porcelain", "--no-verify", "--recurse-submodules=no",
            "--force-with-lease=\(branch):\(tip ?? "")", remote, "\(commit):\(branch)",
        ])
        if output.status == 0 {
            // Only keeps the next fetch from transferring what is here already.
            _ = try? await run(["update-ref", reference, commit])
            return true
        }
        let report = String(decoding: output.bytes, as: UTF8.self)
        if report.contains("[rejected]") || report.contains("cannot lock ref") { return false }
        if report.contains("[remote rejected]") {
            throw StepFault(
                "the repository refuses the push to \(name): \(output.complaint(report))",
                remedy: "Check the branch's protection and the permissions of your key or token")
        }
        throw StepFault(
            "the push to \(name) failed: \(output.complaint)", remedy: Self.remedy, effect: .possible)
    }

    // MARK: Calls

    private static let remedy = "Check the address of the repository and your access to it, then try again"

    /// The user's name and address in the publication's repository, which a clone doesn't have, as options.
    private func identity() async throws(StepFault) -> [String] {
        let output = try await Self.run(git, ["config", "--get-regexp", "^user\\.(name|email)$"], in: folder)
        guard output.status == 0 else { return [] }
        return output.line.split(separator: "\n").flatMap { line -> [String] in
            let words = line.split(separator: " ", maxSplits: 1)
            return words.count == 2 ? ["-c", "\(words[0])=\(words[1])"] : []
        }
    }

    private func repository(_ more: [String] = []) -> GitRepository {
        let options = options + more
        let git = git
        let own = Git { command throws(GitError) in
            var command = command
            command.arguments = options + command.arguments
            return try await git.run(command)
        }
        return GitRepository(git: own, root: folder)
    }

    private func unreachable(_ output: GitOutput) -> StepFault {
        StepFault(
            "the repository \(Self.withoutCredentials(remote)) can't be read: \(output.complaint)",
            remedy: Self.remedy)
    }

    private func required(_ arguments: [String], input: [UInt8] = []) async throws(StepFault) -> GitOutput {
        let output = try await run(arguments, input: input)
        guard output.status == 0 else {
            throw StepFault("git \(arguments.first ?? "") failed: \(output.complaint)", remedy: Self.remedy)
        }
        return output
    }

    private func run(_ arguments: [String], input: [UInt8] = []) async throws(StepFault) -> GitOutput {
        try await Self.run(git, options + arguments, input: input, in: folder)
    }

    private static func run(_ git: Git, _ arguments: [String], input: [UInt8] = [], in folder: String)
        async throws(StepFault) -> GitOutput
    {
        do throws(GitError) {
            return try await git.run(GitCommand(arguments, input: input, folder: folder))
        } catch {
            throw StepFault("git can't be run: \(error)", remedy: "Check that git is installed")
        }
    }
}

extension GitOutput {
    /// The last line that says what is wrong.
    fileprivate var complaint: String { complaint("") }

    /// The same, with what `push --porcelain` reports about the branch.
    fileprivate func complaint(_ report: String) -> String {
        let rejected = report.split(separator: "\n").first { $0.hasPrefix("!") }?.split(separator: "\t").last
        let lines = standardError.split(whereSeparator: \.isNewline)
        let fatal = lines.first { $0.hasPrefix("fatal: ") || $0.hasPrefix("error: ") } ?? lines.last
        return String(rejected ?? fatal ?? "exit status \(status)")
    }
}
