internal import Context
internal import Draft
internal import Newsletter
internal import Repository
internal import Settings

/// The data that intake works on: the publication's repository, its working draft, and the records of earlier runs.
struct IntakePlace: Sendable {
    let session: DraftSession
    let repository: GitRepository
    let folders: DraftFolders
    /// The working draft's path, from the current folder.
    let draftFile: String
    /// The commit that is checked out.
    let main: String

    var context: Context { session.context }
    var publication: Publication { session.publication }
    var location: PublicationLocation { session.location }

    /// - Parameter draft: the working draft; by default the newest one.
    init(_ session: DraftSession, draft: String?) async throws {
        self.session = session
        let (context, location, folders) = (session.context, session.location, session.publication.folders)
        let working = try session.draft(named: draft)
        draftFile = working.path
        let (repository, root) = try await GitRepository.containing(location.root, git: context.git)
        let path = try await Self.path(of: draftFile, in: repository)
        self.repository = repository
        self.folders = DraftFolders(draft: path, drafts: root + folders.drafts, issues: root + folders.issues)
        guard let main = try await repository.commit("HEAD") else {
            throw Diagnostic("this repository has no commit yet", remedy: "Commit the draft first", file: location.root)
        }
        self.main = main
    }

    /// - Throws: a ``Diagnostic`` if main has commits that aren't checked out, because their changes to the draft would
    ///   be reverted.
    func checkIsCurrent(with other: String) async throws {
        let missing = try await repository.commits(of: other, notIn: main).count
        guard missing > 0 else { return }
        throw Diagnostic(
            "main has \(missing) commit\(missing == 1 ? "" : "s") that the checked-out branch doesn't have",
            remedy: "Run 'git pull' first", file: location.root)
    }

    var reader: PullRequestReader { PullRequestReader(repository: repository, folders: folders, main: main) }

    func draft() throws -> [UInt8] {
        let bytes = try context.files.read(draftFile)
        let version = MergeGuard.Version(name: draftFile, bytes: bytes)
        try MergeGuard.check(base: version, main: version, branch: version)
        return bytes
    }

    func memory(of draft: [UInt8]) throws -> IntakeFolder {
        try IntakeFolder(
            files: context.files, folder: location.path("intake"), oldFolder: "\(location.state)/intake", draft: draft)
    }

    /// The files that a commit of the draft contains: the draft, and the intake record if it is in the repository and
    /// not ignored.
    func committedFiles(draft: [UInt8], memory: IntakeFolder) async throws -> [GitFile] {
        let trees = GitTrees(repository)
        let mode = try await repository.file(folders.draft, in: main)?.mode
        var files = [try await trees.store(draft, path: folders.draft, mode: mode ?? "100644")]
        guard context.files.status(memory.path) != nil,
            let path = try await pathIfInside(memory.path),
            try await repository.answer(["check-ignore", "--quiet", "--", path]).status != 0
        else { return files }
        files.append(try await trees.store(try context.files.read(memory.path), path: path))
        return files
    }

    /// The path from the repository's root; nil for a file in another repository, or in none.
    private func pathIfInside(_ file: String) async throws -> String? {
        do {
            return try await Self.path(of: file, in: repository)
        } catch is Diagnostic {
            return nil
        } catch let error as GitError {
            guard case .failed = error.reason else { throw error }
            return nil
        }
    }

    /// A file's path from the repository's root.
    private static func path(of file: String, in repository: GitRepository) async throws -> String {
        let slash = file.lastIndex(of: "/")
        let folder = slash.map { $0 == file.startIndex ? "/" : String(file[..<$0]) } ?? "."
        let name = slash.map { String(file[file.index(after: $0)...]) } ?? file
        let (other, prefix) = try await GitRepository.containing(folder, git: repository.git)
        guard other.root == repository.root else {
            throw Diagnostic(
                "this file is not in the publication's repository", remedy: "Choose a draft in \(repository.root)",
                file: file)
        }
        return prefix + name
    }
}
