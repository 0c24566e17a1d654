package import Store
internal import Text

/// Writes subscribers as comma-separated values, which `subscribers import` reads back.
package struct SubscriberExport: Sendable {
    private let session: SubscriberSession
    private let state: SubscriberState?

    /// - Parameter state: only those in this state; nil for everybody.
    package init(_ session: SubscriberSession, state: SubscriberState?) {
        self.session = session
        self.state = state
    }

    static let columns = ["email", "status", "consent_time", "consent_source", "sections", "regions", "created"]

    /// - Parameter write: receives the lines in portions.
    /// - Returns: how many subscribers were written.
    package func run(_ write: @escaping @Sendable (_ bytes: [UInt8]) -> Void) async throws -> Int {
        let state = state
        return try await session.withStore(.reading) { store in
            try await store.readSubscribers(session.cryptography, now: session.now) { subscribers in
                let hasPreferences = try subscribers.hasPreferences()
                var lines = CSVWriter.line(Self.columns)
                var count = 0
                try subscribers.forEach(in: state) { subscriber in
                    let preferences = hasPreferences ? try subscribers.preferences(of: subscriber.id) : []
                    lines += CSVWriter.line(Self.fields(subscriber, preferences))
                    count += 1
                    guard lines.count > 1 << 18 else { return }
                    write(lines)
                    lines.removeAll(keepingCapacity: true)
                }
                write(lines)
                return count
            }
        }
    }

    private static func fields(_ subscriber: Subscriber, _ preferences: [SubscriberPreference]) -> [String] {
        func names(_ kind: SubscriberPreference.Kind) -> String {
            preferences.filter { $0.kind == kind }.map(\.name).joined(separator: "; ")
        }
        return [
            subscriber.address, subscriber.state.rawValue, subscriber.consentTime.map(Timestamp.text) ?? "",
            subscriber.consentSource, names(.section), names(.region), Timestamp.text(subscriber.created),
        ]
    }
}
