internal import Foundation
internal import GRDB
internal import Store

/// Runs statements on SQLite inside a transaction; each is prepared once per connection.
struct SQLiteConnection: StoreConnection {
    let database: Database

    func execute(_ statement: StoreStatement, _ values: [StoreValue]) throws -> Int {
        try SQLiteFault.named(by: statement) {
            let prepared = try database.cachedStatement(sql: statement.sql)
            try prepared.execute(arguments: Self.arguments(values))
            return database.changesCount
        }
    }

    func forEachRow(_ statement: StoreStatement, _ values: [StoreValue], _ body: (StoreRow) throws -> Void) throws {
        try SQLiteFault.named(by: statement) {
            let prepared = try database.cachedStatement(sql: statement.sql)
            let cursor = try Row.fetchCursor(prepared, arguments: Self.arguments(values))
            while let row = try cursor.next() {
                try body(StoreRow(row.databaseValues.map(Self.value)))
            }
        }
    }

    func milliseconds() throws -> Int {
        // Julian days, which have milliseconds (sqlite.org/lang_datefunc.html); 2440587.5 is the first day of 1970.
        try Int.fetchOne(
            database, sql: "SELECT CAST((julianday('now') - 2440587.5) * 86400000 + 0.5 AS INTEGER)") ?? 0
    }

    func run(script: StoreStatement) throws {
        try SQLiteFault.named(by: script) { try database.execute(sql: script.sql) }
    }

    private static func arguments(_ values: [StoreValue]) -> StatementArguments {
        StatementArguments(
            values.map { value -> DatabaseValue in
                switch value {
                case .null: .null
                case .integer(let number): number.databaseValue
                case .text(let text): text.databaseValue
                case .bytes(let bytes): Data(bytes).databaseValue
                }
            })
    }

    private static func value(_ value: DatabaseValue) -> StoreValue {
        switch value.storage {
        case .null: .null
        case .int64(let number): .integer(number)
        // No column has this type.
        case .double(let number): .text("\(number)")
        case .string(let text): .text(text)
        case .blob(let data): .bytes(Array(data))
        }
    }
}
