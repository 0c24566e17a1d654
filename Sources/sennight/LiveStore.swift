internal import Store
internal import StoreSQLite

/// Chooses the kind of store; nothing else in the command line knows it.
enum LiveStore {
    static let access = StoreAccess(
        open: { path, now in try await SQLiteStore.open(path, now: now) },
        temporary: { now in try await SQLiteStore.temporary(now: now) })
}
