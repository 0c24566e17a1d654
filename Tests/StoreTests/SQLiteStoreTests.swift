import Foundation
import GRDB
import Signing
import TestKit
import Testing

@testable import Store
@testable import StoreSQLite

/// What only concerns SQLite: its file, and what can be wrong with it.
@Suite struct SQLiteStoreTests {
    private let folder: ScratchFolder
    private var path: String { folder.path("store.sqlite") }

    init() throws {
        folder = try ScratchFolder()
    }

    /// The message of an error, without the folder.
    private func message(_ work: () async throws -> Void) async -> String {
        do {
            try await work()
            return "no error"
        } catch {
            return "\(error)".replacing(folder.path + "/", with: "")
        }
    }

    private func open() async throws -> SQLiteStore { try await SQLiteStore.open(path, now: TestStore.start) }

    private func add(_ store: SQLiteStore, _ count: Int = 1) async throws {
        try await store.changeSubscribers(.live, now: TestStore.start) { subscribers in
            for number in 0..<count { _ = try subscribers.add(.active("a\(number)@example.org")) }
        }
    }

    @Test func isReadableForItsOwnerOnly() async throws {
        let store = try await open()
        try await add(store)
        for name in ["store.sqlite", "store.sqlite-wal"] {
            let mode = try FileManager.default.attributesOfItem(atPath: folder.path(name))[.posixPermissions]
            #expect(mode as? Int == 0o600, "\(name)")
        }
    }

    @Test func findsMessagesByAnIndex() async throws {
        let store = try await open()
        let sql = "EXPLAIN QUERY PLAN " + StoreStatement.deliveryOfMessage.sql
        let steps = try store.queue.read { try Row.fetchAll($0, sql: sql, arguments: ["m@example.org"]) }
        #expect(steps.contains { "\($0["detail"] ?? "")".contains("USING INDEX deliveries_by_message") })
    }

    @Test func commitsToTheDisk() async throws {
        let store = try await open()
        let settings = try await store.queue.read { database in
            try ["journal_mode", "synchronous", "foreign_keys"].map {
                try String.fetchOne(database, sql: "PRAGMA \($0)") ?? ""
            }
        }
        // Synchronous 2 is FULL (sqlite.org/pragma.html).
        #expect(settings == ["wal", "2", "1"])
    }

    @Test func saysThatAnotherProgramWrites() async throws {
        try await add(try await open())
        var options = SQLiteStore.Options()
        options.patience = 0
        let store = try await SQLiteStore.open(path, now: TestStore.start, options)
        var shared = Configuration()
        shared.allowsUnsafeTransactions = true
        let other = try DatabaseQueue(path: path, configuration: shared)
        try await other.writeWithoutTransaction { try $0.beginTransaction(.immediate) }
        let text = await message { try await add(store) }
        try await other.writeWithoutTransaction { try $0.rollback() }
        #expect(
            text == "store.sqlite: error: another program is writing to the store. "
                + "Wait until it is done, and run this command again")
        #expect(await message { try await add(store) } == "no error")
    }

    @Test func saysThatTheFileIsDamaged() async throws {
        let store = try await open()
        try await add(store, 2_000)
        await store.close()
        var bytes = try folder.bytes("store.sqlite")
        // The header stays as it is.
        for index in 4096..<bytes.count { bytes[index] = UInt8(truncatingIfNeeded: index &* 7) }
        try folder.write("store.sqlite", bytes)
        let text = await message {
            let store = try await open()
            try await add(store)
        }
        #expect(
            text.hasPrefix("store.sqlite: error: the store is damaged (") && text.contains("Put a backup in its place"))
    }

    @Test func findsDamageWhenItChecks() async throws {
        let store = try await open()
        try await add(store, 2_000)
        #expect(try await store.faults() == [])
        try await store.queue.writeWithoutTransaction { database in
            try database.execute(
                sql: "PRAGMA foreign_keys = OFF; INSERT INTO preferences VALUES (9999, 'region', 'Europe')")
        }
        #expect(try await store.faults() == ["a row of preferences refers to a row of subscribers that doesn't exist"])
    }

    @Test func saysThatThereIsNoRoom() async throws {
        try await add(try await open())
        var options = SQLiteStore.Options()
        options.largestSize = 20
        let store = try await SQLiteStore.open(path, now: TestStore.start, options)
        let text = await message { try await add(store, 5_000) }
        #expect(
            text == "store.sqlite: error: there is no room to write to the store; nothing was changed. "
                + "Make room on the disk, and run this command again")
        let counts = try await store.readSubscribers(.live, now: TestStore.start) { try $0.counts() }
        #expect(counts.total == 1)
    }

    @Test func refusesANewerStoreAndLeavesItAsItIs() async throws {
        let store = try await open()
        try await store.queue.write { try $0.execute(sql: "INSERT INTO migrations VALUES (99, 0)") }
        await store.close()
        let before = try folder.bytes("store.sqlite")
        #expect(
            await message { _ = try await open() }
                == "store.sqlite: error: the store was written by a newer Sennight (its migration 99; this program knows "
                + "\(Migrations.newest)). Install the current version of Sennight")
        #expect(try folder.bytes("store.sqlite") == before)
    }

    @Test(arguments: ["not a database, but long enough to be read as the header of one", "x"])
    func refusesAFileThatIsNoDatabase(content: String) async throws {
        let text = String(repeating: content, count: 100)
        try folder.write("store.sqlite", text)
        #expect(
            await message { _ = try await open() }
                == "store.sqlite: error: the file isn't a database. Name another file as 'store' in sennight.yaml")
        #expect(try folder.text("store.sqlite") == text)
    }

    @Test func refusesTheDatabaseOfAnotherProgram() async throws {
        try await DatabaseQueue(path: path).write { try $0.execute(sql: "CREATE TABLE bookmarks (url TEXT)") }
        #expect(
            await message { _ = try await open() }
                == "store.sqlite: error: the database belongs to another program. "
                + "Name another file as 'store' in sennight.yaml")
    }

    @Test func refusesAFolderThatDoesNotExist() async throws {
        let text = await message { _ = try await SQLiteStore.open(folder.path("none/store.sqlite"), now: 0) }
        #expect(text.hasPrefix("none/store.sqlite: error: the store can't be opened."))
    }

    @Test func copiesAStoreThatIsInUse() async throws {
        let store = try await open()
        try await add(store, 100)
        try await store.backUp(to: folder.path("copy.sqlite"))
        let copy = try await SQLiteStore.open(folder.path("copy.sqlite"), now: TestStore.start)
        #expect(try await copy.readSubscribers(.live, now: 0) { try $0.counts().total } == 100)
        let mode = try FileManager.default.attributesOfItem(atPath: folder.path("copy.sqlite"))[.posixPermissions]
        #expect(mode as? Int == 0o600)
        #expect(
            await message { try await store.backUp(to: folder.path("copy.sqlite")) }
                == "copy.sqlite: error: the file exists already. Name a new file")
        #expect(try folder.files().filter { $0.hasSuffix(".part") } == [])
    }

    @Test func leavesNoTraceOfErasedRows() async throws {
        let store = try await open()
        try await add(store, 500)
        try await store.changeSubscribers(.live, now: TestStore.start) { subscribers in
            _ = try subscribers.erase(NewSubscriber.active("a123@example.org").address)
        }
        try await store.compact()
        for name in try folder.files() {
            let text = String(decoding: try folder.bytes(name), as: UTF8.self)
            #expect(!text.contains("a123@example.org"), "\(name)")
        }
    }
}
