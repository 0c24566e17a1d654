internal import Address
internal import Archive
internal import Newsletter

/// The page has moved permanently: every redirect to it has the status `301` or `308`.
///
/// At some time, the old URL may stop working. If only the scheme, `www.` or a slash differs, this is a hint.
struct MovedLink: LinkCheck {
    static let id = "moved-link"
    static let severity = Finding.Severity.warning

    func finding(on answer: LinkAnswer, at place: LinkPlace, _ context: CheckContext) -> Finding? {
        guard answer.hasMovedForGood, !DeadLink.leadsToFrontPage(answer, place), !SignInWall.concerns(answer, place)
        else {
            return nil
        }
        let address = CanonicalAddress.address(of: answer) ?? answer.url
        let written = place.withFragment(address)
        guard written != place.url else { return nil }
        let isSmall = CanonicalURL(written) == CanonicalURL(place.url)
        return finding(
            "the page has moved to \(address)", at: place,
            explanation: "The redirect is permanent; link to the new URL.",
            severity: isSmall ? .hint : nil,
            fixes: [place.fix("Link to \(written)", writing: written)])
    }
}
