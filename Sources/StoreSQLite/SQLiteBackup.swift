internal import Foundation
internal import GRDB
internal import Store

/// Copies a database while others use it.
enum SQLiteBackup {
    /// Writes a temporary file next to the target and renames it, so that an interrupted backup doesn't look complete.
    ///
    /// - Throws: ``StoreError``, which names the target.
    static func write(_ queue: DatabaseQueue, location: String, to path: String) async throws {
        guard !FileManager.default.fileExists(atPath: path) else { throw StoreError(.exists, location: path) }
        let temporary = "\(path).\(UUID().uuidString).part"
        // `VACUUM INTO` accepts an empty file, whose permissions then stay as they are (sqlite.org/lang_vacuum.html).
        guard SQLiteFile.create(temporary) else { throw StoreError(.notOpened, location: path) }
        // Nothing is left if the backup fails; after a success, the file has another name.
        defer { try? FileManager.default.removeItem(atPath: temporary) }
        try await SQLiteFault.named(path) {
            try await queue.writeWithoutTransaction { try $0.execute(sql: "VACUUM INTO ?", arguments: [temporary]) }
        }
        do {
            let file = try FileHandle(forWritingTo: URL(filePath: temporary))
            try file.synchronize()
            try file.close()
            try FileManager.default.moveItem(atPath: temporary, toPath: path)
        } catch {
            let exists = FileManager.default.fileExists(atPath: path)
            throw StoreError(exists ? .exists : .unreliable, location: path)
        }
    }
}
