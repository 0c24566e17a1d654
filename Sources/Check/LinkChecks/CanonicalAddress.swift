internal import Address
internal import Archive
internal import Context
internal import Newsletter

/// The page asks to be linked to by another address of the same site (`<link rel="canonical">`).
///
/// The address in the issue may be a copy for phones, for one campaign or for one reader.
struct CanonicalAddress: LinkCheck {
    static let id = "canonical-address"
    static let severity = Finding.Severity.hint

    func finding(on answer: LinkAnswer, at place: LinkPlace, _ context: CheckContext) -> Finding? {
        guard answer.isGood, !answer.hasMovedForGood, let address = Self.address(of: answer) else { return nil }
        let written = place.withFragment(address)
        guard CanonicalURL(written) != CanonicalURL(place.url) else { return nil }
        return finding(
            "the page calls itself \(address)", at: place,
            explanation: "Link to the address that its site wants to be known by.",
            fixes: [place.fix("Link to \(written)", writing: written)])
    }

    /// The page's own word for its address, where it can be believed.
    ///
    /// Of the same site and of a page: many sites give their front page as the canonical address of all.
    static func address(of answer: LinkAnswer) -> String? {
        guard let text = answer.page?.canonical, let page = try? WebAddress(answer.url),
            var canonical = try? page.resolving(text), SameSite.holds(page, canonical),
            canonical.target != "/" || page.target == "/"
        else { return nil }
        // Nobody is sent back from a secured page.
        if page.isSecure, !canonical.isSecure { (canonical.isSecure, canonical.port) = (true, page.port) }
        return canonical.description
    }
}
