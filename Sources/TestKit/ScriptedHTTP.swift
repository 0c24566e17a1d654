package import Context
internal import Synchronization
internal import Testing

/// Scripted HTTP responses for a test; a request that isn't in the script fails the test.
package final class ScriptedHTTP: Sendable {
    package enum Answer: Sendable {
        case response(status: Int = 200, headers: HTTPHeaders = [:], body: String = "")
        case failure(HTTPError.Reason)
        /// One after the other; the last one is repeated.
        indirect case sequence([Answer])
    }

    private struct State: Sendable {
        var script: [String: [Answer]]
        var asked: [HTTPRequest] = []
    }

    private let state: Mutex<State>

    /// - Parameter script: by method and URL, such as `GET https://example.org/feed`.
    package init(_ script: [String: Answer]) {
        state = Mutex(
            State(
                script: script.mapValues { answer in
                    if case .sequence(let answers) = answer { return answers }
                    return [answer]
                }))
    }

    /// For a ``Context``.
    package var http: HTTP {
        HTTP { [self] request throws(HTTPError) in try answer(request) }
    }

    /// The requests in order.
    package var asked: [HTTPRequest] { state.withLock(\.asked) }

    private func answer(_ request: HTTPRequest) throws(HTTPError) -> HTTPResponse {
        let question = "\(request.method) \(request.url)"
        let next: Answer? = state.withLock { state in
            state.asked.append(request)
            guard let answers = state.script[question], let first = answers.first else { return nil }
            if answers.count > 1 { state.script[question]?.removeFirst() }
            return first
        }
        switch next {
        case .response(let status, let headers, let body)?:
            return HTTPResponse(status: status, headers: headers, body: Array(body.utf8), url: request.url)
        case .failure(let reason)?: throw HTTPError(url: request.url, reason: reason)
        case .sequence?, nil:
            Issue.record("a request isn't in the script: \(question)")
            throw HTTPError(url: request.url, reason: .refused("it isn't in the script"))
        }
    }
}
