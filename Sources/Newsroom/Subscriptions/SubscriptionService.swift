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
        let mail = try ConfirmationMail(
            session.publication, session.location, context: session.context, cryptography: cryptography,
            days: confirmationDays)
        // The state folder isn't for git.
        let ignore = "\(state)/.gitignore"
        if files.status(ignore) == nil { try files.write(ignore, Array("*\n".utf8)) }
        guard let folder = files.realPath(state) else { throw StoreError(.notOpened, location: state) }
        let subscriptions = Subscriptions(
            store: try await access.open("\(folder)/store.sqlite", session.now), cryptography: cryptography,
            clock: session.context.clock, confirmationDays: confirmationDays)
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

    /// How long the link in a confirmation works.
    private static let confirmationDays = 7
}
