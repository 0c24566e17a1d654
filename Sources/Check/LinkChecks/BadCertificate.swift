internal import Context
internal import Newsletter

/// The server's certificate isn't valid: the certificate has expired, is for another host name, or isn't signed by a
/// trusted authority.
///
/// Browsers stop readers with a warning. Link to the same page on another site, or inform the site's owners.
struct BadCertificate: LinkCheck {
    static let id = "bad-certificate"
    static let severity = Finding.Severity.error

    func finding(on answer: LinkAnswer, at place: LinkPlace, _ context: CheckContext) -> Finding? {
        guard case .certificate(let why)? = answer.failure else { return nil }
        return finding(
            "the server's certificate isn't valid (\(why))", at: place,
            explanation: "Browsers warn readers; link to the page on another site, or inform the site's owners.",
            notes: answer.redirectNote(from: place))
    }
}
