/// The numbered steps that bring a database to the form that this program expects.
///
/// Each is idempotent, so that one that was applied but not recorded does no harm.
package enum Migrations {
    static let all: [(number: Int, script: StoreStatement)] = [
        (1, StoreStatement("0001-subscribers", PackageResources._001_subscribers_sql)),
        (2, StoreStatement("0002-confirmations", PackageResources._002_confirmations_sql)),
        (3, StoreStatement("0003-campaigns", PackageResources._003_campaigns_sql)),
        (4, StoreStatement("0004-ledger", PackageResources._004_ledger_sql)),
        (5, StoreStatement("0005-publishing", PackageResources._005_publishing_sql)),
    ]

    /// The number of the last migration that this program knows.
    package static var newest: Int { all.last?.number ?? 0 }

    /// The number of the last applied migration. The table must exist.
    package static func applied(_ connection: some StoreConnection) throws -> Int {
        try connection.row(.lastMigration)?.integer(0) ?? 0
    }

    /// Applies what is missing.
    ///
    /// - Parameter now: in seconds since 1970.
    /// - Throws: ``StoreError`` if a later program has written the database.
    package static func apply(_ connection: some StoreConnection, now: Int) throws {
        try connection.run(script: .createMigrations)
        let applied = try applied(connection)
        guard applied <= newest else { throw StoreError(.newer(migration: applied, known: newest)) }
        for (number, script) in all where number > applied {
            try connection.run(script: script)
            try connection.execute(.insertMigration, [.integer(number), .integer(now)])
        }
    }
}
