package import Context
internal import Foundation
package import Newsletter
internal import Repository
package import Settings

/// Sets up a clone so that git merges issues entry by entry, with an attribute in the repository and a driver in the
/// clone's settings.
package struct GitSetup {
    private let context: Context
    private let location: PublicationLocation
    private var files: Files { context.files }
    private var git: Git { context.git }

    package init(_ location: PublicationLocation, context: Context) {
        self.location = location
        self.context = context
    }

    package struct Outcome: Sendable {
        /// The file with the attributes.
        package internal(set) var attributes: String
        /// Whether the file already had the attributes.
        package internal(set) var isUnchanged: Bool
        /// Whether git ignores `.gitattributes` here, so that the attributes are only set in this clone.
        package internal(set) var isOfThisClone = false
        /// The root of the repository that the folder was already in, so that no new repository was made.
        package internal(set) var enclosing: String?
        package internal(set) var warnings: [Diagnostic] = []
    }

    /// The file to commit, so that every clone merges in the same way.
    package static var attributes: String { IgnoredFiles.attributes }

    /// - Throws: a ``Diagnostic`` outside a repository, in which case nothing is written; ``InvalidSettings``,
    ///   ``FileError``.
    package func install() async throws -> Outcome {
        let folders = try location.open(files).publication.folders
        let lines = [folders.issues, folders.drafts].flatMap { folder in
            ["md", "markdown"].map { "\(folder)/*.\($0) merge=sennight" }
        }
        // git first: outside a repository, nothing must be written.
        try await configure("merge.sennight.name", "Sennight: entries merge, lines do not")
        try await configure("merge.sennight.driver", Self.driver(context))
        // Each line of these files is independent, so a merge simply keeps the lines of both sides.
        let union = ["decisions/*.jsonl", "intake/*.jsonl", "candidates/**/*.jsonl", "corrections/**/*.jsonl"]
        let ignored = IgnoredFiles(location: location, git: git)
        let all = lines + union.map { "\($0) merge=union" }
        var outcome: Outcome
        if await ignored.isIgnored(IgnoredFiles.attributes) {
            outcome = try await addOwnLines(all)
        } else {
            outcome = try addLines(all, to: location.path(IgnoredFiles.attributes))
        }
        outcome.warnings = await ignored.warnings(files)
        return outcome
    }

    /// Makes the publication a git repository first, unless it is in one already, which the outcome names.
    package func installInNewRepository() async throws -> Outcome {
        let folder = location.root
        var enclosing: String?
        let known = try await git.run(GitCommand(["rev-parse", "--git-dir"], folder: folder))
        // Any other reason, such as an enclosing repository of another user, is for a person to look at.
        if known.status != 0, !known.standardError.contains("not a git repository") {
            throw GitError(
                command: ["rev-parse"], reason: .failed(status: known.status, standardError: known.standardError))
        }
        if known.status != 0 {
            let made = try await git.run(GitCommand(["init", "--quiet"], folder: folder))
            guard made.status == 0 else {
                throw Diagnostic(
                    "git couldn't make a repository: \(made.standardError)",
                    remedy: "Run 'git init' in this folder by hand to see why",
                    file: folder
                )
            }
        }
        if known.status == 0 {
            let (repository, prefix) = try await GitRepository.containing(folder, git: git)
            if !prefix.isEmpty { enclosing = repository.root }
        }
        var outcome = try await install()
        outcome.enclosing = enclosing
        return outcome
    }

    /// Adds the lines to the clone's own attributes file (gitattributes(5)), with paths from the repository's root,
    /// because `.gitattributes` would never be committed.
    private func addOwnLines(_ lines: [String]) async throws -> Outcome {
        let (repository, prefix) = try await GitRepository.containing(location.root, git: git)
        let path = try await git.run(
            GitCommand(["rev-parse", "--git-path", "info/attributes"], folder: repository.root)
        ).line
        var outcome = try addLines(
            lines.map { prefix + $0 }, to: path.hasPrefix("/") ? path : "\(repository.root)/\(path)")
        outcome.isOfThisClone = true
        return outcome
    }

    private func addLines(_ lines: [String], to path: String) throws -> Outcome {
        files.removeTemporaries(path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ".")
        let old = files.status(path) == nil ? "" : String(decoding: try files.read(path), as: UTF8.self)
        let known = Set(old.split(whereSeparator: \.isNewline).map(String.init))
        let missing = lines.filter { !known.contains($0) }
        guard !missing.isEmpty else { return Outcome(attributes: path, isUnchanged: true) }
        let start = old.isEmpty || old.hasSuffix("\n") ? old : old + "\n"
        try files.write(path, Array((start + missing.joined(separator: "\n") + "\n").utf8))
        return Outcome(attributes: path, isUnchanged: false)
    }

    private func configure(_ key: String, _ value: String) async throws {
        let output = try await git.run(GitCommand(["config", key, value], folder: location.root))
        guard output.status == 0 else {
            throw Diagnostic(
                "git refused the setting '\(key)'", remedy: "Run the command in a git repository", file: location.root)
        }
    }

    /// The command line of the merge driver, for git's shell: the program by name if it is on the path, else by its full
    /// path.
    static func driver(_ context: Context) -> String {
        let name = context.environment.program
        let program =
            name.contains("/")
            ? "'" + URL(filePath: name).standardizedFileURL.path.replacingOccurrences(of: "'", with: "'\\''") + "'"
            : name
        return "\(program) merge --driver %O %A %B %P"
    }
}
