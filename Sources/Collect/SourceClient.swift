package import Context

/// Sends the requests of a source, and turns errors into faults of the source.
package struct SourceClient: Sendable {
    package let source: String
    private let http: HTTP

    package init(source: String, http: HTTP) {
        (self.source, self.http) = (source, http)
    }

    /// A successful answer to a GET request; a stored answer is validated first.
    ///
    /// - Parameter maximumBytes: the maximum size of the answer's body.
    package func get(
        _ url: String, headers: HTTPHeaders = [:], maximumBytes: Int = 8 << 20
    ) async throws(SourceFault) -> HTTPResponse {
        try await send(
            HTTPRequest(url, headers: headers, maximumBytes: maximumBytes, timeout: 30, retries: 3, usesCache: true))
    }

    /// The answer to a POST request.
    package func post(
        _ url: String, _ body: [UInt8], headers: HTTPHeaders
    ) async throws(SourceFault) -> HTTPResponse {
        try await send(
            HTTPRequest(
                url, method: "POST", headers: headers, body: body, maximumBytes: 8 << 20, timeout: 30, retries: 3))
    }

    /// Exchanges credentials for a token.
    func credentials<Value: Decodable>(
        _ type: Value.Type, _ url: String, posting body: [UInt8], headers: HTTPHeaders
    ) async throws(SourceFault) -> Value {
        var request = HTTPRequest(
            url, method: "POST", headers: headers, body: body, maximumBytes: 1 << 20, timeout: 30, retries: 3)
        request.returnsSecret = true
        request.headers["Accept"] = "application/json"
        return try read(type, try await send(request), from: url).value
    }

    private func send(_ request: HTTPRequest) async throws(SourceFault) -> HTTPResponse {
        let response: HTTPResponse
        do throws(HTTPError) {
            response = try await http.send(request)
        } catch {
            throw fault(error, of: request.url)
        }
        if 200..<300 ~= response.status { return response }
        throw fault(response.status, of: request.url)
    }

    func fault(_ error: HTTPError, of url: String) -> SourceFault {
        // The sentence of an HTTP error begins with the address, which a fault has a place of its own for.
        let sentence = error.description
        let prefix = error.url + ": "
        let problem = sentence.hasPrefix(prefix) ? String(sentence.dropFirst(prefix.count)) : sentence
        return SourceFault(problem, source: source, address: url)
    }

    func fault(_ status: Int, of url: String) -> SourceFault {
        let (problem, remedy) =
            switch status {
            case 401: ("the server requires authentication (401)", "Check the token")
            case 403:
                ("the server refuses the request (403)", "Check the token's rights, or wait if the quota is used up")
            case 404, 410: ("the server found nothing at this URL (\(status))", "Check the URL in the settings")
            case 429: ("too many requests were sent to the server (429)", "Try again later")
            case 500...: ("the server failed (\(status))", "Try again later")
            default: ("the server answered \(status)", "")
            }
        var fault = SourceFault(problem, source: source, address: url, remedy: remedy)
        fault.isGone = status == 404 || status == 410
        return fault
    }
}
