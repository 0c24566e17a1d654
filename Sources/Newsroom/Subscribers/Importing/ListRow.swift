internal import Address
internal import Store
internal import Text

/// One row of a list of subscribers.
enum ListRow {
    case subscriber(NewSubscriber, [SubscriberPreference])
    /// Why the row can't be imported.
    case refused(String)

    /// - Parameters:
    ///   - source: kept with the consent, unless the list has a source for each.
    ///   - isBefore: only a consent before this time, in seconds since 1970, can be right.
    ///   - fallback: the state of rows that say nothing else.
    init(_ row: CSVRow, _ columns: ListColumns, source: String, before now: Int, fallback: SubscriberState) {
        let state: SubscriberState
        switch Self.status(row, columns, fallback: fallback) {
        case .state(let known): state = known
        case .neverSubscribed(let word):
            self = .refused("never subscribed: their status is '\(Self.short(word))'")
            return
        case .unknown(let word):
            self = .refused("the status '\(Self.short(word))' isn't known")
            return
        }
        let isOurs = columns.origin == .sennight
        func text(_ column: Int) -> String { isOurs ? CSVWriter.unescaped(row.text(column)) : row.text(column) }
        let address: MailAddress
        do throws(MailAddress.Fault) {
            address = try MailAddress(text(columns.address))
        } catch {
            self = .refused("\(error)")
            return
        }
        let time = columns.consentTimes.lazy.map { row.text($0) }.first { !$0.isEmpty }.flatMap(Timestamp.rfc3339)
        let new = NewSubscriber(
            address: address, state: state, consentTime: time.flatMap { 0...now ~= $0 ? $0 : nil },
            consentSource: columns.consentSource.map(text).flatMap { $0.isEmpty ? nil : $0 } ?? source)
        var preferences: [SubscriberPreference] = []
        for (kind, column) in [(SubscriberPreference.Kind.section, columns.sections), (.region, columns.regions)] {
            guard let column else { continue }
            preferences += text(column).split(separator: ";").map {
                SubscriberPreference(kind, String($0).trimmedBlanks)
            }
            .filter { !$0.name.isEmpty }
        }
        self = .subscriber(new, preferences)
    }

    private static func status(_ row: CSVRow, _ columns: ListColumns, fallback: SubscriberState) -> ListStatus {
        // The reason to be careful with an address wins.
        if columns.cleaned.contains(where: { !row[$0].isEmpty }) { return .state(.bounced) }
        let status = columns.status.map { row.text($0) } ?? ""
        let stated = status.isEmpty ? .state(fallback) : ListStatus(status)
        guard case .state(let state) = stated, state.suppression == nil else { return stated }
        let hasLeft = columns.unsubscribed.contains { !row[$0].isEmpty }
        return hasLeft ? .state(.unsubscribed) : stated
    }

    private static func short(_ word: String) -> String { word.count > 20 ? word.prefix(20) + "…" : word }
}
