package import Context
internal import Repository

/// What sources may do beyond computing, for one publication.
package struct SourceAccess: Sendable {
    private let context: Context
    package var http: HTTP
    /// The folder that paths in the settings begin from, with a slash at its end; empty for this process's folder.
    private let folder: String
    /// The publication's folder.
    private let root: String
    /// Receives what is wrong with a secret, with the secret's name where it isn't one itself.
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

    /// Seconds since 1970.
    package var now: Int { context.clock.seconds }

    /// A token or key by the name that the settings give it; nil where nobody has set it.
    package func secret(_ name: String) -> String? {
        do throws(FileError) {
            return try context.secrets.named(name)
        } catch {
            report(SourceRequest.variableName(name) ?? "a secret", error)
            return nil
        }
    }

    /// Runs git on a repository, by its path from the settings, and returns what it prints.
    package func git(_ repository: String, _ arguments: [String]) async throws(CommandError) -> [UInt8] {
        let repository = NamedRepository(path(repository), publication: root, files: context.files, git: context.git)
        do throws(GitError) {
            return try await repository.output(arguments)
        } catch {
            throw CommandError(error.summary)
        }
    }

    /// A file, by its path from the settings.
    package func file(_ path: String) throws(FileError) -> [UInt8] { try context.files.read(self.path(path)) }

    /// As ``Signer/sign``.
    package func sign(_ message: [UInt8], _ key: String) throws(CommandError) -> [UInt8] {
        try context.signer.sign(message, key)
    }

    /// Waits between two requests, where a service asks for that.
    package func pause(_ length: Duration) async { await context.clock.sleep(length) }

    private func path(_ path: String) -> String { path.hasPrefix("/") ? path : folder + path }
}
