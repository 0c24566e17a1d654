internal import Text

/// The outside world as values: what a stage or a use case may do beyond computing is here and nowhere else.
///
/// Whatever isn't given refuses to work, so that a test, or a command, reaches only what it has been handed.
package struct Context: Sendable {
    package var files: Files
    package var clock: Clock
    /// Makes the client for a publication's requests. Throws where the environment says something impossible about the web.
    package var http: @Sendable (_ settings: HTTPSettings) throws -> HTTP
    package var git: Git
    package var secrets: Secrets
    package var signer: Signer
    /// Makes what publishes into a folder.
    package var publisher: @Sendable (_ place: PublishingPlace) -> Publisher
    package var locks: FolderLocks
    /// Yields after every change below some folders, or to some files; changes that come while nobody listens are one.
    ///
    /// The paths are asked for anew after each change; what isn't there yet is noticed when it comes.
    package var changes: @Sendable (_ paths: @escaping @Sendable () -> [String]) -> AsyncStream<Void>
    package var environment: ProcessEnvironment
    /// Masks secrets in what is printed, and written for others to read.
    package var redactor: Redactor

    package init(
        files: Files, clock: Clock,
        http: @escaping @Sendable (_ settings: HTTPSettings) throws -> HTTP = { _ in .none },
        git: Git = .none, secrets: Secrets = .none, signer: Signer = .none,
        publisher: @escaping @Sendable (_ place: PublishingPlace) -> Publisher = Publisher.none,
        locks: FolderLocks = .none,
        changes: @escaping @Sendable (_ paths: @escaping @Sendable () -> [String]) -> AsyncStream<Void> = { _ in
            AsyncStream { $0.finish() }
        },
        environment: ProcessEnvironment = ProcessEnvironment(), redactor: Redactor = Redactor()
    ) {
        self.files = files
        self.clock = clock
        self.http = http
        self.git = git
        self.secrets = secrets
        self.signer = signer
        self.publisher = publisher
        self.locks = locks
        self.changes = changes
        self.environment = environment
        self.redactor = redactor
    }
}
