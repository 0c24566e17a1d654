package import Address
internal import Newsletter
package import Store
package import Text

/// Everything that the store has about one person, for that person.
package struct SubscriberRecord: Sendable {
    package var address: MailAddress
    /// Nil if the address isn't subscribed.
    package var subscriber: Subscriber?
    package var preferences: [SubscriberPreference]
    package var suppression: SuppressionReason?

    /// - Throws: a ``Diagnostic`` if the text isn't an address; ``StoreError``.
    package static func find(_ text: String, _ session: SubscriberSession) async throws -> SubscriberRecord {
        let address: MailAddress
        do throws(MailAddress.Fault) {
            address = try MailAddress(text)
        } catch {
            throw Diagnostic.invalidAddress(text, error)
        }
        return try await session.withStore(.reading) { store in
            try await store.readSubscribers(session.cryptography, now: session.now) { subscribers in
                let known = try subscribers.find(address)
                return SubscriberRecord(
                    address: address, subscriber: known,
                    preferences: try known.map { try subscribers.preferences(of: $0.id) } ?? [],
                    suppression: try subscribers.suppression(of: address))
            }
        }
    }

    package var json: JSONText {
        .object([
            ("address", .text(subscriber?.address ?? address.text)),
            ("state", subscriber.map { .text($0.state.rawValue) }),
            ("consentTime", time(subscriber?.consentTime)),
            ("consentSource", subscriber.map { .text($0.consentSource) }),
            ("confirmationSent", time(subscriber?.confirmationTime)), ("created", time(subscriber?.created)),
            ("changed", time(subscriber?.changed)), ("sections", .list(names(.section))),
            ("regions", .list(names(.region))), ("suppressed", suppression.map { .text($0.rawValue) }),
        ])
    }

    package var text: PrintableText {
        guard let subscriber else {
            return suppression.map { "\(address.text): not a subscriber; on the suppression list (\($0.rawValue))" }
                ?? "\(address.text): not a subscriber"
        }
        var text: PrintableText = "\(subscriber.address): \(subscriber.state.rawValue)"
        if let time = subscriber.consentTime { text += "\nconsent: \(Timestamp.text(time))" }
        text += "\nsource: \(subscriber.consentSource)"
        if let time = subscriber.confirmationTime { text += "\nconfirmation sent: \(Timestamp.text(time))" }
        text += "\nadded: \(Timestamp.text(subscriber.created))\nchanged: \(Timestamp.text(subscriber.changed))"
        for preference in preferences { text += "\n\(preference.kind.rawValue): \(preference.name)" }
        if let suppression { text += "\nsuppressed: \(suppression.rawValue)" }
        return text
    }

    private func time(_ seconds: Int?) -> JSONText? { seconds.map { .text(Timestamp.text($0)) } }

    private func names(_ kind: SubscriberPreference.Kind) -> [JSONText] {
        preferences.filter { $0.kind == kind }.map { .text($0.name) }
    }
}
