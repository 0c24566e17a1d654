internal import Store
package import Text

extension ImportReport {
    package var json: JSONText {
        func counts<Key: RawRepresentable & CaseIterable & Hashable>(_ counts: [Key: Int]) -> JSONText
        where Key.RawValue == String {
            .members(Key.allCases.map { ($0.rawValue, .number(counts[$0] ?? 0)) })
        }
        let refused = refusals.map { reason, refusal in
            JSONText.members([
                ("reason", .text(reason)), ("count", .number(refusal.count)), ("firstLine", .number(refusal.firstLine)),
            ])
        }
        return .members([
            ("file", .text(file)), ("origin", .text(origin.rawValue)), ("written", .flag(isWritten)),
            ("rows", .number(rows)), ("added", counts(added)), ("changed", counts(changed)),
            ("known", .number(known)), ("repeated", .number(repeated)), ("suppressed", counts(suppressed)),
            ("refused", .list(refused)),
        ])
    }

    package var text: PrintableText {
        var text: PrintableText = "\(file): \(rows.counted("row")) from \(origin.rawValue)"
        let verb = isWritten ? "added" : "would be added"
        for state in SubscriberState.allCases {
            if let count = added[state], count > 0 { text += "\n  \(count) \(verb) as \(state.rawValue)" }
        }
        for state in SubscriberState.allCases {
            guard let count = changed[state] else { continue }
            text += "\n  \(count) known, \(isWritten ? "now" : "would become") \(state.rawValue)"
        }
        if known > 0 { text += "\n  \(known) known already" }
        if repeated > 0 { text += "\n  \(repeated.counted("repeats", "repeat")) an address of an earlier row" }
        for reason in SuppressionReason.allCases {
            guard let count = suppressed[reason] else { continue }
            text += "\n  \(count) not added: on the suppression list (\(reason.rawValue))"
        }
        for (reason, refusal) in refusals {
            text += "\n  \(refusal.count) not added: \(reason) (first in line \(refusal.firstLine))"
        }
        return text
    }
}
