/// Queries of the domain name system.
package struct DNS: Sendable {
    /// The TXT records of a name, each with its strings joined (RFC 7208, section 3.3); none if the name doesn't exist or has
    /// no such records.
    ///
    /// Throws if no server gave an answer.
    package var texts: @Sendable (_ name: String) async throws(CommandError) -> [String]

    package init(texts: @escaping @Sendable (_ name: String) async throws(CommandError) -> [String]) {
        self.texts = texts
    }

    /// For commands that don't query the DNS.
    package static let none = DNS { _ throws(CommandError) in throw CommandError("this command can't query the DNS") }
}
