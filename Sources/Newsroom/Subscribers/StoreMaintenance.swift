internal import Context
internal import Newsletter
package import Store
package import Text

/// Looks after the store: backups, checks, new keys.
package struct StoreMaintenance: Sendable {
    private let session: SubscriberSession

    package init(_ session: SubscriberSession) {
        self.session = session
    }

    /// - Throws: a ``Diagnostic`` if there is no store; ``StoreError``.
    package func backUp(to file: String) async throws {
        try requireStore()
        let slash = file.lastIndex(of: "/")
        let folder = slash.map { String(file[..<$0]) } ?? "."
        guard let real = session.session.files.realPath(folder.isEmpty ? "/" : folder) else {
            throw StoreError(.notOpened, location: file)
        }
        let target = "\(real)/\(slash.map { file[file.index(after: $0)...] } ?? file[...])"
        try await session.withStore(.reading) { store in
            do {
                try await store.backUp(to: target)
            } catch var error as StoreError {
                if error.location == target { error.location = file }
                throw error
            }
        }
    }

    /// What a check found.
    package struct Findings: Sendable {
        package var faults: [String]
        package var migration: Int
        package var counts: SubscriberCounts

        package var text: PrintableText {
            var text: PrintableText =
                "migration \(migration), \(counts.total.counted("subscriber")), \(counts.suppressed) on the suppression list"
            for fault in faults { text += "\ndamaged: \(fault)" }
            if faults.isEmpty { text += "\nNo damage found." } else { text += "\nPut a backup in its place." }
            return text
        }

        package var json: JSONText {
            .members([
                ("faults", .list(faults.map { .text($0) })), ("migration", .number(migration)),
                ("subscribers", .number(counts.total)), ("suppressions", .number(counts.suppressed)),
            ])
        }
    }

    package func check() async throws -> Findings {
        try requireStore()
        return try await session.withStore(.reading) { store in
            let faults = try await store.faults()
            let (migration, counts, contradictions) = try await store.read { connection in
                let subscribers = try Subscribers(connection, session.cryptography, now: session.now)
                return (
                    try Migrations.applied(connection), try subscribers.counts(),
                    try subscribers.readCampaigns { try $0.contradictions() }
                )
            }
            return Findings(faults: faults + contradictions, migration: migration, counts: counts)
        }
    }

    /// Makes a new key for tokens.
    ///
    /// - Returns: its number.
    package func rotateKeys() async throws -> Int {
        try await session.withStore(.writing) { store in
            try await store.write { connection in
                try StoreKeys.create(connection, session.cryptography, now: session.now)
                return try StoreKeys.rotate(connection, session.cryptography, now: session.now)
            }
        }
    }

    private func requireStore() throws {
        guard session.session.files.status(session.path) == nil else { return }
        throw Diagnostic("there is no store", remedy: "The first subscriber creates it", file: session.path)
    }
}
