internal import Address
internal import Context
internal import Newsletter

/// The link leads to a page where readers have to sign in.
///
/// Link to a page that everybody can read.
struct SignInWall: LinkCheck {
    static let id = "sign-in-wall"
    static let severity = Finding.Severity.warning

    func finding(on answer: LinkAnswer, at place: LinkPlace, _ context: CheckContext) -> Finding? {
        guard Self.concerns(answer, place) else { return nil }
        return finding(
            "readers have to sign in", at: place, explanation: "Link to a page that everybody can read.",
            notes: answer.redirectNote(from: place))
    }

    /// Whether the link was redirected to a sign-in page, or a sign-in page is shown at the link's own URL. A password
    /// field alone means little: many pages have one for their few members.
    static func concerns(_ answer: LinkAnswer, _ place: LinkPlace) -> Bool {
        let isSentThere = answer.isGood && !answer.hops.isEmpty && isSignIn(answer.url)
        let isShownThere = answer.isGood && answer.page?.wall == .signIn && titleSaysSo(answer.page?.title)
        return (isSentThere || isShownThere) && !isSignIn(place.url)
    }

    private static func isSignIn(_ url: String) -> Bool {
        guard let address = try? WebAddress(url) else { return false }
        let path = address.target.lowercased().prefix { $0 != "?" }
        return path.split(separator: "/").contains { segments.contains($0.prefix { $0 != "." }) }
            || address.host.text.hasPrefix("accounts.") || address.host.text.hasPrefix("login.")
    }

    private static let segments: Set<Substring> = [
        "login", "log-in", "log_in", "signin", "sign-in", "sign_in", "authwall", "sso", "wp-login", "checkpoint",
    ]

    private static func titleSaysSo(_ title: String?) -> Bool {
        guard let title = title?.lowercased() else { return false }
        return ["log in", "login", "sign in", "signin", "anmelden"].contains { title.hasPrefix($0) }
    }
}
