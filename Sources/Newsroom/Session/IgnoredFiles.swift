package import Context
package import Newsletter
package import Settings

/// Finds files that all editors need, but that git ignores, so that other clones don't get them.
package struct IgnoredFiles {
    let location: PublicationLocation
    let git: Git

    package init(location: PublicationLocation, git: Git) {
        self.location = location
        self.git = git
    }

    static let attributes = ".gitattributes"

    /// Warnings with their remedies; none outside a repository.
    package func warnings(_ files: Files) async -> [Diagnostic] {
        var warnings: [Diagnostic] = []
        // The files don't need to exist (git-check-ignore(1)).
        let folders = await ignored(SharedFiles.folders.map { "\($0)/0.jsonl" }).map { $0.prefix { $0 != "/" } }
        if !folders.isEmpty {
            let rules = folders.map { "'!/\($0)/'" }.joined(separator: ", ")
            warnings.append(
                Diagnostic(
                    "git ignores \(folders.joined(separator: ", ")), so one editor's decisions never reach the others",
                    remedy:
                        "Write \(rules) at the end of .gitignore, or run 'git add -f"
                        + " \(folders.joined(separator: " "))'",
                    severity: .warning))
        }
        if files.status(location.path(Self.attributes)) != nil, await isIgnored(Self.attributes) {
            warnings.append(
                Diagnostic(
                    "git ignores \(Self.attributes), so other clones merge issues line by line",
                    remedy:
                        "Write '!/\(Self.attributes)' at the end of .gitignore, or run 'git add -f \(Self.attributes)'",
                    severity: .warning))
        }
        return warnings
    }

    /// A warning if git would commit a file with personal data; nil outside a repository.
    ///
    /// - Parameter path: from the publication's root.
    func exposure(of path: String) async -> Diagnostic? {
        // Without git, nothing can be committed.
        let inside = try? await git.run(GitCommand(["rev-parse", "--is-inside-work-tree"], folder: location.root))
        guard inside?.status == 0, await !isIgnored(path) else { return nil }
        return Diagnostic(
            "git doesn't ignore the file with the subscribers, so their addresses could be committed",
            remedy: "Write '/\(path)*' at the end of .gitignore", file: location.path(path), severity: .warning)
    }

    func isIgnored(_ path: String) async -> Bool { await !ignored([path]).isEmpty }

    /// Those of some paths that git ignores. Files that git already tracks aren't ignored.
    ///
    /// - Parameter paths: paths from the publication's root.
    private func ignored(_ paths: [String]) async -> [String] {
        // Without git or a repository, nothing is shared through git.
        guard
            // As above.
            let output = try? await git.run(
                GitCommand(["check-ignore", "--"] + paths, folder: location.root)), output.status == 0
        else { return [] }
        return String(decoding: output.bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }
}
