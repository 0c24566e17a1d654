package import Context
internal import Newsletter
internal import Send
internal import Settings
package import Store
package import Text

/// What the server for subscriptions needs from a publication.
package struct SubscriptionService: Sendable {
    package let subscriptions: Subscriptions
    package let delivery: ConfirmationDelivery
    /// What the editor should know.
    package let notices: [PrintableText]

    /// Opens the store, which is created if there is none.
    ///
    /// - Parameters:
    ///   - route: how confirmations are delivered.
    ///   - say: prints messages, which contain no address.
    /// - Throws: a ``Diagnostic`` if the settings have no sender, or the mail server's password is missing;
    ///   ``StoreError``; ``FileError``.
    package static func open(
        _ session: DraftSession, _ access: StoreAccess, _ cryptography: Cryptography, _ route: MailRoute,
        say: @escaping @Sendable (PrintableText) -> Void
    ) async throws -> SubscriptionService {
        let days = session.publication.confirmationDays
        let mail = try ConfirmationMail(
            session.publication, session.location, context: session.context, cryptography: cryptography, days: days)
        let delivery = try route.delivery(session, cryptography)
        // The outbox has addresses.
        try StateFolder.hideFromGit(session.location, session.files)
        let subscriptions = Subscriptions(
            store: try await SubscriberSession(session, access, cryptography).opened(), cryptography: cryptography,
            clock: session.context.clock, confirmationDays: days)
        var notices: [PrintableText] = [
            session.publication.mail.transport == .smtp
                ? "Confirmations are sent through \(delivery.destination)."
                : "Confirmations are written into \(delivery.destination)."
        ]
        if !mail.isSigned {
            notices.append("Confirmations aren't signed: there are no keys. Make them with 'sennight dkim new'.")
        }
        return SubscriptionService(
            subscriptions: subscriptions,
            delivery: ConfirmationDelivery(
                subscriptions, mail: mail, transport: .connected(to: delivery), say: say),
            notices: notices)
    }
}
