internal import Text

/// The outside world as values: everything that a stage or a use case may do besides computing.
///
/// Effects that aren't provided fail, so that a test or a command only reaches what it has been given.
package struct Context: Sendable {
    package var files: Files
    package var clock: Clock
    /// Creates the HTTP client for a publication. Throws if an environment variable about the web has an invalid value.
    package var http: @Sendable (_ settings: HTTPSettings) throws -> HTTP
    package var git: Git
    /// Other programs that a publication uses.
    package var programs: Programs
    package var secrets: Secrets
    package var signer: Signer
    /// Creates the publisher for a folder.
    package var publisher: @Sendable (_ place: PublishingPlace) -> Publisher
    package var locks: FolderLocks
    /// Yields after every change to one of these files, or to a file in one of these folders; several changes between
    /// two reads count as one.
    ///
    /// The paths are queried again after each change; files that don't exist yet are noticed when they are created.
    package var changes: @Sendable (_ paths: @escaping @Sendable () -> [String]) -> AsyncStream<Void>
    package var environment: ProcessEnvironment
    /// Masks secrets in what is printed, and in what is written for others to read.
    package var redactor: Redactor

    package init(
        files: Files, clock: Clock,
        http: @escaping @Sendable (_ settings: HTTPSettings) throws -> HTTP = { _ in .none },
        git: Git = .none, programs: Programs = .none, secrets: Secrets = .none, signer: Signer = .none,
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
        self.programs = programs
        self.secrets = secrets
        self.signer = signer
        self.publisher = publisher
        self.locks = locks
        self.changes = changes
        self.environment = environment
        self.redactor = redactor
    }
}
