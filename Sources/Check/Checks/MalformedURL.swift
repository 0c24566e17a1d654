internal import Newsletter
internal import Text

/// A browser can't open this link: its scheme is mistyped, its host is missing, or there is text instead of a URL.
///
/// Examples: text and URL are swapped, `hhttps:` has a letter too many, or a closing parenthesis ended the URL too
/// early. Readers who click see an error.
struct MalformedURL: Check {
    static let id = "malformed-url"
    static let severity = Finding.Severity.error

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        let placeholders = Placeholders(context.publication)
        return document.addresses.compactMap { link, parts in
            let bytes = document.bytes
            let url = link.url
            if url.isEmpty { return link.kind == .inline ? empty(link, in: document) : nil }
            if bytes[url.lowerBound] == UInt8(ascii: "#") || bytes[url.lowerBound] == UInt8(ascii: "/") { return nil }
            if placeholders.standsForAddress(bytes[url]) { return nil }
            // `<name@example.org>` is a link, too (CommonMark 6.5).
            if link.kind == .automatic, parts.scheme.isEmpty { return nil }
            if link.kind == .inline, isAddress(bytes[bytes.trimmed(link.text)]), !parts.isWeb {
                return swapped(link, in: document)
            }
            if parts.isWeb {
                return parts.hostFault(bytes).map { fault(link, $0, in: document) } ?? unbalanced(link, in: document)
                    ?? strayEnd(link, in: document)
            }
            if parts.scheme.isEmpty {
                return link.isImage ? nil : fault(link, "the address has no scheme", in: document)
            }
            let scheme = document.text(parts.scheme).lowercased()
            guard scheme != "http", scheme != "https", let meant = Self.meant(scheme) else {
                return scheme == "http" || scheme == "https" ? slashes(link, parts, in: document) : nil
            }
            return fault(
                link, "'\(scheme)' isn't a scheme", in: document,
                fixes: [document.fix("Write '\(meant)'", replacing: parts.scheme, with: meant)])
        }
    }

    private func isAddress(_ text: ArraySlice<UInt8>) -> Bool {
        text.starts(with: "https://".utf8) || text.starts(with: "http://".utf8)
    }

    private func fault(_ link: Link, _ summary: String, in document: Document, fixes: [Fix] = []) -> Finding {
        finding(
            summary, at: link.url, in: document,
            explanation: "Readers can't open this link; write the URL as the browser shows it.", fixes: fixes)
    }

    private func empty(_ link: Link, in document: Document) -> Finding? {
        guard !document.bytes[link.text].allSatisfy({ ASCII.isSpace($0) || $0 == 0x2D }) else { return nil }
        return finding(
            "the link has no address", at: link.whole, in: document,
            explanation: "Write the address between the brackets.")
    }

    private func swapped(_ link: Link, in document: Document) -> Finding {
        let (text, url) = (document.text(link.text), document.text(link.url))
        return finding(
            "link text and URL are swapped", at: link.whole, in: document,
            explanation: "The text belongs in the square brackets, the URL in the parentheses.",
            fixes: [document.fix("Swap the text and the URL", replacing: link.whole, with: "[\(url)](\(text))")])
    }

    private func slashes(_ link: Link, _ parts: URLParts, in document: Document) -> Finding {
        fault(link, "'\(document.text(parts.scheme)):' must be followed by two slashes", in: document)
    }

    /// A finding for a URL that ends one parenthesis too early: `[a](https://example.org/b_(c)` is closed by the URL's
    /// own.
    private func unbalanced(_ link: Link, in document: Document) -> Finding? {
        let url = document.bytes[link.url]
        guard link.kind == .inline, url.contains(UInt8(ascii: "[")) || url.contains(UInt8(ascii: "]")),
            url.firstIndex(of: UInt8(ascii: "]")).map({ $0 + 1 < url.endIndex && url[$0 + 1] == UInt8(ascii: "(") })
                == true
        else { return nil }
        return fault(link, "another link begins within the address", in: document)
    }

    /// A finding for a URL that ends with a comma, or has an invisible character: both come along when copying.
    private func strayEnd(_ link: Link, in document: Document) -> Finding? {
        let bytes = document.bytes
        guard link.kind == .inline || link.kind == .reference else { return nil }
        if let last = bytes[link.url].last, last == UInt8(ascii: ",") || last == UInt8(ascii: ";") {
            let mark = (link.url.upperBound - 1)..<link.url.upperBound
            return finding(
                "the URL ends with '\(document.text(mark))'", at: mark, in: document,
                explanation: "Servers look for a page with this name; remove the character.", severity: .warning,
                fixes: [document.fix("Remove the character", replacing: mark, with: "")])
        }
        guard let start = link.url.first(where: { bytes[$0] >= 0xC2 && Self.isInvisible(bytes, at: $0) }) else {
            return nil
        }
        let mark = start..<min(start + (bytes[start] < 0xE0 ? 2 : 3), link.url.upperBound)
        return finding(
            "the URL contains an invisible character", at: mark, in: document,
            explanation: "Servers look for a page with this name; remove the character.",
            fixes: [document.fix("Remove the character", isSafe: true, replacing: mark, with: "")])
    }

    /// Whether a no-break space, a soft hyphen, a zero-width character or a byte order mark begins at an offset.
    private static func isInvisible(_ bytes: [UInt8], at offset: Int) -> Bool {
        guard offset + 2 < bytes.count else { return false }
        switch (bytes[offset], bytes[offset + 1], bytes[offset + 2]) {
        case (0xC2, 0xA0, _), (0xC2, 0xAD, _), (0xE2, 0x80, 0x8B...0x8F), (0xE2, 0x81, 0xA0), (0xEF, 0xBB, 0xBF):
            return true
        default: return false
        }
    }

    /// The scheme that a mistyped one was meant to be: `ttps`, `hxxps`, `htp`.
    static func meant(_ scheme: String) -> String? {
        guard !known.contains(scheme) else { return nil }
        return ClosestMatch.of(scheme, among: ["https"]) ?? ClosestMatch.of(scheme, among: ["http"])
    }

    /// Schemes that are similar to `http` but exist (IANA's registry of URI schemes).
    private static let known: Set<String> = [
        "http", "https", "ftp", "ftps", "sftp", "tftp", "git", "ssh", "tip", "tel", "sms", "irc", "ircs", "nntp", "ws",
        "wss", "smtp", "mtqp", "rtsp", "rtsps", "rtmp", "sip", "sips", "xmpp", "imap", "pop", "file", "data", "news",
    ]
}
