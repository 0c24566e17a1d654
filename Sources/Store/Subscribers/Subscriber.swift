/// One subscriber, as the store has it. Times are in seconds since 1970.
package struct Subscriber: Hashable, Sendable {
    /// Never used again for somebody else.
    package var id: Int
    /// The address as it was typed.
    package var address: String
    package var state: SubscriberState
    /// When they agreed; nil if they haven't yet, or if that isn't known.
    package var consentTime: Int?
    /// Where they signed up, or where the address was imported from.
    package var consentSource: String
    /// When a confirmation was last sent.
    package var confirmationTime: Int?
    package var created: Int
    package var changed: Int

    init(_ row: StoreRow) throws {
        id = try row.integer(0)
        address = try row.text(1)
        guard let state = SubscriberState(rawValue: try row.text(2)) else {
            throw StoreError(.damaged(detail: "a subscriber has an unknown state"))
        }
        self.state = state
        consentTime = try row.optionalInteger(3)
        consentSource = try row.text(4)
        confirmationTime = try row.optionalInteger(5)
        created = try row.integer(6)
        changed = try row.integer(7)
    }
}

/// What a subscriber wants to read: a section, or events of a region.
package struct SubscriberPreference: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case section
        case region
    }

    package var kind: Kind
    package var name: String

    package init(_ kind: Kind, _ name: String) {
        self.kind = kind
        self.name = name
    }
}
