internal import Address
internal import Newsletter
internal import Send
internal import Store

/// What differs between the recipients of a mail, besides their addresses.
package struct MailTokens: Sendable {
    /// The length of all tokens, in bytes.
    package var length: Int
    /// The token with which a subscriber's mail unsubscribes them.
    package var unsubscribe: @Sendable (_ address: String) throws -> String
    /// The part of a `Message-ID` before the `@`: the same whenever the same issue is made for the same subscriber.
    package var message: @Sendable (_ issue: String, _ address: String) throws -> String

    package init(
        length: Int, unsubscribe: @escaping @Sendable (_ address: String) throws -> String,
        message: @escaping @Sendable (_ issue: String, _ address: String) throws -> String
    ) {
        self.length = length
        self.unsubscribe = unsubscribe
        self.message = message
    }

    /// Tokens that no server accepts, for looking at a mail.
    package static let preview = MailTokens(
        length: length, unsubscribe: { _ in previewToken }, message: { _, _ in "preview" })

    private static let length = SubscriberTokens.length(for: .unsubscribe)
    private static let previewToken = "preview" + String(repeating: "0", count: length - 7)

    /// The tokens of subscribers; other addresses get those of a preview.
    ///
    /// - Parameter ids: subscribers' numbers, by their addresses as they are given to the closures.
    init(of ids: [String: Int], _ tokens: SubscriberTokens) {
        self.init(
            length: Self.length,
            unsubscribe: { address in
                ids[address].map { tokens.text(SubscriberToken(subscriber: $0), for: .unsubscribe) }
                    ?? Self.previewToken
            },
            message: { issue, address in
                ids[address].map { tokens.messageName(issue, subscriber: $0) } ?? "preview"
            })
    }
}

extension SubscriberSession {
    /// The tokens for some recipients, and those among them who aren't subscribers.
    ///
    /// - Throws: ``StoreError``; a ``Diagnostic`` for what isn't an address.
    package func mailTokens(for recipients: [String]) async throws -> (tokens: MailTokens, strangers: [String]) {
        let addresses = try recipients.map { text in
            do throws(MailAddress.Fault) {
                return (text, try MailAddress(text))
            } catch {
                throw Diagnostic("'\(text)' isn't a mail address: \(error)", remedy: "Correct it")
            }
        }
        // A quoted part with blanks or brackets would be changed in the header.
        if let text = recipients.first(where: { HeaderText.address($0) != $0 }) {
            throw Diagnostic("'\(text)' can't be written into a message", remedy: "Use another address of this person")
        }
        return try await withStore(.reading) { [now, cryptography] store in
            try await store.read { connection in
                var ids: [String: Int] = [:]
                let subscribers = try Subscribers(connection, cryptography, now: now)
                for (text, address) in addresses { ids[text] = try subscribers.find(address)?.id }
                return (
                    MailTokens(of: ids, try StoreKeys.tokens(connection, cryptography)),
                    recipients.filter { ids[$0] == nil }
                )
            }
        }
    }
}
