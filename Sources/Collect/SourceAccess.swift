package import Context
internal import Repository

/// The access of sources to the web, secrets, git and files, for one publication.
package struct SourceAccess: Sendable {
    private let context: Context
    package var http: HTTP
    /// The folder to which paths in the settings are relative, with a trailing slash; empty for this process's folder.
    private let folder: String
    /// The publication's folder.
    private let root: String
    /// Receives the error if a secret can't be read, with the name of the secret.
    private let report: @Sendable (_ secret: String, _ fault: FileError) -> Void

    /// - Parameter settings: the path of the settings' file.
    package init(
        _ context: Context, http: HTTP, settings: String = "sennight.yaml", root: String = ".",
        report: @escaping @Sendable (_ secret: String, _ fault: FileError) -> Void = { _, _ in }
    ) {
        self.context = context
        self.http = http
        folder = settings.lastIndex(of: "/").map { String(settings[...$0]) } ?? ""
        self.root = root
        self.report = report
    }

    /// The current time, in seconds since 1970.
    package var now: Int { context.clock.seconds }

    /// The token or key with the name in the settings; nil if it isn't set.
    package func secret(_ name: String) -> String? {
        do throws(FileError) {
            return try context.secrets.named(name)
        } catch {
            report(SourceRequest.variableName(name) ?? "a secret", error)
            return nil
        }
    }

    /// Runs git on a repository, given by its path from the settings, and returns git's output.
    package func git(_ repository: String, _ arguments: [String]) async throws(CommandError) -> [UInt8] {
        let repository = NamedRepository(path(repository), publication: root, files: context.files, git: context.git)
        do throws(GitError) {
            return try await repository.output(arguments)
        } catch {
            throw CommandError(error.summary)
        }
    }

    /// The content of a file, given by its path from the settings.
    package func file(_ path: String) throws(FileError) -> [UInt8] { try context.files.read(self.path(path)) }

    /// Signs a message, as ``Signer/sign`` does.
    package func sign(_ message: [UInt8], _ key: String) throws(CommandError) -> [UInt8] {
        try context.signer.sign(message, key)
    }

    /// Waits between two requests, for services that require a pause.
    package func pause(_ length: Duration) async { await context.clock.sleep(length) }

    private func path(_ path: String) -> String { path.hasPrefix("/") ? path : folder + path }
}
