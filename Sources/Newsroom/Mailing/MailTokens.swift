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
        length: 43, unsubscribe: { _ in "preview" + String(repeating: "0", count: 36) },
        message: { _, _ in "preview" })
}
