internal import Text

/// A bounce that is only text: qmail's form (QSBMF), old servers, and gateways.
struct ReturnedText {
    /// Nil if the text has no code, or if the message may still be delivered.
    var status: EnhancedStatus?
    /// The pieces that may have a copy of the returned message's envelope.
    var copies: [ArraySlice<UInt8>]

    /// - Returns: nil for what no server wrote about a message that it couldn't deliver.
    init?(_ header: MailHeader, _ parts: [MIMEPart]) {
        let text = Self.text(of: parts)
        let failed = !header.all("x-failed-recipients").isEmpty
        let isQmail = text.prefix(200).starts(with: "Hi. This is the".utf8)
        guard failed || isQmail || Self.isFromServer(header) else { return nil }
        copies = [text]
        guard !Self.isWarning(header) else { return }
        let codes = Self.codes(in: parts)
        // Of several codes, the one that blames the reader least.
        let mildest = ReturnReason.mildest(codes.map { ReturnReason($0) })
        status = codes.first { ReturnReason($0) == mildest }
    }

    /// The clear codes of permanent failures in the text that a server wrote.
    static func codes(in parts: [MIMEPart]) -> [EnhancedStatus] {
        EnhancedStatus.replied(in: explanation(in: text(of: parts))).filter { $0.kind == 5 }
    }

    private static func text(of parts: [MIMEPart]) -> ArraySlice<UInt8> {
        parts.first { $0.type.name.hasPrefix("text/") }?.body(atMost: longestText) ?? []
    }

    private static let longestText = 256 << 10

    private static func isFromServer(_ header: MailHeader) -> Bool {
        let from = String(decoding: (header.first("from") ?? "").utf8.map(\.lowercasedASCII), as: UTF8.self)
        return ["mailer-daemon", "postmaster@", "mail delivery sub", "mail delivery sys", "microsoftexchange"]
            .contains { from.contains($0) }
    }

    /// Whether a server says that it will try again.
    private static func isWarning(_ header: MailHeader) -> Bool {
        let subject = String(decoding: (header.first("subject") ?? "").utf8.map(\.lowercasedASCII), as: UTF8.self)
        return subject.hasPrefix("warning") || subject.contains("delayed") || subject.contains("delivery delay")
            || subject.contains("still being retried")
    }

    /// What comes before the copy of the returned message, in which a reader could have written anything.
    private static func explanation(in text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var lines = ByteLines(text)
        while let line = lines.next() {
            let start = String(decoding: line.text.prefix(60).map(\.lowercasedASCII), as: UTF8.self)
            if start.hasPrefix("return-path:") || start.hasPrefix("received:") || start.hasPrefix("message-id:")
                || start.hasPrefix("-") && (start.contains("copy of") || start.contains("original message"))
                || start.hasPrefix("original message headers")
            {
                return text[..<line.text.startIndex]
            }
        }
        return text
    }
}
