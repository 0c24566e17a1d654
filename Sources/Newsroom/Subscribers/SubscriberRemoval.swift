package import Address
internal import Newsletter
package import Store

/// Somebody asked to leave, or to be erased.
package struct SubscriberRemoval: Sendable {
    package enum Outcome: Sendable {
        case unsubscribed
        case alreadyLeft(SubscriberState)
        /// - Parameter wasSubscriber: whether there was anything to erase.
        case erased(wasSubscriber: Bool)
        case unknown
    }

    private let session: SubscriberSession
    package let address: MailAddress
    private let erases: Bool

    /// - Parameter erases: whether to delete everything but a hash of the address, rather than only unsubscribe it.
    /// - Throws: a ``Diagnostic`` if the text isn't an address.
    package init(_ session: SubscriberSession, address text: String, erases: Bool) throws {
        self.session = session
        self.erases = erases
        do throws(MailAddress.Fault) {
            address = try MailAddress(text)
        } catch {
            throw Diagnostic.invalidAddress(text, error)
        }
    }

    package func run() async throws -> Outcome {
        let (address, erases) = (address, erases)
        return try await session.withStore(.writing) { store in
            let outcome = try await store.changeSubscribers(session.cryptography, now: session.now) {
                subscribers -> Outcome in
                if erases { return .erased(wasSubscriber: try subscribers.erase(address)) }
                guard let known = try subscribers.find(address) else { return .unknown }
                guard known.state.suppression == nil else { return .alreadyLeft(known.state) }
                try subscribers.end(known, as: .unsubscribed)
                return .unsubscribed
            }
            // Deleted rows leave traces in the file.
            if erases { try await store.compact() }
            return outcome
        }
    }
}
