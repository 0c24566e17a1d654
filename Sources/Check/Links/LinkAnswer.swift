package import Context

/// The result of requesting a link; every online check depends on it alone.
package struct LinkAnswer: Hashable, Sendable {
    package enum Outcome: Hashable, Sendable {
        /// The final status, after all redirects.
        case status(Int)
        case failure(HTTPError.Reason)
    }

    package var outcome: Outcome
    /// The URL that returned the answer in the end, or where the failure occurred.
    package var url: String
    /// The redirects on the way.
    package var hops: [HTTPResponse.Hop]
    /// The facts about the page; nil if the page wasn't requested, isn't HTML, or wasn't shown.
    package var page: PageFacts?
    /// The pause that the server asks for, as the value of `Retry-After` (RFC 9110, section 10.2.3).
    package var pause: String?

    package init(_ outcome: Outcome, url: String, hops: [HTTPResponse.Hop] = [], page: PageFacts? = nil) {
        self.outcome = outcome
        self.url = url
        self.hops = hops
        self.page = page
    }

    /// Whether readers see a page.
    var isGood: Bool { 200..<300 ~= status }

    /// The status; 0 if there was no answer.
    var status: Int {
        if case .status(let status) = outcome { return status }
        return 0
    }

    var failure: HTTPError.Reason? {
        if case .failure(let reason) = outcome { return reason }
        return nil
    }

    /// Whether every redirect is permanent (RFC 9110, sections 15.4.2 and 15.4.9).
    var hasMovedForGood: Bool { isGood && !hops.isEmpty && hops.allSatisfy { $0.status == 301 || $0.status == 308 } }
}
