internal import GRDB
internal import Store

extension SQLiteStore {
    /// Opens a database, creates the file if there is none, and applies the missing migrations.
    ///
    /// - Parameter now: in seconds since 1970.
    /// - Throws: ``StoreError``.
    package static func open(_ path: String, now: Int) async throws -> SQLiteStore {
        try await open(path, now: now, Options())
    }

    /// An empty store that exists as long as the value; it is kept in a file only if it becomes large.
    package static func temporary(now: Int) async throws -> SQLiteStore {
        // A database without a name (sqlite.org/inmemorydb.html, "temporary databases").
        try await open("", now: now, Options())
    }

    struct Options: Sendable {
        /// How long to wait for other programs, in seconds.
        var patience = 10.0
        /// The size that the database can't exceed, in pages; nil for no limit.
        var largestSize: Int?
    }

    static func open(_ path: String, now: Int, _ options: Options) async throws -> SQLiteStore {
        let location = path.isEmpty ? "temporary store" : path
        if !path.isEmpty, !SQLiteFile.create(path) { throw StoreError(.notOpened, location: location) }
        return try await SQLiteFault.named(location) { () async throws -> SQLiteStore in
            let store = SQLiteStore(
                location: location, queue: try DatabaseQueue(path: path, configuration: configuration(options)))
            let isCurrent = try await store.queue.read { database in try Self.isCurrent(database) }
            if !path.isEmpty {
                try await store.queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
            }
            if !isCurrent { try await store.write { try Migrations.apply($0, now: now) } }
            return store
        }
    }

    private static func configuration(_ options: Options) -> Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(options.patience)
        configuration.foreignKeysEnabled = true
        configuration.label = "sennight.store"
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA synchronous = FULL")
            // In KiB: enough for the indexes of large imports.
            try database.execute(sql: "PRAGMA cache_size = -16384")
            if let pages = options.largestSize { try database.execute(sql: "PRAGMA max_page_count = \(pages)") }
        }
        return configuration
    }

    /// Whether a database needs no migration. Nothing is written to one that isn't a store, or is a newer one.
    private static func isCurrent(_ database: Database) throws -> Bool {
        let tables = try String.fetchAll(database, sql: "SELECT name FROM sqlite_master WHERE type = 'table'")
        guard !tables.isEmpty else { return false }
        guard tables.contains("migrations") else { throw StoreError(.foreign) }
        let applied = try Migrations.applied(SQLiteConnection(database: database))
        guard applied <= Migrations.newest else {
            throw StoreError(.newer(migration: applied, known: Migrations.newest))
        }
        return applied == Migrations.newest
    }
}
