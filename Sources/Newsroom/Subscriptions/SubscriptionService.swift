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
    /// - Parameter say: prints messages, which contain no address.
    /// - Throws: a ``Diagnostic`` if the settings have no sender; ``StoreError``; ``FileError``.
    package static func open(
        _ session: DraftSession, _ access: StoreAccess, _ cryptography: Cryptography,
        say: @escaping @Sendable (PrintableText) -> Void
    ) async throws -> SubscriptionService {
        let (files, state) = (session.files, session.location.state)
        let days = session.publication.confirmationDays
        let mail = try ConfirmationMail(
            session.publication, session.location, context: session.context, cryptography: cryptography, days: days)
        // The outbox has addresses.
        try StateFolder.hideFromGit(session.location, files)
        let subscriptions = Subscriptions(
            store: try await SubscriberSession(session, access, cryptography).opened(), cryptography: cryptography,
            clock: session.context.clock, confirmationDays: days)
        let outbox = "\(state)/outbox"
        var notices: [PrintableText] = ["Confirmations are written into \(outbox)."]
        if !mail.isSigned {
            notices.append("Confirmations aren't signed: there are no keys. Make them with 'sennight dkim new'.")
        }
        return SubscriptionService(
            subscriptions: subscriptions,
            delivery: ConfirmationDelivery(
                subscriptions, mail: mail,
                transport: .folder(
                    outbox, files: files, clock: session.context.clock, cryptography: cryptography), say: say),
            notices: notices)
    }
}
