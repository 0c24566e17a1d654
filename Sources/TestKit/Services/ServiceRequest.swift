package import Context
internal import Foundation

/// A request to a ``FakeService``.
package struct ServiceRequest: Sendable {
    package var method: String
    /// The path without the query, percent-decoded.
    package var path: String
    /// The parameters of the query, percent-decoded.
    package var query: [String: String]
    /// By name in lower case.
    package var fields: [String: String]
    package var body: [UInt8]

    init(_ request: HTTPRequest, root: String) {
        let fields = request.headers.fields.map { ($0.name.lowercased(), $0.value) }
        self.init(
            method: request.method, target: String(request.url.dropFirst(root.count)),
            fields: Dictionary(fields) { $1 }, body: request.body)
    }

    init(_ question: WebQuestion) {
        self.init(
            method: question.method, target: question.target, fields: question.fields, body: question.body)
    }

    private init(method: String, target: String, fields: [String: String], body: [UInt8]) {
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        self.method = method
        self.fields = fields
        self.body = body
        path = Self.decoded(parts[0])
        query = [:]
        for pair in parts.count > 1 ? parts[1].split(separator: "&") : [] {
            let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            query[Self.decoded(sides[0])] = sides.count > 1 ? Self.decoded(sides[1]) : ""
        }
    }

    private static func decoded(_ text: Substring) -> String { text.removingPercentEncoding ?? String(text) }

    /// The members of a body in JSON; empty for any other body.
    var members: [String: Any] {
        // A service refuses a body without the members that it needs.
        (try? JSONSerialization.jsonObject(with: Data(body))) as? [String: Any] ?? [:]
    }

    /// The parts of the path.
    var parts: [String] { path.split(separator: "/").map(String.init) }
}

/// The response of a ``FakeService``.
package struct ServiceResponse: Sendable {
    package var status: Int
    package var headers: HTTPHeaders
    package var body: [UInt8]

    init(_ status: Int, _ value: Any? = nil, headers: HTTPHeaders = [:]) {
        self.status = status
        self.headers = headers
        // The values are the fakes' own, so they can be written.
        let json = value.flatMap { try? JSONSerialization.data(withJSONObject: $0, options: .sortedKeys) }
        body = json.map(Array.init) ?? []
        self.headers["Content-Type"] = "application/json"
    }

    static func rejection(_ status: Int, retryAfter: Int? = nil) -> ServiceResponse {
        var response = ServiceResponse(status, ["error": "the test wants \(status)"])
        if let retryAfter { response.headers["Retry-After"] = String(retryAfter) }
        return response
    }

    func response(to request: HTTPRequest) -> HTTPResponse {
        HTTPResponse(status: status, headers: headers, body: body, url: request.url)
    }

    var reply: WebReply {
        .answer(status, headers.fields.map { "\($0.name): \($0.value)" }, body: body)
    }
}
