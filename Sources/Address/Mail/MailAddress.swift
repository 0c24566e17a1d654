/// A mail address (RFC 5321, section 4.1.2; RFC 6531, section 3.3), as it was typed and in a normal form.
///
/// An address can't contain control characters, so it can't start a header line.
package struct MailAddress: Sendable {
    /// The address as it was typed.
    package let text: String
    /// The normal form: two addresses with the same key have the same mailbox, as far as that can be known. The domain
    /// is in lower-case ASCII; the local part is compared without regard to case, because no mail server in use
    /// distinguishes cases. Dots and tags in a local part are kept.
    package let key: String
    /// The domain in lower-case ASCII, with other letters as `xn--` (RFC 5891).
    package let domain: String
    /// Whether only servers with the extension SMTPUTF8 accept the local part (RFC 6531).
    package let needsSMTPUTF8: Bool

    /// - Throws: why the text isn't an address to which mail can be sent. Blanks around it are a fault, too.
    package init(_ text: String) throws(Fault) {
        let bytes = Array(text.utf8)
        guard !bytes.isEmpty else { throw .empty }
        if let fault = MailAddressCharacters.fault(in: text, bytes) { throw fault }
        let separator = try MailLocalPart.end(in: bytes)
        let local = bytes[..<separator]
        let rest = bytes[(separator + 1)...]
        guard !local.isEmpty else { throw .noLocalPart }
        guard local.count <= 64 else { throw .localPartTooLong }
        try MailLocalPart.check(local)
        let domain = try MailDomain.normalized(rest)
        // 256 octets for a path with its angle brackets (RFC 5321, section 4.5.3.1.3).
        guard bytes.count <= 254, local.count + 1 + domain.utf8.count <= 254 else { throw .tooLong }
        self.text = text
        self.domain = domain
        needsSMTPUTF8 = local.contains { $0 >= 0x80 }
        key = MailLocalPart.normalized(local) + "@" + domain
    }

    /// For the envelope and the header of a message: as it was typed, but with the domain in ASCII, which every mail
    /// server understands.
    package var envelope: String { text[..<(text.lastIndex(of: "@") ?? text.endIndex)] + "@" + domain }

    /// For messages and logs: `a…@example.org`.
    package var masked: String {
        let first = text.drop { $0 == "\"" }.first.map(String.init) ?? ""
        return (first == "@" ? "" : first) + "…@" + domain
    }
}

extension MailAddress: Hashable {
    package static func == (left: Self, right: Self) -> Bool { left.key == right.key }

    package func hash(into hasher: inout Hasher) { hasher.combine(key) }
}
