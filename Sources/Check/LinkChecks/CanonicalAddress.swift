internal import Address
internal import Archive
internal import Context
internal import Newsletter

/// The page names another URL of the same site as its canonical one (`<link rel="canonical">`).
///
/// The URL in the issue may be a copy for phones, for one campaign or for one reader.
struct CanonicalAddress: LinkCheck {
    static let id = "canonical-address"
    static let severity = Finding.Severity.hint

    func finding(on answer: LinkAnswer, at place: LinkPlace, _ context: CheckContext) -> Finding? {
        guard answer.isGood, !answer.hasMovedForGood, let address = Self.address(of: answer) else { return nil }
        let written = place.withFragment(address)
        guard CanonicalURL(written) != CanonicalURL(place.url) else { return nil }
        return finding(
            "the page's canonical URL is \(address)", at: place,
            explanation: "Link to the URL that the site prefers.",
            fixes: [place.fix("Link to \(written)", writing: written)])
    }

    /// The page's canonical URL, if it is plausible.
    ///
    /// It must belong to the same site and to a page: many sites give their home page as the canonical URL of all
    /// pages.
    static func address(of answer: LinkAnswer) -> String? {
        guard let text = answer.page?.canonical, let page = try? WebAddress(answer.url),
            var canonical = try? page.resolving(text), SameSite.holds(page, canonical),
            canonical.target != "/" || page.target == "/"
        else { return nil }
        // Readers must not be sent from HTTPS back to HTTP.
        if page.isSecure, !canonical.isSecure { (canonical.isSecure, canonical.port) = (true, page.port) }
        return canonical.description
    }
}
