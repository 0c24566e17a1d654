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
        let (files, now, ending) = (session.session.files, session.now, writes ? TransactionEnding.commit : .rollback)
        // A file that can't be read mustn't leave an empty store.
        if writes { try checkBeginning() }
        return try await session.withStore(writes ? .writing : .reading) { store in
            do {
                return try await store.changeSubscribers(session.cryptography, now: now, ending: ending) {
                    subscribers in
                    var reader = ListReader(file: file)
                    var report: ImportReport?
                    try reader.read(files) { row, columns in
                        try add(row, columns, to: &report, &subscribers)
                    }
                    guard let report, report.rows > 0 else { throw Diagnostic.emptyList(file) }
                    guard report.isUsable else { throw Diagnostic.uselessList(report) }
                    return report
                }
            } catch let fault as CSVReader.Fault {
                throw Diagnostic.brokenList(file, fault)
            }
        }
    }

    private func checkBeginning() throws {
        struct Enough: Error {}
        do {
            var reader = ListReader(file: file)
            try reader.read(session.session.files) { _, _ in throw Enough() }
        } catch is Enough {
        } catch let fault as CSVReader.Fault {
            throw Diagnostic.brokenList(file, fault)
        }
    }

    private func add(
        _ row: CSVRow, _ columns: ListColumns, to report: inout ImportReport?, _ subscribers: inout Subscribers
    ) throws {
        var current = report ?? ImportReport(file: file, origin: columns.origin, isWritten: writes)
        report = nil
        defer { report = current }
        current.rows += 1
        let source = source ?? "import: \(columns.origin.rawValue)"
        let fallback = state ?? Self.state(named: file, columns)
        switch ListRow(row, columns, source: source, before: session.now, fallback: fallback) {
        case .refused(let reason): current.refuse(reason, line: row.line)
        case .subscriber(let new, let preferences):
            let addition = try subscribers.add(new)
            current.add(addition, as: new.state)
            if case .added(let id) = addition, !preferences.isEmpty {
                try subscribers.setPreferences(preferences, of: id)
            }
        }
    }

    /// Mailchimp exports one file for each state, and names it after the state.
    private static func state(named file: String, _ columns: ListColumns) -> SubscriberState {
        guard columns.origin == .mailchimp else { return .active }
        let name = file.split(separator: "/").last?.lowercased() ?? ""
        return name.hasPrefix("unsubscribed") ? .unsubscribed : name.hasPrefix("cleaned") ? .bounced : .active
    }
}
