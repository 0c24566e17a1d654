package import Store
package import Text

/// How many people subscribe.
package struct SubscriberStatistics: Sendable {
    package var counts: SubscriberCounts

    package static func read(_ session: SubscriberSession) async throws -> SubscriberStatistics {
        try await session.withStore(.reading) { store in
            try await store.readSubscribers(session.cryptography, now: session.now) { subscribers in
                SubscriberStatistics(counts: try subscribers.counts())
            }
        }
    }

    package var json: JSONText {
        .object([
            (
                "states",
                .object(SubscriberState.allCases.map { ($0.rawValue, .number(counts.states[$0] ?? 0)) })
            ),
            ("total", .number(counts.total)),
            (
                "suppressions",
                .object(SuppressionReason.allCases.map { ($0.rawValue, .number(counts.suppressions[$0] ?? 0)) })
            ),
        ])
    }

    package var text: PrintableText {
        let states = SubscriberState.allCases.map { ($0.rawValue, counts.states[$0] ?? 0) }
        let lines = states + [("total", counts.total), ("on the suppression list", counts.suppressed)]
        let width = lines.map { String($0.1).count }.max() ?? 0
        return lines.map { label, count -> PrintableText in
            let number = String(count)
            return "\(String(repeating: " ", count: width - number.count) + number) \(label)"
        }.joined(separator: "\n")
    }
}
