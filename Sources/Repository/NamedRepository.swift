package import Context

/// A repository that the settings name, read so that no untrusted configuration takes effect.
///
/// A repository's own configuration can name commands (`uploadpack`, `core.sshCommand`, hooks), and anyone who can
/// write to a publication can put a repository into it. Therefore a repository inside the publication is refused,
/// unless it belongs to the clone that the editor works in, because git never accepts a `.git` folder from a commit.
package struct NamedRepository: Sendable {
    private let path: String
    private let publication: String
    private let files: Files
    private let git: Git

    /// - Parameters:
    ///   - path: relative to this process's working directory.
    ///   - publication: its root.
    package init(_ path: String, publication: String, files: Files, git: Git) {
        self.path = path
        self.publication = publication
        self.files = files
        self.git = git
    }

    /// The output of a git command.
    ///
    /// - Throws: ``GitError``, also if git fails.
    package func output(_ arguments: [String]) async throws(GitError) -> [UInt8] {
        let place = isBare ? Place(gitFolder: path, commonFolder: path) : try await place(of: path)
        // A publication outside any repository has none of its own.
        let own = try? await self.place(of: publication, withWorkTree: true)
        for folder in [place.gitFolder, place.commonFolder] {
            guard isTrusted(folder, own) else {
                throw GitError(command: arguments, reason: .insidePublication)
            }
        }
        return try await run(["--git-dir=" + place.gitFolder] + arguments).bytes
    }

    private struct Place {
        /// The folder of `HEAD` and the folder of the configuration, which differ in a linked working tree.
        var gitFolder: String
        var commonFolder: String
        var workTree: String?
    }

    /// Whether the repository is bare, as after `git clone --mirror`.
    private var isBare: Bool {
        files.status(path + "/.git") == nil
            && ["HEAD", "objects", "refs"].allSatisfy { files.status("\(path)/\($0)") != nil }
    }

    private func place(of folder: String, withWorkTree: Bool = false) async throws(GitError) -> Place {
        let question =
            ["rev-parse", "--path-format=absolute", "--git-dir", "--git-common-dir"]
            + (withWorkTree ? ["--show-toplevel"] : [])
        let lines = String(decoding: try await run(["-C", folder] + question).bytes, as: UTF8.self).split(
            whereSeparator: \.isNewline)
        guard lines.count == question.count - 2 else { throw GitError(command: question, reason: .unreadable) }
        return Place(
            gitFolder: String(lines[0]), commonFolder: String(lines[1]),
            workTree: withWorkTree ? String(lines[2]) : nil)
    }

    private func isTrusted(_ folder: String, _ own: Place?) -> Bool {
        guard let folder = files.realPath(folder) else { return false }
        if let own, let common = files.realPath(own.commonFolder), isInside(folder, common) { return true }
        return ![publication, own?.workTree].contains { area in
            guard let area, let area = files.realPath(area) else { return false }
            return isInside(folder, area)
        }
    }

    private func isInside(_ folder: String, _ area: String) -> Bool {
        folder == area || folder.hasPrefix(area.hasSuffix("/") ? area : area + "/")
    }

    private func run(_ arguments: [String]) async throws(GitError) -> GitOutput {
        var command = GitCommand(arguments)
        command.isConfined = true
        let output = try await git.run(command)
        guard output.status == 0 else {
            throw GitError(
                command: arguments, reason: .failed(status: output.status, standardError: output.standardError))
        }
        return output
    }
}
