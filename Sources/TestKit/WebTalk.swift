#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// A client's request to a ``LoopbackServer``.
package struct WebQuestion: Hashable, Sendable {
    package var method: String
    /// The path and query.
    package var target: String
    /// By name in lower case; if a name occurs several times, the last value.
    package var fields: [String: String]
    package var body: [UInt8]
}

/// The response of a ``LoopbackServer``.
package struct WebReply: Sendable {
    package enum Step: Sendable {
        case bytes([UInt8])
        case pause(milliseconds: Int)
        /// The same bytes repeatedly, until the client closes the connection.
        case forever([UInt8], everyMilliseconds: Int)
        /// The connection is reset without a response (TCP RST).
        case reset
        case close
    }

    package var steps: [Step]

    package init(steps: [Step]) {
        self.steps = steps
    }

    /// A complete response, with its length; `fields` are lines such as `ETag: "1"`.
    package static func answer(_ status: Int = 200, _ fields: [String] = [], body: [UInt8] = []) -> WebReply {
        var lines = ["HTTP/1.1 \(status) It", "Content-Length: \(body.count)"] + fields
        if status == 304 { lines.remove(at: 1) }
        return WebReply(steps: [.bytes(Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body)])
    }

    package static func text(_ text: String, _ fields: [String] = []) -> WebReply {
        answer(200, fields, body: Array(text.utf8))
    }

    package static func redirect(_ status: Int = 302, to location: String) -> WebReply {
        answer(status, ["Location: \(location)"])
    }
}

/// Requests and responses on one connection.
struct WebTalk {
    private let connection: Int32
    private var unread: [UInt8] = []

    init(_ connection: Int32) {
        self.connection = connection
    }

    /// Nil if the client has closed the connection, or doesn't speak HTTP.
    mutating func nextQuestion() -> WebQuestion? {
        while true {
            if let end = headEnd() {
                let head = String(decoding: unread[..<end], as: UTF8.self)
                var lines = head.split(separator: "\r\n")
                guard !lines.isEmpty else { return nil }
                let words = lines.removeFirst().split(separator: " ")
                guard words.count == 3 else { return nil }
                var fields: [String: String] = [:]
                for line in lines {
                    guard let colon = line.firstIndex(of: ":") else { continue }
                    fields[line[..<colon].lowercased()] = String(line[line.index(after: colon)...].drop { $0 == " " })
                }
                let length = fields["content-length"].flatMap { Int($0) } ?? 0
                while unread.count < end + 4 + length { guard readMore() else { return nil } }
                let body = Array(unread[(end + 4)..<(end + 4 + length)])
                unread.removeFirst(end + 4 + length)
                return WebQuestion(method: String(words[0]), target: String(words[1]), fields: fields, body: body)
            }
            guard unread.count < 1 << 20, readMore(), let first = unread.first, first >= UInt8(ascii: "A"),
                first <= UInt8(ascii: "Z")
            else { return nil }
        }
    }

    private func headEnd() -> Int? {
        guard unread.count >= 4 else { return nil }
        return (0...(unread.count - 4)).first { unread[$0] == 13 && unread[$0...].starts(with: [13, 10, 13, 10]) }
    }

    private mutating func readMore() -> Bool {
        var buffer = [UInt8](repeating: 0, count: 16_384)
        let count = recv(connection, &buffer, buffer.count, 0)
        guard count > 0 else { return false }
        unread += buffer[..<count]
        return true
    }

    /// Whether the connection stays open.
    func send(_ reply: WebReply, to question: WebQuestion) -> Bool {
        for step in reply.steps {
            switch step {
            case .bytes(let bytes):
                guard write(question.method == "HEAD" ? Self.head(of: bytes) : bytes) else { return false }
            case .pause(let milliseconds): guard stays(milliseconds) else { return false }
            case .forever(let bytes, let milliseconds):
                while write(bytes) { guard stays(milliseconds) else { return false } }
                return false
            case .reset:
                var linger = linger(l_onoff: 1, l_linger: 0)
                setsockopt(connection, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout.size(ofValue: linger)))
                return false
            case .close: return false
            }
        }
        return true
    }

    private static func head(of bytes: [UInt8]) -> [UInt8] {
        let end = bytes.indices.first { bytes[$0...].starts(with: [13, 10, 13, 10]) }
        return end.map { Array(bytes[..<($0 + 4)]) } ?? bytes
    }

    /// Waits, unless the client closes the connection.
    private func stays(_ milliseconds: Int) -> Bool {
        var waiting = pollfd(fd: connection, events: Int16(POLLIN), revents: 0)
        guard poll(&waiting, 1, Int32(milliseconds)) > 0 else { return true }
        var byte: UInt8 = 0
        return recv(connection, &byte, 1, Int32(MSG_PEEK)) > 0
    }

    private func write(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { buffer in
                #if canImport(Darwin)
                    Darwin.send(connection, buffer.baseAddress, buffer.count, 0)
                #elseif canImport(Glibc)
                    Glibc.send(connection, buffer.baseAddress, buffer.count, Int32(MSG_NOSIGNAL))
                #else
                    Musl.send(connection, buffer.baseAddress, buffer.count, Int32(MSG_NOSIGNAL))
                #endif
            }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }
}
