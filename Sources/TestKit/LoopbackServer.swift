internal import Foundation
internal import Synchronization

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// A web server on this machine that responds as a test needs it to, even incorrectly. It runs as long as this object
/// exists.
package final class LoopbackServer: Sendable {
    package let port: Int
    /// `127.0.0.1:49152`, in the form that an address guard expects.
    package let endpoint: String
    /// The URL without a trailing slash.
    package var address: String { "http://\(endpoint)" }

    private let listener: Int32
    private let log = ServerLog()

    /// Listens on a free port, of `::1` if version 6 is requested.
    package init(version6: Bool = false, answer: @escaping @Sendable (WebQuestion) -> WebReply) throws {
        (listener, port) = try LoopbackListener.open(version6: version6)
        endpoint = version6 ? "[::1]:\(port)" : "127.0.0.1:\(port)"
        // The threads retain what they need but not the server, whose deinitialiser ends them.
        Thread.detachNewThread { [listener, log] in
            while true {
                let connection = accept(listener, nil, nil)
                if connection >= 0 {
                    guard log.begin(connection) else { continue }
                    Thread.detachNewThread {
                        var talk = WebTalk(connection)
                        while let question = talk.nextQuestion() {
                            log.note(question)
                            guard talk.send(answer(question), to: question) else { break }
                        }
                        log.end(connection)
                    }
                } else if errno != EINTR, errno != ECONNABORTED {
                    break
                }
            }
            // Closed only here: otherwise, the number could be another socket's while this thread still waits for it.
            close(listener)
        }
    }

    deinit {
        shutdown(listener, Int32(SHUT_RDWR))
        log.stop()
    }

    /// The requests in order.
    package var questions: [WebQuestion] { log.questions }

    /// The number of connections accepted.
    package var connections: Int { log.accepted }
}

/// The requests that a server has received, and its open connections.
private final class ServerLog: Sendable {
    private struct State: Sendable {
        var questions: [WebQuestion] = []
        var open: Set<Int32> = []
        var accepted = 0
        var isStopped = false
    }

    private let state = Mutex(State())

    var questions: [WebQuestion] { state.withLock(\.questions) }
    var accepted: Int { state.withLock(\.accepted) }

    func note(_ question: WebQuestion) { state.withLock { $0.questions.append(question) } }

    /// Whether the connection is to be served; otherwise it is closed.
    func begin(_ connection: Int32) -> Bool {
        state.withLock { state in
            state.accepted += 1
            if state.isStopped {
                close(connection)
            } else {
                state.open.insert(connection)
            }
            return !state.isStopped
        }
    }

    /// Under the lock, so that no descriptor is shut down that already belongs to another connection.
    func end(_ connection: Int32) {
        state.withLock { state in
            state.open.remove(connection)
            close(connection)
        }
    }

    func stop() {
        state.withLock { state in
            state.isStopped = true
            for connection in state.open { shutdown(connection, Int32(SHUT_RDWR)) }
        }
    }
}

/// The listening socket of a server.
package enum LoopbackListener {
    package struct Failure: Error {
        package let code: Int32

        package init(code: Int32) {
            self.code = code
        }
    }

    /// Whether nothing listens on a port of `127.0.0.1`.
    static func isFree(_ port: Int) -> Bool {
        // What can't be bound isn't free.
        guard let (descriptor, _) = try? open(version6: false, port: port) else { return false }
        close(descriptor)
        return true
    }

    /// - Parameter wanted: the port; 0 for any that is free.
    package static func open(version6: Bool, port wanted: Int = 0) throws -> (descriptor: Int32, port: Int) {
        #if canImport(Darwin)
            let stream = SOCK_STREAM
        #else
            let stream = Int32(SOCK_STREAM.rawValue)
        #endif
        let listener = socket(version6 ? AF_INET6 : AF_INET, stream, 0)
        guard listener >= 0 else { throw Failure(code: errno) }
        var port = UInt16(wanted)
        let isBound = version6 ? bind(listener, version6: &port) : bind(listener, version4: &port)
        guard isBound, listen(listener, 512) == 0 else {
            let code = errno
            close(listener)
            throw Failure(code: code)
        }
        return (listener, Int(port))
    }

    private static func bind(_ listener: Int32, version4 port: inout UInt16) -> Bool {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        guard bind(listener, &address) else { return false }
        port = UInt16(bigEndian: address.sin_port)
        return true
    }

    private static func bind(_ listener: Int32, version6 port: inout UInt16) -> Bool {
        var address = sockaddr_in6()
        address.sin6_family = sa_family_t(AF_INET6)
        address.sin6_port = port.bigEndian
        address.sin6_addr = in6addr_loopback
        guard bind(listener, &address) else { return false }
        port = UInt16(bigEndian: address.sin6_port)
        return true
    }

    /// Binds the socket, and reads back the address with its port.
    private static func bind<Address>(_ listener: Int32, _ address: inout Address) -> Bool {
        withUnsafeMutableBytes(of: &address) { bytes in
            guard let pointer = bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self) else { return false }
            var size = socklen_t(bytes.count)
            #if canImport(Glibc)
                guard Glibc.bind(listener, pointer, size) == 0 else { return false }
            #elseif canImport(Musl)
                guard Musl.bind(listener, pointer, size) == 0 else { return false }
            #else
                guard Darwin.bind(listener, pointer, size) == 0 else { return false }
            #endif
            return getsockname(listener, pointer, &size) == 0
        }
    }
}
