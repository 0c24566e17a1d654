internal import Address
internal import Context
internal import HTTPTypes
internal import Hummingbird
internal import Newsletter
internal import Text

/// Answers requests with recorded responses, and conditional requests with "not modified" if the response is the same.
struct ReplayResponder: Sendable {
    let answers: RecordedAnswers
    /// Prints messages.
    let say: @Sendable (PrintableText) -> Void

    func response(to request: Request) async throws -> Response {
        let target = request.uri.string
        guard let address = ReplayAddress.address(of: target) else {
            return Self.text(.badRequest, "Request /https/HOST/PATH\n")
        }
        let body = try await request.body.collect(upTo: 1 << 20)
        let method = request.method.rawValue
        let isHead = request.method == .head
        let found = answers.answer(isHead ? "GET" : method, address, body: String(buffer: body))
        guard let found else {
            let problem = "no recorded response to \(method) \(SafeAddress.redacted("\(address)"))"
            say("\(problem)")
            return Self.text(.notFound, problem + "\n")
        }
        var response = Response(status: .init(code: found.status))
        for field in found.fields {
            guard let name = HTTPField.Name(field.name) else { continue }
            let value = name == .location ? Self.location(field.value, from: address) : field.value
            response.headers.append(HTTPField(name: name, value: value))
        }
        if found.status == 200, method == "GET" || isHead {
            if response.headers[.eTag] == nil { response.headers[.eTag] = "\"\(Fingerprint(of: found.body))\"" }
            if Self.holds(response.headers, for: request.headers) {
                response.status = .notModified
                return response
            }
        }
        response.headers[.contentLength] = String(found.body.count)
        if !isHead { response.body = ResponseBody(byteBuffer: ByteBuffer(bytes: found.body)) }
        return response
    }

    /// Whether the client already has the response (RFC 9110, section 13.2.2).
    private static func holds(_ answer: HTTPFields, for question: HTTPFields) -> Bool {
        if let known = question[.ifNoneMatch] {
            let tags = known.split(separator: ",").map { $0.drop { $0 == " " } }
            return answer[.eTag].map { tag in tags.contains { $0 == tag || $0 == "*" } } ?? false
        }
        guard let since = question[.ifModifiedSince] else { return false }
        return since == answer[.lastModified]
    }

    /// The redirect's target as a path on this server.
    private static func location(_ location: String, from address: WebAddress) -> String {
        (try? address.resolving(location)).map(ReplayAddress.target) ?? location
    }

    private static func text(_ status: HTTPResponse.Status, _ text: String) -> Response {
        Response(
            status: status, headers: [.contentType: "text/plain; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
