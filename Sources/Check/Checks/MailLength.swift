internal import Newsletter

/// The issue is longer than mail programs show (`longest-mail`).
///
/// Gmail, for example, truncates messages at about 102 KB. Readers miss the rest, including the link to unsubscribe.
struct MailLength: Check {
    static let id = "mail-length"
    static let severity = Finding.Severity.warning

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        let most = context.settings.longestMail
        guard let count = document.htmlCount, count > most, let title = document.headerValue("title") else { return [] }
        return [
            finding(
                "the issue's mail has \(count / 1000) KB, of which mail programs show \(most / 1000)", at: title,
                in: document,
                explanation: "The rest is cut off; shorten the longest lists.")
        ]
    }
}
