internal import Context
internal import Newsletter
package import Store
internal import Text

/// Imports a list of subscribers, all of it or nothing.
package struct SubscriberImport: Sendable {
    private let session: SubscriberSession
    private let file: String
    private let source: String?
    private let state: SubscriberState?
    private let writes: Bool

    /// - Parameters:
    ///   - source: where these people agreed; nil for the program that the list is from.
    ///   - state: that of rows without a status of their own; nil for what the list's name says.
    ///   - writes: whether the import takes effect.
    package init(
        _ session: SubscriberSession, file: String, source: String? = nil, state: SubscriberState? = nil, writes: Bool
    ) {
        self.session = session
        self.file = file
        self.source = source
        self.state = state
        self.writes = writes
    }

    /// - Throws: a ``Diagnostic`` if the file isn't a list of subscribers; ``StoreError``.
    package func run() async throws -> ImportReport {
        let (now, ending) = (session.now, writes ? TransactionEnding.commit : .rollback)
        // A file that can't be read mustn't leave an empty store.
        if writes { try checkBeginning() }
        return try await session.withStore(writes ? .writing : .reading) { store in
            try await store.changeSubscribers(session.cryptography, now: now, ending: ending) { subscribers in
                var progress: ImportProgress?
                try readRows { row, columns in
                    // Taken out, so that it isn't copied.
                    var current = progress ?? begun(columns)
                    progress = nil
                    defer { progress = current }
                    try current.add(row, to: &subscribers)
                }
                guard let report = progress?.report else { throw Diagnostic.emptyList(file) }
                guard report.isUsable else { throw Diagnostic.uselessList(report) }
                return report
            }
        }
    }

    private func checkBeginning() throws {
        struct Enough: Error {}
        do {
            try readRows { _, _ in throw Enough() }
        } catch is Enough {}
    }

    private func readRows(_ body: (CSVRow, ListColumns) throws -> Void) throws {
        do {
            var reader = ListReader(file: file)
            try reader.read(session.session.files, body)
        } catch let fault as CSVReader.Fault {
            throw Diagnostic.brokenList(file, fault)
        }
    }

    private func begun(_ columns: ListColumns) -> ImportProgress {
        ImportProgress(
            columns: columns, source: source ?? "import: \(columns.origin.rawValue)",
            fallback: state ?? Self.state(named: file, columns),
            report: ImportReport(file: file, origin: columns.origin, isWritten: writes))
    }

    /// Mailchimp exports one file for each state, and names it after the state.
    private static func state(named file: String, _ columns: ListColumns) -> SubscriberState {
        guard columns.origin == .mailchimp else { return .active }
        let name = file.split(separator: "/").last?.lowercased() ?? ""
        return name.hasPrefix("unsubscribed") ? .unsubscribed : name.hasPrefix("cleaned") ? .bounced : .active
    }
}

/// An import that is under way.
private struct ImportProgress {
    let columns: ListColumns
    /// Kept with the consent of those whose row names no source.
    let source: String
    /// The state of rows that say nothing else.
    let fallback: SubscriberState
    var report: ImportReport

    mutating func add(_ row: CSVRow, to subscribers: inout Subscribers) throws {
        report.rows += 1
        switch ListRow(row, columns, source: source, before: subscribers.now, fallback: fallback) {
        case .refused(let reason): report.refuse(reason, line: row.line)
        case .subscriber(let new, let preferences):
            let addition = try subscribers.add(new)
            report.add(addition, as: new.state)
            if case .added(let id) = addition, !preferences.isEmpty {
                try subscribers.setPreferences(preferences, of: id)
            }
        }
    }
}
