internal import Context
internal import Draft
internal import Newsletter
internal import Publish
internal import Settings
internal import Text

/// Where the plan of one issue is kept, and who this publisher is.
struct PlanRecord: Sendable {
    let store: JournalStore
    let holder: PublishJournal.Holder
    /// Identifies the publication and the issue; the same on every machine.
    let key: String
    private let publishing: Publishing

    /// Names a publisher that isn't one clone on one machine, such as a workflow that runs on a new machine each time.
    private static let publisherVariable = "SENNIGHT_PUBLISHER"

    /// - Throws: ``GitError``; ``InvalidSettings``; a ``Diagnostic`` if the remote isn't clear.
    init(_ publishing: Publishing, issue: Int) async throws {
        let session = try publishing.session()
        let place = try await PlanPlace(publishing, session)
        key =
            Fingerprint(
                .text(publishing.isRehearsal ? "rehearse" : "publish"), .text(session.publication.address),
                .number(issue)
            ).description
        store = JournalStore(publishing, remote: place.remote(of: "\(issue)"))
        let root = session.files.realPath(session.location.root) ?? session.location.root
        let user = await place.clone?.user()
        let named = publishing.context.environment.variable(Self.publisherVariable)
        holder = PublishJournal.Holder(
            name: user ?? publishing.context.environment.variable("USER") ?? "an unknown user",
            host: publishing.host,
            clone: named ?? Fingerprint(.text(publishing.host), .text(root)).description)
        self.publishing = publishing
    }

    /// - Throws: a ``Diagnostic`` if another process publishes from this clone.
    func lock() throws -> HeldLock { try Self.lock(publishing) }

    /// How long to wait for another run, in milliseconds: programs that a killed one has started may still be ending.
    private static let patience = 10_000

    static func lock(_ publishing: Publishing) throws -> HeldLock {
        do throws(any Error) {
            return try publishing.context.locks.take(publishing.folder, Self.patience)
        } catch is FolderBusy {
            throw Diagnostic(
                "another 'sennight publish' is running in this clone", remedy: "Wait until it is done",
                file: publishing.folder)
        }
    }

    /// The journal as it is in the store and on the remote; nil if there is none. One that another publisher has ended
    /// is stored here, too.
    func journal() async throws -> PublishJournal? { try await store.read(key, holder: holder) }
}

/// The clone and the remote of a publication.
struct PlanPlace {
    let clone: PublicationClone?
    /// The remote that the settings or the branch name; nil if there is none.
    let remote: String?

    /// - Throws: ``GitError``; a ``Diagnostic`` if git would work on another repository, or the remote isn't clear.
    init(_ publishing: Publishing, _ session: DraftSession) async throws {
        for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"] {
            guard publishing.context.environment.variable(name) == nil else {
                throw Diagnostic(
                    "\(name) is set, so git would work on another repository", remedy: "Unset it, and try again")
            }
        }
        clone = try await PublicationClone(session.location.root, git: publishing.context.git)
        let named = publishing.isRehearsal ? nil : session.publication.publishing.remote
        remote = try await clone?.remote(named)
        if let clone, remote == nil, try await clone.hasRemotes() {
            throw Diagnostic(
                "the repository has several remotes, and none is the branch's own",
                remedy: "Write 'publish: { remote: NAME }' in the settings", file: session.location.settings)
        }
    }

    func remote(of name: String) -> RemoteJournal? {
        remote.flatMap { remote in clone.map { RemoteJournal($0.repository, remote: remote, name: name) } }
    }

    /// The newest journal on the remote whose plan is open; nil if there is none.
    func openJournal() async throws -> PublishJournal? {
        guard let clone, let remote else { return nil }
        for name in try await RemoteJournal.names(clone.repository, remote: remote) {
            let journal = try await self.remote(of: name)?.read()?.journal
            // Older ones were ended by whoever made them.
            return journal?.resolution == nil ? journal : nil
        }
        return nil
    }
}
