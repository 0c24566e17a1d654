package import Context

/// A service of the web that exists only in a test: it speaks the service's protocol, remembers what it was sent, and
/// fails where the test wants it to.
package protocol FakeService: Sendable {
    /// The URL without a trailing slash.
    var root: String { get }
    var failures: FailureScript { get }

    /// What readers can see of what was sent, one text for each effect.
    var effects: [String] { get }

    /// Acts on a request.
    func respond(to request: ServiceRequest) -> ServiceResponse
}

extension FakeService {
    /// For a ``Context``.
    package var http: HTTP { HTTP.serving([self]) }

    fileprivate func send(_ request: HTTPRequest) throws(HTTPError) -> HTTPResponse {
        let question = ServiceRequest(request, root: root)
        let failure = failures.next(question)
        switch failure {
        case .refuse?:
            throw HTTPError(url: request.url, reason: .unreachable("connection refused"), mayHaveArrived: false)
        case .stall?: throw HTTPError(url: request.url, reason: .timedOut(seconds: request.timeout))
        case .reject(let status, let retryAfter)?:
            return ServiceResponse.rejection(status, retryAfter: retryAfter).response(to: request)
        case .stallAfterwards?, .drop?, .failAfterwards?, nil: break
        }
        let response = respond(to: question)
        switch failure {
        case .stallAfterwards?: throw HTTPError(url: request.url, reason: .timedOut(seconds: request.timeout))
        case .drop?: throw HTTPError(url: request.url, reason: .unreachable("the server closed the connection"))
        case .failAfterwards(let status)?: return ServiceResponse.rejection(status).response(to: request)
        default: return response.response(to: request)
        }
    }

    /// For a ``LoopbackServer``. It can't refuse a connection, and closes it instead.
    package func reply(to question: WebQuestion) -> WebReply {
        let request = ServiceRequest(question)
        let failure = failures.next(request)
        switch failure {
        case .refuse?: return WebReply(steps: [.reset])
        case .stall?: return Self.silence
        case .reject(let status, let retryAfter)?:
            return ServiceResponse.rejection(status, retryAfter: retryAfter).reply
        case .stallAfterwards?, .drop?, .failAfterwards?, nil: break
        }
        let response = respond(to: request)
        return switch failure {
        case .stallAfterwards?: Self.silence
        case .drop?: WebReply(steps: [.reset])
        case .failAfterwards(let status)?: ServiceResponse.rejection(status).reply
        default: response.reply
        }
    }

    private static var silence: WebReply { WebReply(steps: [.pause(milliseconds: 600_000), .close]) }
}

extension HTTP {
    /// A web that consists of these services; other addresses are unknown hosts.
    package static func serving(_ services: [any FakeService]) -> HTTP {
        HTTP { request throws(HTTPError) in
            for service in services where request.url.hasPrefix(service.root + "/") {
                return try service.send(request)
            }
            throw HTTPError(url: request.url, reason: .unknownHost)
        }
    }
}
