internal import Context
internal import Foundation
internal import Newsletter
internal import Repository
internal import Settings
internal import Text

/// Makes a clone merge issues by entries: the attribute goes into the repository, the driver into the clone's settings.
struct GitSetup {
    let files: Files
    let git: Git
    let location: PublicationLocation

    func run() async throws {
        let publication = try location.publication(files)
        let folders = publication.folders
        let lines = [folders.issues, folders.drafts].flatMap { folder in
            ["md", "markdown"].map { "\(folder)/*.\($0) merge=sennight" }
        }
        // git first: outside a repository nothing is to be written.
        try await configure("merge.sennight.name", "Sennight: entries merge, lines do not")
        try await configure("merge.sennight.driver", "\(Self.program) merge --driver %O %A %B %P")
        // Each of these files' lines stands for itself, so those of both sides are simply kept.
        let union = ["decisions/*.jsonl", "intake/*.jsonl", "candidates/**/*.jsonl"]
        let ignored = IgnoredFiles(location: location, git: git)
        let all = lines + union.map { "\($0) merge=union" }
        if await ignored.isIgnored(IgnoredFiles.attributes) {
            try await addOwnLines(all)
        } else {
            try addLines(all, to: location.path(IgnoredFiles.attributes))
        }
        for warning in await ignored.warnings(files) { Terminal.say("\(warning)") }
    }

    /// Where `.gitattributes` would never be committed, the clone's own file has them (gitattributes(5)), with paths from
    /// the repository's root.
    private func addOwnLines(_ lines: [String]) async throws {
        let (repository, prefix) = try await GitRepository.containing(location.root, git: git)
        let path = try await git.run(
            GitCommand(["rev-parse", "--git-path", "info/attributes"], folder: repository.root)
        ).line
        try addLines(
            lines.map { prefix + $0 }, to: path.hasPrefix("/") ? path : "\(repository.root)/\(path)")
        Terminal.say(
            "git ignores \(IgnoredFiles.attributes) here, so the lines are in this clone alone: run this in every clone, or "
                + "write '!/\(IgnoredFiles.attributes)' at the end of .gitignore and run it once more.")
    }

    private func addLines(_ lines: [String], to path: String) throws {
        files.removeTemporaries(path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ".")
        let old = files.status(path) == nil ? "" : String(decoding: try files.read(path), as: UTF8.self)
        let known = Set(old.split(whereSeparator: \.isNewline).map(String.init))
        let missing = lines.filter { !known.contains($0) }
        guard !missing.isEmpty else { return Terminal.say("\(path) has its lines already.") }
        let start = old.isEmpty || old.hasSuffix("\n") ? old : old + "\n"
        try files.write(path, Array((start + missing.joined(separator: "\n") + "\n").utf8))
        Terminal.print("\(path)")
    }

    private func configure(_ key: String, _ value: String) async throws {
        let output = try await git.run(GitCommand(["config", key, value], folder: location.root))
        guard output.status == 0 else {
            throw Diagnostic(
                "git did not take the setting '\(key)'", remedy: "Run this in a git repository", file: location.root)
        }
    }

    /// As git's shell finds it: by name where it is on the path, else by its place.
    private static var program: String {
        let name = CommandLine.arguments[0]
        guard name.contains("/") else { return name }
        let path = URL(filePath: name).standardizedFileURL.path
        return "'" + path.replacingOccurrences(of: "'", with: "'\\''") + "'"
    }
}
