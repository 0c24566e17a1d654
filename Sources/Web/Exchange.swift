internal import AsyncHTTPClient
internal import Context
internal import NIOCore
internal import NIOHTTP1

/// One question to one address, and what comes back, without redirects and retries.
struct Exchange: Sendable {
    var address: WebAddress
    var method: String
    var headers: [HeaderField]
    var body: [UInt8]
    var maximumBytes: Int

    /// The answer's body is larger than the question allows.
    struct TooLarge: Error {}

    func run(on client: HTTPClient) async throws -> HTTPResponse {
        var question = HTTPClientRequest(url: address.requestText)
        question.method = HTTPMethod(rawValue: method)
        for field in headers { question.headers.add(name: field.name, value: field.value) }
        if !body.isEmpty { question.body = .bytes(body) }
        // The whole exchange has its deadline from whoever runs it.
        let answer = try await client.execute(question, deadline: .distantFuture)
        let announced = answer.headers.first(name: "content-length").flatMap { Int($0) } ?? 0
        guard method == "HEAD" || announced <= maximumBytes else { throw TooLarge() }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(max(0, min(announced, maximumBytes)))
        for try await part in answer.body {
            // Leaving the loop closes the connection: what is over the limit is not read.
            guard bytes.count + part.readableBytes <= maximumBytes else { throw TooLarge() }
            bytes.append(contentsOf: part.readableBytesView)
        }
        return HTTPResponse(
            status: Int(answer.status.code),
            headers: .init(answer.headers.map { .init(name: $0.name, value: $0.value) }),
            body: bytes, url: address.description)
    }
}
