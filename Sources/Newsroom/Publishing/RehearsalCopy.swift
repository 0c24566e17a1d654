internal import Context
internal import Newsletter
internal import Settings

/// A copy of the publication in which a rehearsal works, with a repository and a remote of its own, so that it can do
/// everything that publishing does.
struct RehearsalCopy {
    private let publishing: Publishing

    init(_ publishing: Publishing) {
        self.publishing = publishing
    }

    private var root: String { "\(publishing.folder)/rehearsal/publication" }
    private var remote: String { "\(publishing.folder)/rehearsal/remote.git" }

    /// Makes a fresh copy; what an earlier rehearsal left is removed.
    ///
    /// - Throws: a ``Diagnostic`` if the settings have no rehearsal; ``FileError``; ``GitError``.
    func make() async throws -> Publishing {
        let session = try publishing.session()
        guard let rehearsal = session.publication.publishing.rehearsal else {
            throw Diagnostic(
                "the settings don't say where to rehearse", remedy: "Write 'publish: { rehearsal: … }' in the settings",
                file: session.location.settings)
        }
        let files = session.files
        try StateFolder.hideFromGit(session.location, files)
        for file in try files.listAll("\(publishing.folder)/rehearsal") {
            try files.remove("\(publishing.folder)/rehearsal/\(file.path)")
        }
        let copy = PublicationLocation(root: root)
        for path in try await paths(session) {
            try files.write(copy.path(path), try files.read(session.location.path(path)))
        }
        let text = try session.location.text(files)
        try files.write(
            copy.settings, Array((rehearsal.address.map { Self.text(text, address: $0) } ?? text).utf8))
        try await makeRepository()
        return publishing.rehearsing(in: copy)
    }

    /// The publication's files, from its root: those that git would commit, or all of them without a repository.
    private func paths(_ session: DraftSession) async throws -> [String] {
        let listed = try await publishing.context.git.run(
            GitCommand(
                ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], folder: session.location.root))
        let paths = listed.bytes.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
        // The publication may be in a folder that the repository around it ignores.
        if listed.status == 0, !paths.isEmpty {
            // Files that are removed, but still in the index, are none.
            return Set(paths).filter { path in
                let file = session.location.path(path)
                // Submodules are folders.
                return session.files.status(file) != nil && !session.files.isFolder(file)
            }.sorted()
        }
        return try session.files.list(session.location.root).map(\.path).filter { !$0.hasPrefix(".") }
    }

    /// The settings with another address.
    static func text(_ text: String, address: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.hasPrefix("url:") ? "url: \"\(address)\"" : String(line)
        }.joined(separator: "\n")
    }

    /// The repository of an earlier rehearsal, whose files can't be removed one by one, is emptied instead.
    private func makeRepository() async throws {
        try await git("init", "--quiet", "--bare", "--initial-branch=main", "--", remote, in: nil)
        try await git("init", "--quiet", "--initial-branch=main", in: root)
        let tags = try await git("for-each-ref", "--format=delete %(refname)", "refs/tags", in: root)
        try await git("update-ref", "--stdin", in: root, input: tags.bytes)
        for (key, value) in [
            ("user.name", "Rehearsal"), ("user.email", "rehearsal@localhost"), ("commit.gpgSign", "false"),
            ("remote.origin.url", "../remote.git"),
        ] {
            try await git("config", key, value, in: root)
        }
        try await git("add", "--all", in: root)
        try await git("commit", "--quiet", "--allow-empty", "--message=Before the rehearsal", in: root)
        try await git("push", "--quiet", "--force", "origin", "HEAD:refs/heads/main", in: root)
    }

    @discardableResult
    private func git(_ arguments: String..., in folder: String?, input: [UInt8] = []) async throws -> GitOutput {
        let output = try await publishing.context.git.run(GitCommand(arguments, input: input, folder: folder))
        guard output.status == 0 else {
            throw GitError(
                command: arguments, reason: .failed(status: output.status, standardError: output.standardError))
        }
        return output
    }
}
