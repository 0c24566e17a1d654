internal import Context
internal import Newsletter
internal import Publish
internal import Store
internal import Synchronization
internal import Text

/// Keeps the journal of an issue in the store and, if there is a remote repository, on it.
///
/// The copy in the store is written first: if this machine stops before the other one is, the step counts as started, which
/// only means that its target is asked again.
final class JournalStore: Sendable {
    private let publishing: Publishing
    private let remote: RemoteJournal?
    private let state = Mutex(State())

    private struct State: Sendable {
        /// The last commit on the remote that this publisher knows.
        var known: String?
        /// Whether the remote's copy is older than the store's.
        var isBehind = false
    }

    init(_ publishing: Publishing, remote: RemoteJournal?) {
        self.publishing = publishing
        self.remote = remote
    }

    var keeper: JournalKeeper { JournalKeeper { try await self.write($0) } }

    /// The newest copy of the journal of a plan; nil if there is none.
    ///
    /// - Throws: ``StoreError``; ``GitError`` if the remote can't be asked; a ``Diagnostic`` for a damaged journal.
    func read(_ key: String, holder: PublishJournal.Holder) async throws -> PublishJournal? {
        let own = try await stored(key)
        guard let version = try await remote?.read() else { return own }
        state.withLock { $0.known = version.commit }
        guard version.journal.key == key else {
            throw Diagnostic(
                "the remote's journal of this issue belongs to another publication",
                remedy: "Set 'publish.remote' to the repository of this one")
        }
        // This clone may have been stopped between its two copies.
        if let own, own.holder == version.journal.holder, version.journal.isOlder(than: own) {
            state.withLock { $0.isBehind = own.holder == holder }
            return own
        }
        var journal = version.journal
        guard journal != own else { return journal }
        // What this clone has tried to write since it lost the plan counts, so that it can write again later.
        journal.revision = max(own?.revision ?? 0, journal.revision)
        if own != nil, journal.resolution != nil || journal.holder != holder {
            journal.revision += 1
            _ = try await put(journal)
        }
        return journal
    }

    /// Copies a journal that ``read(_:holder:)`` has returned to the remote, if an earlier run was stopped before it did that.
    /// The next ``write(_:)`` does the same, but after the last step there is none.
    func completeCopy(of journal: PublishJournal) async throws {
        if state.withLock(\.isBehind) { try await writeRemote(journal) }
    }

    /// - Throws: a ``Diagnostic`` if another publisher has written a newer one.
    func write(_ journal: PublishJournal) async throws {
        // What a server or a program said may contain what it was sent.
        let bytes = publishing.context.redactor.redacted(try journal.bytes)
        let journal = try PublishJournal(bytes, place: "the journal")
        let text = String(decoding: bytes, as: UTF8.self)
        guard try await put(journal, text) else {
            throw Diagnostic(
                "another 'sennight publish' has changed the plan of issue \(journal.issue) meanwhile",
                remedy: "See 'sennight publish status'")
        }
        try await writeRemote(journal)
    }

    private func writeRemote(_ journal: PublishJournal) async throws {
        guard let remote else { return }
        let before = state.withLock(\.known)
        do {
            let commit = try await remote.write(journal, after: before)
            state.withLock { state in
                state.known = commit
                state.isBehind = false
            }
        } catch let other as OtherPublisher {
            throw Self.fault(other.journal)
        }
    }

    /// The sentence for a person who isn't the one that publishes an issue.
    static func fault(_ journal: PublishJournal) -> Diagnostic {
        let since = Timestamp.text(journal.created)
        return Diagnostic(
            "issue \(journal.issue) is being published by \(journal.holder.description), since \(since)",
            remedy: "Ask them, or continue their plan here with 'sennight publish \(journal.issue) --take-over --yes'")
    }

    /// - Returns: false if a newer one is stored.
    private func put(_ journal: PublishJournal, _ text: String? = nil) async throws -> Bool {
        let text = try text ?? String(decoding: journal.bytes, as: UTF8.self)
        return try await publishing.subscribers().withStore(.writing) { store in
            try await store.putPublishJournal(
                journal.key, issue: journal.issue, revision: journal.revision, journal: text)
        }
    }

    private func stored(_ key: String) async throws -> PublishJournal? {
        let subscribers = try publishing.subscribers()
        let text = try await subscribers.withStore(.reading) { try await $0.publishJournal(key) }
        return try text.map { try PublishJournal(Array($0.utf8), place: subscribers.path) }
    }
}
