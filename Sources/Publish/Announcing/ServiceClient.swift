internal import Address
internal import Context
internal import Text

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Sends the requests of an announcement to its service, and turns failures into faults that say whether the service
/// may have acted.
struct ServiceClient: Sendable {
    /// The service's URL without a trailing slash.
    let root: String
    private let headers: HTTPHeaders
    private let http: HTTP
    private let clock: Clock
    let redactor: Redactor
    /// What to do if the service refuses the credentials.
    private let credentials: String

    /// - Parameters:
    ///   - headers: what every request has, such as a token. It is sent to the service and nowhere else.
    ///   - credentials: what to do if the service refuses them, as an imperative sentence.
    init(_ root: String, for request: PublishRequest, headers: HTTPHeaders = [:], credentials: String) {
        self.root = root
        self.headers = headers
        self.credentials = credentials
        http = request.http
        clock = request.context.clock
        redactor = request.context.redactor
    }

    /// `social.example`
    var host: String { LinkHost.of(root) ?? root }

    // MARK: Requests

    /// The response to a GET with any status; redirects aren't followed.
    func get(_ path: String) async throws(StepFault) -> HTTPResponse {
        try await send(HTTPRequest(root + path, headers: headers, timeout: 30, redirects: 0, retries: 2))
    }

    /// The response to a POST with any status. It is never repeated here, because the service may have acted.
    func post(_ path: String, _ body: [UInt8], headers more: HTTPHeaders = [:]) async throws(StepFault) -> HTTPResponse
    {
        try await send(writing(path, body, more))
    }

    /// The response to a POST that exchanges credentials for a token.
    func session(_ path: String, _ body: [UInt8]) async throws(StepFault) -> HTTPResponse {
        var request = writing(path, body, [:])
        request.returnsSecret = true
        do throws(StepFault) {
            return try await send(request)
        } catch {
            var fault = error
            // A session isn't anything that readers see.
            fault.effect = .none
            throw fault
        }
    }

    private func writing(_ path: String, _ body: [UInt8], _ more: HTTPHeaders) -> HTTPRequest {
        var headers = headers
        headers.fields += more.fields
        headers["Content-Type"] = "application/json"
        return HTTPRequest(root + path, method: "POST", headers: headers, body: body, timeout: 30, redirects: 0)
    }

    private func send(_ request: HTTPRequest) async throws(StepFault) -> HTTPResponse {
        var request = request
        request.headers["Accept"] = "application/json"
        do throws(HTTPError) {
            return try await http.send(request)
        } catch {
            throw StepFault(
                error, isWriting: request.method != "GET", now: clock.seconds,
                remedy: "Check your connection and the address in the settings, then retry")
        }
    }

    // MARK: Faults

    /// The fault that a response is.
    ///
    /// - Parameter isWriting: whether the request would have changed something.
    func fault(_ response: HTTPResponse, isWriting: Bool) -> StepFault {
        let status = response.status
        let reason = ServiceMessage.text(in: response.body).map { ": \(redactor.redacted($0))" } ?? ""
        let (problem, remedy) =
            switch status {
            case 300..<400:
                (
                    "redirects to another address (\(status))",
                    "Write the address that the service has now into the settings"
                )
            case 401: ("refuses the credentials (401)\(reason)", credentials)
            case 403:
                ("refuses permission (403)\(reason)", "\(credentials), and give it the rights that it needs")
            case 404, 410: ("has nothing at this address (\(status))\(reason)", "Check the address in the settings")
            case 429: ("has received too many requests (429)", "Retry later")
            case 400..<500: ("refuses the request (\(status))\(reason)", "Change what it names, then retry")
            case 500...: ("failed (\(status))\(reason)", "Retry later")
            default: ("responded with something unexpected (\(status))", "Check the address in the settings")
            }
        // After 408, the server may have read the request.
        let isRefused = 400..<500 ~= status && status != 408
        return StepFault(
            "\(host) \(problem)", remedy: remedy, effect: isWriting && !isRefused ? .possible : .none,
            retryAfter: [429, 503].contains(status) ? RetryAfter.seconds(response, now: clock.seconds) : nil)
    }

    /// Decodes a successful response.
    func decode<Value: Decodable>(
        _ type: Value.Type, _ response: HTTPResponse, isWriting: Bool = false
    ) throws(StepFault) -> Value {
        guard 200..<300 ~= response.status else { throw fault(response, isWriting: isWriting) }
        do {
            return try JSONDecoder().decode(type, from: Data(response.body))
        } catch {
            throw StepFault(
                "\(host) responded in an unknown format", remedy: "Check that the address in the settings is right",
                effect: isWriting ? .possible : .none)
        }
    }

    // MARK: Clock

    /// Says that this machine's clock differs from the service's, by which posts are found again; nil if it doesn't.
    func clockProblem(_ response: HTTPResponse) -> String? {
        guard let time = response.headers["Date"].flatMap(Timestamp.http) else { return nil }
        let difference = clock.seconds - time
        guard abs(difference) > 3600 else { return nil }
        let hours = (abs(difference) / 3600).counted("hour")
        return
            "this machine's clock is \(hours) \(difference > 0 ? "ahead of" : "behind") that of \(host): set the clock"
    }
}
