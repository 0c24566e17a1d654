package import Store

/// What an import came to, or would come to.
package struct ImportReport: Sendable {
    package struct Refusal: Sendable {
        package var count: Int
        /// The line of the first such row.
        package var firstLine: Int
    }

    /// The path of the list.
    package var file: String
    package var origin: ListColumns.Origin
    /// Whether the import took effect.
    package var isWritten: Bool
    /// Rows with content, without that of the names.
    package var rows = 0
    /// New subscribers by their state.
    package var added: [SubscriberState: Int] = [:]
    /// Known subscribers whose state changed, by the new state.
    package var changed: [SubscriberState: Int] = [:]
    /// Known subscribers whose state stayed as it was.
    package var known = 0
    /// Rows with an address that an earlier row of the list has.
    package var repeated = 0
    /// Rows with an address on the suppression list.
    package var suppressed: [SuppressionReason: Int] = [:]
    /// Rows that can't be imported, by the reason.
    package private(set) var refused: [String: Refusal] = [:]
    /// The number of the first subscriber that was added.
    private var firstAdded: Int?

    init(file: String, origin: ListColumns.Origin, isWritten: Bool) {
        self.file = file
        self.origin = origin
        self.isWritten = isWritten
    }

    package var refusedCount: Int { refused.values.reduce(0) { $0 + $1.count } }

    /// Whether any row has a usable address.
    package var isUsable: Bool { refusedCount < rows }

    /// The refused rows, the most frequent reason first.
    package var refusals: [(reason: String, refusal: Refusal)] {
        refused.map { (reason: $0.key, refusal: $0.value) }
            .sorted { ($1.refusal.count, $0.refusal.firstLine) < ($0.refusal.count, $1.refusal.firstLine) }
    }

    mutating func refuse(_ reason: String, line: Int) {
        let isNew = refused[reason] == nil
        let reason = isNew && refused.count >= Self.mostReasons ? "other reasons" : reason
        refused[reason, default: Refusal(count: 0, firstLine: line)].count += 1
    }

    mutating func add(_ addition: Subscribers.Addition, as state: SubscriberState) {
        switch addition {
        case .added(let id):
            firstAdded = firstAdded ?? id
            added[state, default: 0] += 1
        case .changed(let id, let former):
            if isFromThisList(id) {
                // It counts with the state that it has in the end.
                added[former, default: 0] -= 1
                added[state, default: 0] += 1
                repeated += 1
            } else {
                changed[state, default: 0] += 1
            }
        case .known(let id, _):
            if isFromThisList(id) { repeated += 1 } else { known += 1 }
        case .suppressed(let reason): suppressed[reason, default: 0] += 1
        }
    }

    private func isFromThisList(_ id: Int) -> Bool { firstAdded.map { id >= $0 } ?? false }

    private static let mostReasons = 40
}
