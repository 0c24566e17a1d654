import Dispatch
import TestKit
import Testing
import Text

@testable import Desk

/// On real connections.
@Suite struct SubscriptionServerTests {
    /// Starts a server, and does some work that blocks, outside the pool of threads that the server needs.
    private func withServer(
        patience: Duration, _ work: @escaping @Sendable (_ port: UInt16) throws -> Void
    ) async throws {
        let fixture = try await SubscriptionFixture()
        let (ports, port) = AsyncStream.makeStream(of: UInt16.self)
        let server = SubscriptionServer(
            fixture.subscriptions, delivery: fixture.delivery, publication: fixture.publication,
            options: SubscriptionServer.Options(port: 0, patience: patience), say: { _ in },
            announce: { url in
                let text = url.text.split(separator: ":").last?.prefix { $0 != "/" } ?? ""
                port.yield(UInt16(text) ?? 0)
            })
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await server.run() }
            group.addTask {
                guard let port = await ports.first(where: { _ in true }) else { return }
                try await withCheckedThrowingContinuation { continuation in
                    DispatchQueue.global().async { continuation.resume(with: Result { try work(port) }) }
                }
            }
            try await group.next()
            group.cancelAll()
        }
    }

    @Test func answersOnTheWire() async throws {
        try await withServer(patience: .seconds(60)) { port in
            func answer(_ request: String) throws -> String {
                let connection = try LoopbackConnection(port: port)
                try connection.send(request)
                return connection.readToEnd()
            }
            let end = "Host: x\r\nConnection: close\r\n"
            let page = try answer("GET /subscribe HTTP/1.1\r\n\(end)\r\n")
            #expect(page.hasPrefix("HTTP/1.1 200") && page.contains("<form"))
            let head = try answer("HEAD /subscribe HTTP/1.1\r\n\(end)\r\n")
            #expect(head.hasPrefix("HTTP/1.1 200") && head.hasSuffix("\r\n\r\n"))
            let body = "address=ann%40example.org"
            let post = try answer(
                "POST /subscribe HTTP/1.1\r\n\(end)Content-Type: application/x-www-form-urlencoded\r\n"
                    + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)")
            #expect(post.hasPrefix("HTTP/1.1 200") && !post.contains("ann"))
            let long = try answer("POST /subscribe HTTP/1.1\r\n\(end)Content-Length: 16385\r\n\r\n")
            #expect(long.hasPrefix("HTTP/1.1 413"))
            let fields = (0..<200).map { "X-\($0): x\r\n" }.joined()
            #expect(!(try answer("GET /subscribe HTTP/1.1\r\n\(fields)\(end)\r\n")).hasPrefix("HTTP/1.1 200"))
        }
    }

    @Test func dropsSlowClients() async throws {
        try await withServer(patience: .milliseconds(500)) { port in
            let starts = [
                "", "GET /sub", "GET /subscribe HTTP/1.1\r\nHost: x\r\n",
                "POST /subscribe HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\naddress=",
            ]
            let connections = try starts.map { start in
                let connection = try LoopbackConnection(port: port)
                try connection.send(start)
                return connection
            }
            for (connection, start) in zip(connections, starts) { #expect(connection.isClosed(), "\(start)") }
        }
    }
}
