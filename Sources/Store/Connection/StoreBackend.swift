/// A database that keeps personal data and ledgers: SQLite today, PostgreSQL later.
///
/// Work on it may block, so backends run it outside the cooperative pool. Code that works with a store only sees this
/// protocol, and the same tests run with every backend.
package protocol StoreBackend: Sendable {
    /// Where the data is, for messages: a file's path, or a server's address without a password.
    var location: String { get }

    /// Runs some work that reads, in a transaction, so that it sees one state of the data.
    ///
    /// - Throws: ``StoreError``; the errors of the work.
    func read<Result: Sendable>(_ work: @Sendable (any StoreConnection) throws -> Result) async throws -> Result

    /// Runs some work that writes, in a transaction: all of it takes effect, or none of it if the work throws.
    ///
    /// - Parameter ending: `.rollback` for a dry run, of which nothing takes effect.
    /// - Throws: ``StoreError``; the errors of the work.
    func write<Result: Sendable>(
        ending: TransactionEnding, _ work: @Sendable (any StoreConnection) throws -> Result
    ) async throws -> Result

    /// Writes a copy of all data, as of one moment, to a new file. Others may read and write in the meantime.
    ///
    /// - Throws: ``StoreError``, for example if the file exists.
    func backUp(to path: String) async throws

    /// Examines the database's own structures.
    ///
    /// - Returns: what is wrong with them, one line each; empty if nothing is.
    func faults() async throws -> [String]

    /// Rewrites the database, so that nothing of deleted rows is left in it.
    func compact() async throws

    /// Closes the database; the value must not be used afterwards.
    func close() async
}

/// How a transaction ends if its work succeeds.
package enum TransactionEnding: Sendable {
    case commit
    case rollback
}

extension StoreBackend {
    package func write<Result: Sendable>(_ work: @Sendable (any StoreConnection) throws -> Result) async throws
        -> Result
    {
        try await write(ending: .commit, work)
    }
}

/// One connection inside a transaction; it must not leave the closure that received it.
package protocol StoreConnection {
    /// Runs a statement that returns no rows.
    ///
    /// - Returns: how many rows were changed.
    @discardableResult
    func execute(_ statement: StoreStatement, _ values: [StoreValue]) throws -> Int

    /// Passes the rows of a result to a closure one by one, so that a result of any size needs little memory.
    func forEachRow(_ statement: StoreStatement, _ values: [StoreValue], _ body: (StoreRow) throws -> Void) throws

    /// The database's time, in milliseconds since 1970.
    func milliseconds() throws -> Int

    /// Runs the statements of a migration.
    func run(script: StoreStatement) throws
}

extension StoreConnection {
    /// The first row of a result; nil if there is none.
    package func row(_ statement: StoreStatement, _ values: [StoreValue] = []) throws -> StoreRow? {
        var first: StoreRow?
        try forEachRow(statement, values) { row in first = first ?? row }
        return first
    }

    package func rows(_ statement: StoreStatement, _ values: [StoreValue] = []) throws -> [StoreRow] {
        var rows: [StoreRow] = []
        try forEachRow(statement, values) { rows.append($0) }
        return rows
    }
}
