import Context
import Foundation
import Synchronization
import TestKit

/// HTTP/1.1 over plain sockets, with what sources rely on: asking again, a cap on size and time, validation of what is
/// stored. The program's own client has tests of its own.
final class SocketWeb: Sendable {
    private let patience: Int
    private let stored = Mutex<[String: HTTPResponse]>([:])

    /// - Parameter patience: in how many pieces an answer may arrive until the time for it is up.
    init(patience: Int = .max) {
        self.patience = patience
    }

    var http: HTTP { HTTP { request throws(HTTPError) in try await self.send(request) } }

    private func send(_ request: HTTPRequest) async throws(HTTPError) -> HTTPResponse {
        var request = request
        let old = request.usesCache ? stored.withLock { $0[request.url] } : nil
        if let tag = old?.headers["ETag"] { request.headers["If-None-Match"] = tag }
        var response = try await exchange(request)
        for _ in 0..<request.retries where response.status == 429 || response.status >= 500 {
            response = try await exchange(request)
        }
        if response.status == 304, var old {
            old.isUnchanged = true
            return old
        }
        if request.usesCache, response.status == 200 { stored.withLock { [response] in $0[request.url] = response } }
        return response
    }

    /// On a thread of its own, as sockets wait.
    private func exchange(_ request: HTTPRequest) async throws(HTTPError) -> HTTPResponse {
        let patience = patience
        let result: Result<HTTPResponse, HTTPError> = await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                continuation.resume(
                    returning: Result { () throws(HTTPError) in try SocketExchange.answer(request, patience) })
            }
        }
        return try result.get()
    }
}

private enum SocketExchange {
    static func answer(_ request: HTTPRequest, _ patience: Int) throws(HTTPError) -> HTTPResponse {
        let pieces = request.url.split(separator: "/", maxSplits: 2)
        guard pieces.count > 1, let port = pieces[1].split(separator: ":").last.flatMap({ UInt16($0) }) else {
            throw HTTPError(url: request.url, reason: .invalidAddress)
        }
        let target = "/" + (pieces.count > 2 ? pieces[2] : "")
        let fields = request.headers.fields.map { "\($0.name): \($0.value)\r\n" }.joined()
        let head =
            "\(request.method) \(target) HTTP/1.1\r\nHost: \(pieces[1])\r\nContent-Length: \(request.body.count)\r\n\(fields)\r\n"
        let connection: LoopbackConnection
        do {
            connection = try LoopbackConnection(port: port)
            try connection.send(head + String(decoding: request.body, as: UTF8.self))
        } catch {
            throw HTTPError(url: request.url, reason: .unreachable("\(error)"))
        }
        return try answer(on: connection, request, patience)
    }

    private static func answer(
        on connection: LoopbackConnection, _ request: HTTPRequest, _ patience: Int
    ) throws(HTTPError) -> HTTPResponse {
        var arrived = 0
        var bytes: [UInt8] = []
        var response: (HTTPResponse, length: Int)?
        while true {
            if response == nil, let body = bytes.firstRange(of: [13, 10, 13, 10]) {
                response = head(Array(bytes[..<body.lowerBound]), request.url)
                bytes.removeFirst(body.upperBound)
            }
            if let response, bytes.count >= response.length {
                var whole = response.0
                whole.body = Array(bytes[..<response.length])
                return whole
            }
            if bytes.count > request.maximumBytes {
                throw HTTPError(url: request.url, reason: .tooLarge(limit: request.maximumBytes))
            }
            guard arrived < patience else {
                throw HTTPError(url: request.url, reason: .timedOut(seconds: request.timeout))
            }
            guard let more = connection.readSome(milliseconds: 60_000) else {
                throw HTTPError(url: request.url, reason: .unreachable("the connection ended"))
            }
            bytes += more
            arrived += 1
        }
    }

    /// Without a length the body ends with the connection.
    private static func head(_ bytes: [UInt8], _ url: String) -> (HTTPResponse, length: Int) {
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n")
        var response = HTTPResponse(
            status: lines[0].split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0, url: url)
        for line in lines.dropFirst() {
            let pair = line.split(separator: ":", maxSplits: 1).map { $0.drop { $0 == " " } }
            if pair.count == 2 { response.headers[String(pair[0])] = String(pair[1]) }
        }
        let length = response.headers["Content-Length"].flatMap { Int($0) }
        return (response, response.status == 304 ? 0 : length ?? .max)
    }
}
