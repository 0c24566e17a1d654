package import Context
internal import Repository

/// Commits files of this clone and pushes them. What others have pushed meanwhile is merged by entries first.
package struct CloneSaving: Sendable {
    let clone: PublicationClone
    /// nil if nothing is pushed.
    let remote: String?
    let branch: String
    private let driver: String

    /// - Parameters:
    ///   - branch: the one that the settings name; by default, the one that is checked out.
    ///   - driver: the command line of git's merge driver for issues.
    /// - Returns: nil if no branch is checked out.
    package init?(_ clone: PublicationClone, remote: String?, branch: String?, driver: String) {
        guard let branch = branch ?? clone.branch else { return nil }
        self.clone = clone
        self.remote = remote
        self.branch = branch
        self.driver = driver
    }

    package var hasRemote: Bool { remote != nil }

    /// Commits the changes of some files, including files that git doesn't know yet; does nothing if there are none.
    package func commit(_ paths: [String], message: String) async throws(GitError) {
        try requireBranch()
        let changed = try await clone.changedFiles().filter(paths.contains)
        guard !changed.isEmpty else { return }
        try await clone.commit(changed, message: message)
    }

    /// Whether some files are committed and pushed.
    package func isSaved(_ paths: [String]) async throws(GitError) -> Bool {
        let changed = try await clone.changedFiles()
        return changed.allSatisfy { !paths.contains($0) } ? try await isPushed() : false
    }

    /// Pushes the branch, and other refs with it: all of them or none.
    package func push(_ others: [String] = []) async throws(GitError) {
        guard let remote else { return }
        try requireBranch()
        if try await remoteRefs([branchRef])[branchRef] != nil {
            try await fetch(from: remote)
            try await merge(from: remote)
        }
        try await clone.repository.output(
            ["push", "--quiet", "--atomic", "--", remote, "HEAD:\(branchRef)"] + others)
    }

    /// Whether everything of the branch is on the remote.
    package func isPushed(_ commit: String = "HEAD") async throws(GitError) -> Bool {
        guard let remote, try await remoteRefs([branchRef])[branchRef] != nil else { return remote == nil }
        try await fetch(from: remote)
        return try await clone.repository.answer(["merge-base", "--is-ancestor", commit, fetched]).status == 0
    }

    /// Another branch than the published one must not be pushed to it.
    private func requireBranch() throws(GitError) {
        guard clone.branch == branch else {
            throw GitError(
                command: ["push"],
                reason: .failed(status: 1, standardError: "error: the branch '\(branch)' isn't checked out"))
        }
    }

    var branchRef: String { "refs/heads/\(branch)" }

    /// The commits of refs on the remote, by their names.
    func remoteRefs(_ names: [String]) async throws(GitError) -> [String: String] {
        guard let remote else { return [:] }
        let lines = String(
            decoding: try await clone.repository.output(["ls-remote", "--", remote] + names).bytes, as: UTF8.self)
        var refs: [String: String] = [:]
        for line in lines.split(separator: "\n") {
            let words = line.split(separator: "\t")
            if words.count == 2 { refs[String(words[1])] = String(words[0]) }
        }
        return refs
    }

    private func fetch(from remote: String) async throws(GitError) {
        try await clone.repository.output([
            "fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--", remote, "+\(branchRef):\(fetched)",
        ])
    }

    private func merge(from remote: String) async throws(GitError) {
        let pending = try await clone.repository.answer(["rev-parse", "--quiet", "--verify", "MERGE_HEAD"])
        guard pending.status != 0 else {
            throw GitError(
                command: ["merge"],
                reason: .failed(
                    status: 1,
                    standardError: "error: a merge isn't concluded in this clone; finish it with 'git commit'"))
        }
        let merged = try await clone.repository.answer([
            "-c", "merge.sennight.name=Sennight", "-c", "merge.sennight.driver=\(driver)", "merge", "--quiet",
            "--no-edit", "--no-stat", fetched,
        ])
        if merged.status == 0 { return }
        // If git refused to begin, there is nothing to take back.
        let began = try await clone.repository.answer(["merge", "--abort"]).status == 0
        guard began else {
            throw GitError(
                command: ["merge"], reason: .failed(status: merged.status, standardError: merged.standardError))
        }
        throw GitError(
            command: ["merge"],
            reason: .failed(
                status: merged.status,
                standardError: "error: what \(remote) has on \(branch) conflicts with this clone; merge it by hand"))
    }

    /// The remote's branch as it was last seen.
    private var fetched: String { "refs/sennight/fetched/\(branch)" }
}
