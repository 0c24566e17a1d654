internal import Context
internal import Newsletter
internal import Repository

/// The earlier version of an issue, which git has.
enum EarlierVersion {
    enum Outcome {
        case bytes([UInt8])
        /// Why there is none.
        case unknown(Diagnostic)
    }

    /// - Parameters:
    ///   - path: the file as it can be opened.
    ///   - revision: a commit, a branch or a tag.
    /// - Throws: a ``Diagnostic`` if the revision doesn't exist; ``GitError``.
    static func read(_ path: String, in revision: String, git: Git) async throws -> Outcome {
        let slash = path.lastIndex(of: "/")
        let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
        let (repository, prefix): (GitRepository, String)
        do throws(GitError) {
            (repository, prefix) = try await GitRepository.containing(folder, git: git)
        } catch {
            return .unknown(
                Diagnostic(
                    "without git, the earlier version of this issue isn't known",
                    remedy: "Pass --force to record the correction without a list of changes", file: path))
        }
        guard let commit = try await repository.commit(expression: revision) else {
            guard revision != "HEAD" else { return .unknown(absent(path)) }
            throw Diagnostic("unknown revision '\(revision)'", remedy: "Name a commit, a branch or a tag")
        }
        guard let file = try await repository.file(prefix + name, in: commit), file.isText else {
            return .unknown(absent(path))
        }
        return .bytes(try await repository.bytes(of: file))
    }

    private static func absent(_ path: String) -> Diagnostic {
        Diagnostic(
            "git has no earlier version of this issue",
            remedy:
                "If it is published, pass --force to record the correction without a list of changes", file: path)
    }
}
