import Context
import Signing
import Store
import StoreSQLite
import TestKit
import Testing

/// The backends that every test of the store runs with. Another one joins by a line in `all`.
struct StoreBackends: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let open: @Sendable (_ folder: ScratchFolder, _ now: Int) async throws -> any StoreBackend

    static let all = [
        StoreBackends(testDescription: "SQLite in a file") { folder, now in
            try await SQLiteStore.open(folder.path("store.sqlite"), now: now)
        },
        StoreBackends(testDescription: "SQLite without a file") { _, now in try await SQLiteStore.temporary(now: now) },
    ]

    /// An empty store and the folder it may use, at noon on 1 July 2026.
    func make() async throws -> TestStore {
        let folder = try ScratchFolder()
        return TestStore(folder: folder, backend: try await open(folder, TestStore.start))
    }
}

/// A store with a clock that a test sets.
struct TestStore {
    static let start = 1_782_907_200
    static let day = 86_400

    let folder: ScratchFolder
    let backend: any StoreBackend
    var now = Self.start

    func change<Result: Sendable>(
        ending: TransactionEnding = .commit, _ work: @Sendable (inout Subscribers) throws -> Result
    ) async throws -> Result {
        try await backend.changeSubscribers(.live, now: now, ending: ending, work)
    }

    func read<Result: Sendable>(_ work: @Sendable (Subscribers) throws -> Result) async throws -> Result {
        try await backend.readSubscribers(.live, now: now, work)
    }
}
