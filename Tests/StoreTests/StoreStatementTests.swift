import Foundation
import TestKit
import Testing

@testable import Store

/// The files in `SQL` against the list, and the subset of SQL that all backends share.
@Suite struct StoreStatementTests {
    private static let folder = TestData.packageRoot + "/Sources/Store/SQL"

    @Test func listsEveryFile() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder).filter { $0.hasSuffix(".sql") }
        #expect(files.sorted() == StoreStatement.all.map { $0.name + ".sql" }.sorted())
        let migrations = try FileManager.default.contentsOfDirectory(atPath: Self.folder + "/Migrations")
        #expect(migrations.sorted() == Migrations.all.map { $0.script.name + ".sql" })
        #expect(Migrations.all.map(\.number) == Array(1...Migrations.newest))
    }

    @Test func explainsEveryStatement() {
        for statement in StoreStatement.all + Migrations.all.map(\.script) {
            let first = statement.sql.split(separator: "\n").first ?? ""
            #expect(first.hasPrefix("-- ") && first.count > 20, "\(statement.name) begins with why it exists")
        }
    }

    @Test func numbersParametersAsTheyAppear() {
        for statement in StoreStatement.all {
            var numbers: [Int] = []
            for part in statement.sql.split(separator: "$").dropFirst() {
                let number = Int(part.prefix(while: \.isNumber)) ?? 0
                if !numbers.contains(number) { numbers.append(number) }
            }
            #expect(numbers == Array(1..<(numbers.count + 1)), "\(statement.name)")
        }
    }

    @Test func usesOnlyWhatAllBackendsHave() {
        let own = [
            "AUTOINCREMENT", "INSERT OR ", "REPLACE INTO", "ROWID", "PRAGMA", "GLOB", "datetime(", "SERIAL", "::",
            "BLOB", "?",
        ]
        for statement in StoreStatement.all + Migrations.all.map(\.script) {
            let code = statement.sql.split(separator: "\n").filter { !$0.hasPrefix("--") }.joined(separator: "\n")
            for word in own { #expect(!code.uppercased().contains(word.uppercased()), "\(statement.name): \(word)") }
        }
    }
}
