internal import Address
internal import Context
internal import Newsletter

/// The page doesn't exist: the server answers `404 Not Found` or `410 Gone`, or redirects to its home page.
///
/// Check whether the page has moved, or link to a copy in a web archive.
struct DeadLink: LinkCheck {
    static let id = "dead-link"
    static let severity = Finding.Severity.error

    func finding(on answer: LinkAnswer, at place: LinkPlace, _ context: CheckContext) -> Finding? {
        switch answer.status {
        case 404, 410:
            return finding(
                answer.status == 404 ? "the page wasn't found (404)" : "the page is gone (410)", at: place,
                explanation: "Check whether the page has moved, or link to a copy in a web archive.",
                notes: answer.hops.isEmpty ? [] : ["redirected to \(answer.url)"])
        case 200..<300 where Self.leadsToFrontPage(answer, place):
            return finding(
                "the link leads to the site's home page", at: place,
                explanation: "The intended page seems to be gone. Check whether the page has moved.",
                severity: .warning, notes: ["redirected to \(answer.url)"])
        default: return nil
        }
    }

    static func leadsToFrontPage(_ answer: LinkAnswer, _ place: LinkPlace) -> Bool {
        guard !answer.hops.isEmpty, let from = try? WebAddress(place.url), let to = try? WebAddress(answer.url) else {
            return false
        }
        return SameSite.holds(from, to) && to.target == "/" && from.target.utf8.count > 1 && from.fragment == nil
            && !from.target.hasPrefix("/index.") && !from.target.hasPrefix("/?")
    }
}
