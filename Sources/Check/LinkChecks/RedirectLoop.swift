internal import Context
internal import Newsletter

/// The server sends readers from one address to the next without end.
///
/// Browsers give up with an error. Some servers do so only to readers without cookies: open the link yourself.
struct RedirectLoop: LinkCheck {
    static let id = "redirect-loop"
    static let severity = Finding.Severity.error

    func finding(on answer: LinkAnswer, at place: LinkPlace, _ context: CheckContext) -> Finding? {
        guard answer.failure == .tooManyRedirects else { return nil }
        return finding(
            "the redirects never end", at: place,
            explanation: "Find the page's own address, and link to that.")
    }
}
