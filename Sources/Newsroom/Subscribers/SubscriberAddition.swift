package import Address
internal import Newsletter
package import Store

/// An editor adds people who have agreed elsewhere.
package struct SubscriberAddition: Sendable {
    package struct Outcome: Sendable {
        package var address: MailAddress
        package var addition: Subscribers.Addition

        /// Whether the person receives issues now.
        package var isActive: Bool {
            switch addition {
            case .added, .changed: true
            case .known(_, let state): state == .active
            case .suppressed: false
            }
        }
    }

    private let session: SubscriberSession
    private let addresses: [MailAddress]
    private let source: String

    /// - Parameter source: where these people agreed.
    /// - Throws: ``Diagnostics`` with every text that isn't an address.
    package init(_ session: SubscriberSession, addresses texts: [String], source: String) throws {
        self.session = session
        self.source = source
        var faults: [Diagnostic] = []
        var addresses: [MailAddress] = []
        for text in texts {
            do throws(MailAddress.Fault) {
                addresses.append(try MailAddress(text))
            } catch {
                faults.append(.invalidAddress(text, error))
            }
        }
        guard faults.isEmpty else { throw Diagnostics(faults) }
        self.addresses = addresses
    }

    /// Adds all of them in one transaction.
    package func run() async throws -> [Outcome] {
        let (addresses, source, now) = (addresses, source, session.now)
        return try await session.withStore(.writing) { store in
            try await store.changeSubscribers(session.cryptography, now: now) { subscribers in
                try addresses.map { address in
                    let new = NewSubscriber(
                        address: address, state: .active, consentTime: now, consentSource: source)
                    return Outcome(address: address, addition: try subscribers.add(new))
                }
            }
        }
    }
}

extension Diagnostic {
    static func invalidAddress(_ text: String, _ fault: MailAddress.Fault) -> Diagnostic {
        Diagnostic("'\(text)' isn't a mail address: \(fault)", remedy: "Write it like ann@example.org")
    }
}
