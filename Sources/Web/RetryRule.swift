internal import Context
internal import Text

/// Decides whether and when a request is retried.
struct RetryRule {
    enum Verdict: Hashable {
        /// The request isn't retried.
        case final
        case again(afterSeconds: Double)
        /// The server asks for a longer pause than allowed: until this time, in seconds since 1970.
        case tooLong(until: Int)
    }

    var patience: Int
    var now: Int
    /// A random number from 0 up to 1.
    var chance: Double

    /// - Parameter attempt: the number of previous attempts; 0 for the first.
    func verdict(
        on outcome: Result<HTTPResponse, HTTPError>, to request: HTTPRequest, attempt: Int
    ) -> Verdict {
        guard attempt < request.retries else { return .final }
        switch outcome {
        case .success(let answer): return verdict(on: answer, isRepeatable: request.isRepeatable, attempt: attempt)
        case .failure(let error):
            switch error.reason {
            case .rateLimited(let until?): return wait(Double(max(until - now, 0)))
            // A request that has already waited in vain for so long isn't retried.
            case .timedOut: return .final
            case .unreachable:
                return request.isRepeatable ? .again(afterSeconds: backoff(attempt)) : .final
            default: return .final
            }
        }
    }

    private func verdict(on answer: HTTPResponse, isRepeatable: Bool, attempt: Int) -> Verdict {
        let pause = answer.headers["retry-after"].flatMap(retryAfter)
        switch answer.status {
        // The server hasn't processed the request, so it can be retried with any method.
        case 429, 503: return pause.map(wait) ?? .again(afterSeconds: backoff(attempt))
        // This is how GitHub reports its secondary rate limits.
        case 403: return pause.map(wait) ?? .final
        case 500, 502, 504...599:
            return isRepeatable ? pause.map(wait) ?? .again(afterSeconds: backoff(attempt)) : .final
        default: return .final
        }
    }

    private func wait(_ seconds: Double) -> Verdict {
        guard seconds <= Double(patience) else {
            return .tooLong(until: now + Int(min(seconds, 86_400 * 366)))
        }
        // Clients that were turned away at the same time must not return at the same time.
        return .again(afterSeconds: seconds + chance)
    }

    /// The pause before the next attempt: half a second, doubled with each attempt, up to half a minute, with full
    /// jitter.
    private func backoff(_ attempt: Int) -> Double {
        min(30, 0.5 * Double(1 << min(attempt, 10))) * chance
    }

    /// The pause in a `Retry-After` field, which is a number of seconds or a date (RFC 9110, section 10.2.3).
    private func retryAfter(_ text: String) -> Double? {
        if let seconds = Int(text) { return seconds >= 0 ? Double(seconds) : nil }
        return Timestamp.http(text).map { Double(max($0 - now, 0)) }
    }
}

extension HTTPRequest {
    /// Whether the method is idempotent (RFC 9110, section 9.2.2).
    var isRepeatable: Bool {
        ["GET", "HEAD", "OPTIONS", "PUT", "DELETE"].contains(method) || headers["Idempotency-Key"] != nil
    }
}
