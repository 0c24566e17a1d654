internal import Synchronization

/// How a fake service fails.
package enum ServiceFailure: Hashable, Sendable {
    /// Nothing reaches the service.
    case refuse
    /// The service doesn't act, and doesn't respond.
    case stall
    /// The service acts, but doesn't respond.
    case stallAfterwards
    /// The service acts, and the connection ends before the response.
    case drop
    /// The service acts, and responds that it failed.
    case failAfterwards(Int)
    /// The service responds with a status and doesn't act.
    case reject(Int, retryAfter: Int? = nil)

    /// Every way to fail.
    package static let all: [ServiceFailure] = [
        .refuse, .stall, .stallAfterwards, .drop, .failAfterwards(500), .failAfterwards(502), .failAfterwards(504),
        .reject(401), .reject(403), .reject(404), .reject(422), .reject(429, retryAfter: 30), .reject(500),
        .reject(503, retryAfter: 60),
    ]
}

/// Which requests to a fake service fail, and a record of all requests.
package final class FailureScript: Sendable {
    private struct Rule: Sendable {
        var prefix: String
        var failure: ServiceFailure
        var skipped: Int
        var times: Int
    }

    private struct State: Sendable {
        var rules: [Rule] = []
        var asked: [String] = []
    }

    private let state = Mutex(State())

    package init() {}

    /// Lets requests fail.
    ///
    /// - Parameters:
    ///   - prefix: how they begin: `POST /api/v1/statuses`.
    ///   - skipped: how many of them succeed first.
    ///   - times: how many of them fail.
    package func fail(_ prefix: String, with failure: ServiceFailure, after skipped: Int = 0, times: Int = 1) {
        state.withLock {
            $0.rules.append(Rule(prefix: prefix, failure: failure, skipped: skipped, times: times))
        }
    }

    /// Lets all requests succeed from now on.
    package func clear() { state.withLock { $0.rules = [] } }

    /// All requests in order: `GET /api/v1/statuses/1`.
    package var asked: [String] { state.withLock(\.asked) }

    /// Records a request; returns how it fails.
    func next(_ request: ServiceRequest) -> ServiceFailure? {
        let question = "\(request.method) \(request.path)"
        return state.withLock { state in
            state.asked.append(question)
            for index in state.rules.indices
            where state.rules[index].times > 0 && question.hasPrefix(state.rules[index].prefix) {
                if state.rules[index].skipped > 0 {
                    state.rules[index].skipped -= 1
                    continue
                }
                state.rules[index].times -= 1
                return state.rules[index].failure
            }
            return nil
        }
    }
}
