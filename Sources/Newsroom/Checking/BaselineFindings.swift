internal import Check
internal import Context
internal import Markdown
internal import Newsletter
internal import Repository

/// Determines which findings in files are new since a revision.
struct BaselineFindings {
    private let git: Git
    private let name: String
    private let checks: CheckSession
    /// The place of each folder in its repository, by the folder's path.
    private var places: [String: Place] = [:]
    /// The state of each repository, by its root.
    private var states: [String: State] = [:]

    private struct Place {
        var repository: GitRepository
        /// The folder's path from the repository's root, with a trailing slash.
        var prefix: String
    }

    private struct State {
        /// The commit's files by their paths.
        var files: [String: GitFile]
        /// The files of the work tree that differ from those of the commit.
        var changed: Set<String>
    }

    init(_ name: String, git: Git, checks: CheckSession) {
        self.name = name
        self.git = git
        self.checks = checks
    }

    /// The findings in a file that the revision doesn't have.
    ///
    /// If the revision doesn't have the file, or the file wasn't an issue in it, the whole file is new.
    ///
    /// - Throws: ``GitError``; a ``Diagnostic`` if the revision doesn't exist.
    mutating func findings(of judged: CheckSession.Judged) async throws -> [Finding] {
        switch try await old(judged.file) {
        case .same: return []
        case .absent: return judged.findings
        case .bytes(let bytes):
            // A file that wasn't an issue has no findings to compare with.
            guard let old = try? checks.judge(bytes, file: judged.file) else { return judged.findings }
            return FindingDiff(
                judged.findings, in: judged.source, with: old.findings, in: old.source
            ).new
        }
    }

    /// The lines, counted from 1, that the revision doesn't have in this file.
    ///
    /// - Throws: the errors of ``findings(of:)``.
    mutating func newLines(of judged: CheckSession.Judged) async throws -> Set<Int> {
        let text = judged.source
        let lines = Set(1...max(text.lineStarts.count, 1))
        switch try await old(judged.file) {
        case .same: return []
        case .absent: return lines
        case .bytes(let bytes):
            let source = SourceText(bytes)
            let known = Set(source.lineStarts.indices.map { source.trimmedLine($0 + 1) })
            return lines.filter { !known.contains(text.trimmedLine($0)) }
        }
    }

    private enum Old {
        case same, absent
        case bytes([UInt8])
    }

    private mutating func old(_ path: String) async throws -> Old {
        let slash = path.lastIndex(of: "/")
        let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        let place = try await place(folder)
        let state = try await state(place.repository)
        let file = place.prefix + (slash.map { String(path[path.index(after: $0)...]) } ?? path)
        guard let old = state.files[file], old.isText else { return .absent }
        guard state.changed.contains(file) else { return .same }
        return .bytes(try await place.repository.bytes(of: old))
    }

    private mutating func place(_ folder: String) async throws -> Place {
        if let known = places[folder] { return known }
        let (repository, prefix) = try await GitRepository.containing(folder, git: git)
        let place = Place(repository: repository, prefix: prefix)
        places[folder] = place
        return place
    }

    private mutating func state(_ repository: GitRepository) async throws -> State {
        if let known = states[repository.root] { return known }
        guard let commit = try await repository.commit(expression: name) else {
            throw Diagnostic("unknown revision '\(name)'", remedy: "Name a commit, a branch or a tag")
        }
        // If the branch has moved on since, its newer changes don't count.
        let start = try await repository.commit("HEAD")
        let base = if let start { try await repository.mergeBase(commit, start) } else { String?.none }
        let state = State(
            files: try await repository.files(in: base ?? commit),
            changed: try await repository.changedFiles(since: base ?? commit))
        states[repository.root] = state
        return state
    }
}
