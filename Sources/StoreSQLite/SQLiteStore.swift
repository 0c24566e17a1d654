internal import GRDB
package import Store

/// A store in one SQLite file: write-ahead log, every commit synchronised with the disk, foreign keys enforced.
///
/// One connection per process; several processes can use the file at once. Blocking calls run on the connection's own
/// queue.
package struct SQLiteStore: StoreBackend {
    package let location: String
    let queue: DatabaseQueue

    package func read<Result: Sendable>(_ work: @Sendable (any StoreConnection) throws -> Result) async throws -> Result
    {
        try await SQLiteFault.named(location) {
            try await queue.read { try work(SQLiteConnection(database: $0)) }
        }
    }

    package func write<Result: Sendable>(
        ending: TransactionEnding, _ work: @Sendable (any StoreConnection) throws -> Result
    ) async throws -> Result {
        try await SQLiteFault.named(location) {
            try await queue.writeWithoutTransaction { database in
                var result: Result?
                try database.inTransaction(.immediate) {
                    result = try work(SQLiteConnection(database: database))
                    return ending == .commit ? .commit : .rollback
                }
                guard let result else { throw StoreError(.rejected(statement: "transaction")) }
                return result
            }
        }
    }

    package func backUp(to path: String) async throws {
        try await SQLiteBackup.write(queue, location: location, to: path)
    }

    package func faults() async throws -> [String] {
        try await SQLiteFault.named(location) {
            try await queue.read { database in
                let structure = try String.fetchAll(database, sql: "PRAGMA integrity_check(10)").filter { $0 != "ok" }
                let references = try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").map { row in
                    let (table, parent): (String, String) = (row[0], row[2])
                    return "a row of \(table) refers to a row of \(parent) that doesn't exist"
                }
                return structure + references.prefix(10)
            }
        }
    }

    package func compact() async throws {
        try await SQLiteFault.named(location) {
            try await queue.writeWithoutTransaction { database in
                try database.execute(sql: "VACUUM")
                // Older pages in the log still have the rows.
                _ = try Row.fetchOne(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
            }
        }
    }

    package func close() async {
        // A database that is still in use is closed when the process ends; committed data is safe either way.
        try? queue.close()
    }
}
