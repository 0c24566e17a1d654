package import Context
internal import Newsletter
internal import Settings
package import Store

/// What every use case that works on subscribers needs: the publication and its store.
package struct SubscriberSession: Sendable {
    package let session: DraftSession
    package let cryptography: Cryptography
    private let access: StoreAccess

    package init(_ session: DraftSession, _ access: StoreAccess, _ cryptography: Cryptography) {
        self.session = session
        self.access = access
        self.cryptography = cryptography
    }

    /// In seconds since 1970.
    package var now: Int { session.now }

    /// The store's path, as the user would write it.
    package var path: String {
        guard let store = session.publication.store else { return "\(session.location.state)/store.sqlite" }
        return store.hasPrefix("/") ? store : session.location.path(store)
    }

    package enum Use: Sendable {
        /// If there is no store, an empty one is used, and no file is created.
        case reading
        case writing
    }

    /// Opens the store, does some work with it and closes it.
    ///
    /// - Throws: ``StoreError``; the errors of the work.
    package func withStore<Result>(_ use: Use, _ work: (any StoreBackend) async throws -> Result) async throws -> Result
    {
        let isNew = session.files.status(path) == nil
        let store = use == .reading && isNew ? try await access.temporary(now) : try await opened()
        do {
            if isNew, use == .writing, let warning = await exposure() { session.notify(.fault(warning)) }
            let result = try await work(store)
            await store.close()
            return result
        } catch var error as StoreError {
            await store.close()
            // The error of a backup names the backup.
            if error.location == store.location { error.location = path }
            throw error
        } catch {
            await store.close()
            throw error
        }
    }

    /// Opens the store, which is created if there is none; the caller closes it.
    func opened() async throws -> any StoreBackend {
        if session.publication.store == nil { try StateFolder.hideFromGit(session.location, session.files) }
        let slash = path.lastIndex(of: "/")
        let folder = slash.map { String(path[..<$0]) } ?? "."
        // SQLite resolves relative paths by the process's folder.
        guard let real = session.files.realPath(folder.isEmpty ? "/" : folder) else {
            throw StoreError(.notOpened, location: path)
        }
        let name = slash.map { path[path.index(after: $0)...] } ?? path[...]
        do {
            return try await access.open("\(real)/\(name)", now)
        } catch var error as StoreError {
            error.location = path
            throw error
        }
    }

    /// A warning if git would commit the store.
    private func exposure() async -> Diagnostic? {
        guard let store = session.publication.store, !store.hasPrefix("/") else { return nil }
        return await IgnoredFiles(location: session.location, git: session.context.git).exposure(of: store)
    }
}
