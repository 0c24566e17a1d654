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
    /// Nil where every body is read.
    var mediaTypes: Set<String>?

    /// The answer's body is larger than the question allows.
    struct TooLarge: Error {}

    func run(on client: HTTPClient) async throws -> HTTPResponse {
        var question = HTTPClientRequest(url: address.requestText)
        question.method = HTTPMethod(rawValue: method)
        for field in headers { question.headers.add(name: field.name, value: field.value) }
        if !body.isEmpty { question.body = .bytes(body) }
        // The whole exchange has its deadline from whoever runs it.
        let answer = try await client.execute(question, deadline: .distantFuture)
        let response = HTTPResponse(
            status: Int(answer.status.code),
            headers: .init(answer.headers.map { .init(name: $0.name, value: $0.value) }), url: address.description)
        // Letting go of a body that is left unread closes the connection.
        guard reads(response) else { return response }
        let announced = answer.headers.first(name: "content-length").flatMap { Int($0) } ?? 0
        guard method == "HEAD" || announced <= maximumBytes else { throw TooLarge() }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(max(0, min(announced, maximumBytes)))
        for try await part in answer.body {
            // Leaving the loop closes the connection: what is over the limit is not read.
            guard bytes.count + part.readableBytes <= maximumBytes else { throw TooLarge() }
            bytes.append(contentsOf: part.readableBytesView)
        }
        var whole = response
        whole.body = bytes
        return whole
    }

    /// A small body is read whatever it is: that is cheaper than another connection.
    private func reads(_ response: HTTPResponse) -> Bool {
        guard let mediaTypes, method != "HEAD", response.status != 204, response.status != 304 else { return true }
        if let length = response.headers["content-length"].flatMap(Int.init), length <= Self.smallBody { return true }
        return mediaTypes.contains(HTTPHeaders.mediaType(response.headers["content-type"]))
    }

    private static let smallBody = 16_384
}
