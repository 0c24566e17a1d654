/// A publication's settings for its mail, as `mail:` describes them.
package struct MailSettings: Hashable, Sendable {
    /// Who sends the mail; nil if the publication sends none.
    package var from: Mailbox?
    package var replyTo: Mailbox?
    /// The subject of an issue's mail; `{title}`, `{number}` and `{date}` are filled in.
    package var subject = "{title}"
    package var links = LinkStyle.numbered
    /// What the foot of each mail says besides the links: why readers receive it, and the sender's postal address.
    package var footer: String?
    /// Where the public server for subscriptions is reached, with a trailing slash; nil for the site's own address.
    package var server: String?
    /// Whether each page of the site has a form for subscribing, which that server receives.
    package var hasSubscribeForm = false
    /// The identifier of the list (RFC 2919), such as `weekly.example.org`; nil for the site's host.
    package var listID: String?
    /// The domain that receives bounces; nil for the sender's.
    package var bounceDomain: String?
    /// The domain that signs (RFC 6376, `d=`); nil for the sender's.
    package var signingDomain: String?
    /// The selector of the signing keys; `-rsa` and `-ed25519` are appended to it.
    package var selector = "sennight"
    package var transport = Transport.file
    /// The server for the transport `smtp`; nil if the settings have none.
    package var smtp: Server?

    package init() {}

    /// What becomes of messages.
    package enum Transport: String, CaseIterable, Sendable {
        /// Each is written into a file.
        case file
        /// A mail server delivers them.
        case smtp
    }

    /// How the text part of a mail shows the URLs of links.
    package enum LinkStyle: String, CaseIterable, Sendable {
        /// `text [1]`, with a list of the URLs after each section.
        case numbered
        /// `text <https://…>`.
        case inline
    }
}

/// A mail address with the name of its owner (RFC 5322, section 3.4).
package struct Mailbox: Hashable, Sendable, CustomStringConvertible {
    package var name: String?
    /// `local@domain`.
    package var address: String

    package init(name: String?, address: String) {
        self.name = name
        self.address = address
    }

    /// Reads `Name <address>` or an address alone; nil for anything else.
    package init?(_ text: String) {
        guard !text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return nil }
        var (name, address) = ("", text)
        if text.last == ">", let open = text.lastIndex(of: "<") {
            name = String(text[..<open])
            address = String(text[text.index(after: open)...].dropLast())
        }
        let trimmed = name.split(separator: " ").joined(separator: " ")
        name =
            trimmed.count > 1 && trimmed.first == "\"" && trimmed.last == "\""
            ? String(trimmed.dropFirst().dropLast()) : trimmed
        address = address.split(separator: " ").joined(separator: " ")
        guard let at = address.lastIndex(of: "@"), at != address.startIndex,
            address.index(after: at) != address.endIndex, !address.contains(where: { " <>,;\"".contains($0) })
        else { return nil }
        self.name = name.isEmpty ? nil : name
        self.address = address
    }

    package var domain: String { address.lastIndex(of: "@").map { String(address[address.index(after: $0)...]) } ?? "" }

    package var description: String { name.map { "\($0) <\(address)>" } ?? address }
}
