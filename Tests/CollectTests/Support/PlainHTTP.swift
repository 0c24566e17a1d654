import Context
import Synchronization
import TestKit

@testable import Collect

/// Asks servers of this machine as the program's own client does, as far as sources can notice: it offers stored answers
/// for validation and tries again as often as a request allows. It never waits; it notes how long it was told to.
final class PlainHTTP: Sendable {
    private struct State: Sendable {
        var stored: [String: HTTPResponse] = [:]
        var pauses: [String] = []
    }

    private let state = Mutex(State())

    /// The values of `Retry-After` that it met.
    var pauses: [String] { state.withLock(\.pauses) }

    var http: HTTP {
        HTTP { [self] request throws(HTTPError) in
            var response = try ask(request)
            for _ in 0..<request.retries where response.status == 429 || response.status >= 500 {
                if let pause = response.headers["Retry-After"] { state.withLock { $0.pauses.append(pause) } }
                response = try ask(request)
            }
            return response
        }
    }

    private func ask(_ request: HTTPRequest) throws(HTTPError) -> HTTPResponse {
        let parts = request.url.split(separator: "/", maxSplits: 2)
        guard parts.count == 3, parts[0] == "http:",
            let port = parts[1].split(separator: ":").last.flatMap({ UInt16($0) })
        else { throw HTTPError(url: request.url, reason: .invalidAddress) }
        let stored = request.usesCache ? state.withLock { $0.stored[request.url] } : nil
        var lines = ["\(request.method) /\(parts[2]) HTTP/1.1", "Host: \(parts[1])"]
        lines += request.headers.fields.map { "\($0.name): \($0.value)" }
        if let tag = stored?.headers["ETag"] { lines.append("If-None-Match: \(tag)") }
        if !request.body.isEmpty { lines.append("Content-Length: \(request.body.count)") }
        let text: String
        do {
            let connection = try LoopbackConnection(port: port)
            try connection.send(
                lines.joined(separator: "\r\n") + "\r\n\r\n" + String(decoding: request.body, as: UTF8.self))
            text = connection.readToEnd()
        } catch {
            throw HTTPError(url: request.url, reason: .unreachable("no connection"))
        }
        guard var response = Self.response(text, from: request.url) else {
            throw HTTPError(url: request.url, reason: .unreachable("the connection ended"))
        }
        if response.status == 304, var stored {
            stored.isUnchanged = true
            return stored
        }
        response.url = request.url
        if request.usesCache, response.status == 200, response.headers["ETag"] != nil {
            state.withLock { [response] in $0.stored[request.url] = response }
        }
        return response
    }

    private static func response(_ text: String, from url: String) -> HTTPResponse? {
        let bytes = Array(text.utf8)
        guard let end = bytes.indices.first(where: { bytes[$0...].starts(with: [13, 10, 13, 10]) }) else { return nil }
        var lines = String(decoding: bytes[..<end], as: UTF8.self).split(separator: "\r\n")
        guard !lines.isEmpty,
            let status = lines.removeFirst().split(separator: " ").dropFirst().first.flatMap({ Int($0) })
        else { return nil }
        var headers = HTTPHeaders()
        for line in lines {
            let parts = line.split(separator: ":", maxSplits: 1)
            if parts.count == 2 { headers[String(parts[0])] = String(parts[1].drop { $0 == " " }) }
        }
        return HTTPResponse(status: status, headers: headers, body: Array(bytes[(end + 4)...]), url: url)
    }
}
