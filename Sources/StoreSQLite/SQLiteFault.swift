internal import GRDB
internal import Store

/// Turns SQLite's result codes into ``StoreError``s (sqlite.org/rescode.html).
enum SQLiteFault {
    /// Runs some work, and adds the location to its errors.
    static func named<Result>(_ location: String, _ work: () async throws -> Result) async throws -> Result {
        do {
            return try await work()
        } catch let error as DatabaseError {
            throw StoreError(reason(of: error, statement: "transaction"), location: location)
        } catch var error as StoreError {
            if error.location.isEmpty { error.location = location }
            throw error
        }
    }

    /// Runs one statement, and adds its name to errors that concern it alone.
    static func named<Result>(by statement: StoreStatement, _ work: () throws -> Result) throws -> Result {
        do {
            return try work()
        } catch let error as DatabaseError {
            throw StoreError(reason(of: error, statement: statement.name))
        }
    }

    private static func reason(of error: DatabaseError, statement: String) -> StoreError.Reason {
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED: .locked
        case .SQLITE_CORRUPT: .damaged(detail: "its pages contradict each other")
        case .SQLITE_NOTADB: .notADatabase
        case .SQLITE_FULL: .full
        case .SQLITE_READONLY: .readOnly
        case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: .notOpened
        case .SQLITE_IOERR: .unreliable
        default: .rejected(statement: statement)
        }
    }
}
