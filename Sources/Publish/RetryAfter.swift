internal import Context
internal import Text

/// When a service accepts requests again.
enum RetryAfter {
    /// Seconds from now: `Retry-After` (RFC 9110, section 10.2.3), or the end of a quota in the forms of Mastodon (a
    /// date) and Bluesky (seconds since 1970); at most a day.
    static func seconds(_ response: HTTPResponse, now: Int) -> Int? {
        let pause = response.headers["Retry-After"].flatMap { Int($0) ?? Timestamp.http($0).map { $0 - now } }
        let quota = ["X-RateLimit-Reset", "RateLimit-Reset"].lazy.compactMap { response.headers[$0] }.first
        let reset = quota.flatMap { Timestamp.http($0) ?? Int($0) }.map { $0 - now }
        return (pause ?? reset).map { min(max($0, 0), 86_400) }
    }
}

extension StepFault {
    /// Why a request got no response.
    ///
    /// - Parameters:
    ///   - isWriting: whether the request would have changed something.
    ///   - now: seconds since 1970.
    init(_ error: HTTPError, isWriting: Bool, now: Int, remedy: String) {
        self.init("\(error)", remedy: remedy, effect: isWriting && error.mayHaveArrived ? .possible : .none)
        if case .rateLimited(let until?) = error.reason {
            retryAfter = max(until - now, 0)
            self.remedy = "Retry later"
        }
    }
}
