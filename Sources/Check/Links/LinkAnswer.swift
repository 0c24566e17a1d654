package import Context

/// What asking a link has shown; every online check judges by it alone.
package struct LinkAnswer: Hashable, Sendable {
    package enum Outcome: Hashable, Sendable {
        /// The last answer, behind all redirects.
        case status(Int)
        case failure(HTTPError.Reason)
    }

    package var outcome: Outcome
    /// Where the answer came from in the end; of a failure, the address at which it happened.
    package var url: String
    /// The redirects on the way.
    package var hops: [HTTPResponse.Hop]
    /// Nil where the page was not wanted, is none of HTML, or was not shown.
    package var page: PageFacts?
    /// The pause that the server asks for, as it wrote it (`Retry-After`; RFC 9110, section 10.2.3).
    package var pause: String?

    package init(_ outcome: Outcome, url: String, hops: [HTTPResponse.Hop] = [], page: PageFacts? = nil) {
        self.outcome = outcome
        self.url = url
        self.hops = hops
        self.page = page
    }

    /// Whether a reader gets to see something.
    var isGood: Bool { 200..<300 ~= status }

    /// 0 where nothing was answered.
    var status: Int {
        if case .status(let status) = outcome { return status }
        return 0
    }

    var failure: HTTPError.Reason? {
        if case .failure(let reason) = outcome { return reason }
        return nil
    }

    /// Whether every redirect says that it holds for good (RFC 9110, sections 15.4.2 and 15.4.9).
    var hasMovedForGood: Bool { isGood && !hops.isEmpty && hops.allSatisfy { $0.status == 301 || $0.status == 308 } }
}
