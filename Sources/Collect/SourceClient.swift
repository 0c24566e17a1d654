package import Context

/// Asks servers on behalf of a source, and turns what goes wrong into its faults.
package struct SourceClient: Sendable {
    package let source: String
    private let http: HTTP

    package init(source: String, http: HTTP) {
        (self.source, self.http) = (source, http)
    }

    /// An answer that holds what was asked for; a stored one is validated.
    ///
    /// - Parameter maximumBytes: of the answer's body.
    package func get(
        _ url: String, headers: HTTPHeaders = [:], maximumBytes: Int = 8 << 20
    ) async throws(SourceFault) -> HTTPResponse {
        try await send(
            HTTPRequest(url, headers: headers, maximumBytes: maximumBytes, timeout: 30, retries: 3, usesCache: true))
    }

    /// The answer to something posted.
    package func post(
        _ url: String, _ body: [UInt8], headers: HTTPHeaders
    ) async throws(SourceFault) -> HTTPResponse {
        try await send(
            HTTPRequest(
                url, method: "POST", headers: headers, body: body, maximumBytes: 8 << 20, timeout: 30, retries: 3))
    }

    /// What a server gives in exchange for credentials: a token.
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
            case 403: ("the server refuses (403)", "Check the token's rights, or wait if the quota is used up")
            case 404, 410: ("nothing found (\(status))", "Check the URL in the settings")
            case 429: ("the server wants fewer requests (429)", "Try again later")
            case 500...: ("the server is in trouble (\(status))", "Try again later")
            default: ("the server answered \(status)", "")
            }
        var fault = SourceFault(problem, source: source, address: url, remedy: remedy)
        fault.isGone = status == 404 || status == 410
        return fault
    }
}
