internal import Address
internal import AsyncHTTPClient
internal import Context
internal import NIOCore
internal import NIOHTTP1
internal import Synchronization

/// One request to one address and its response, without redirects and retries.
struct Exchange: Sendable {
    var address: WebAddress
    var method: String
    var headers: [HeaderField]
    var body: [UInt8]
    var maximumBytes: Int
    /// The media types whose bodies are read; nil for all.
    var mediaTypes: Set<String>?

    /// The response's body is larger than the request allows.
    struct TooLarge: Error {}

    /// Connects, sends the request and reads the response.
    func run(on client: HTTPClient, by deadline: Deadline) async throws -> HTTPResponse {
        var fields = NIOHTTP1.HTTPHeaders()
        for field in headers { fields.add(name: field.name, value: field.value) }
        let question = try HTTPClient.Request(
            url: address.requestText, method: HTTPMethod(rawValue: method), headers: fields,
            body: body.isEmpty ? nil : .bytes(body))
        let reader = AnswerReader(self)
        // The client's `async` API isn't used: it takes more CPU time per response.
        let task = client.execute(request: question, delegate: reader, deadline: .distantFuture)
        deadline.setStop { task.cancel() }
        defer { deadline.setStop(nil) }
        do {
            return try await withTaskCancellationHandler {
                try await task.get()
            } onCancel: {
                task.cancel()
            }
        } catch is AnswerReader.Enough {
            return reader.answer
        }
    }

    /// Whether the body is read; small bodies always are, because reading them is cheaper than a new connection.
    fileprivate func reads(_ answer: HTTPResponse, announced: Int) -> Bool {
        guard let mediaTypes, method != "HEAD", answer.status != 204, answer.status != 304 else { return true }
        if 1...Self.smallBody ~= announced { return true }
        return mediaTypes.contains(HTTPHeaders.mediaType(answer.headers["content-type"]))
    }

    private static let smallBody = 16_384
}

/// Reads a response as it arrives, and ends the exchange if the rest isn't wanted, which closes the connection.
private final class AnswerReader: HTTPClientResponseDelegate {
    /// Thrown to end the exchange without reading the body.
    struct Enough: Error {}

    private let exchange: Exchange
    private let read: Mutex<HTTPResponse>

    init(_ exchange: Exchange) {
        self.exchange = exchange
        read = Mutex(HTTPResponse(status: 0, url: exchange.address.description))
    }

    var answer: HTTPResponse { read.withLock(\.self) }

    func didReceiveHead(task: HTTPClient.Task<HTTPResponse>, _ head: HTTPResponseHead) -> EventLoopFuture<Void> {
        let announced = head.headers.first(name: "content-length").flatMap { Int($0) } ?? -1
        let isRead = read.withLock { answer in
            answer.status = Int(head.status.code)
            answer.headers = HTTPHeaders(head.headers.map { .init(name: $0.name, value: $0.value) })
            guard exchange.reads(answer, announced: announced) else { return false }
            if announced > 0 && announced <= exchange.maximumBytes { answer.body.reserveCapacity(announced) }
            return true
        }
        guard isRead else { return task.eventLoop.makeFailedFuture(Enough()) }
        guard exchange.method == "HEAD" || announced <= exchange.maximumBytes else {
            return task.eventLoop.makeFailedFuture(Exchange.TooLarge())
        }
        return task.eventLoop.makeSucceededVoidFuture()
    }

    func didReceiveBodyPart(task: HTTPClient.Task<HTTPResponse>, _ buffer: ByteBuffer) -> EventLoopFuture<Void> {
        let fits = read.withLock { answer in
            guard answer.body.count + buffer.readableBytes <= exchange.maximumBytes else { return false }
            answer.body.append(contentsOf: buffer.readableBytesView)
            return true
        }
        return fits ? task.eventLoop.makeSucceededVoidFuture() : task.eventLoop.makeFailedFuture(Exchange.TooLarge())
    }

    func didFinishRequest(task: HTTPClient.Task<HTTPResponse>) -> HTTPResponse { answer }
}
