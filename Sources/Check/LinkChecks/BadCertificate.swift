internal import Context
internal import Newsletter

/// The server's certificate is not good: it has run out, is for another name, or nobody who is trusted has signed it.
///
/// Browsers stop readers with a warning. Link to the same page elsewhere, or tell those who keep the site.
struct BadCertificate: LinkCheck {
    static let id = "bad-certificate"
    static let severity = Finding.Severity.error

    func finding(on answer: LinkAnswer, at place: LinkPlace, _ context: CheckContext) -> Finding? {
        guard case .certificate(let why)? = answer.failure else { return nil }
        return finding(
            "the server's certificate isn't valid (\(why))", at: place,
            explanation: "Browsers warn readers off; link to the page elsewhere, or tell the site's owners.",
            notes: answer.redirectNote(from: place))
    }
}
