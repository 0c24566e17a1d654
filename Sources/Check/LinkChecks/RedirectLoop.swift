internal import Context
internal import Newsletter

/// The server redirects endlessly from one URL to the next.
///
/// Browsers give up with an error. Some servers do this only to clients without cookies, so open the link yourself.
struct RedirectLoop: LinkCheck {
    static let id = "redirect-loop"
    static let severity = Finding.Severity.error

    func finding(on answer: LinkAnswer, at place: LinkPlace, _ context: CheckContext) -> Finding? {
        guard answer.failure == .tooManyRedirects else { return nil }
        return finding(
            "the redirects never end", at: place,
            explanation: "Find the page's final URL, and use it for the link.")
    }
}
