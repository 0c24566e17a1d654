/// `sennight serve`, or another server command, as a separate process on a free port.
package final class RunningServer: Sendable {
    private let program: RunningProgram
    /// The URL that the command prints, without a trailing slash: `http://127.0.0.1:49152`.
    package let address: String

    /// Starts the server and waits until it prints its URL.
    package init(_ arguments: [String], command: String = "serve") throws {
        program = try RunningProgram(.sennight([command, "--port", "0"] + arguments))
        guard program.output.waits(for: "\n"), let line = program.output.text.split(separator: "\n").first else {
            throw NoAddress(description: "the server ended without an address: \(program.errors.text)")
        }
        address = String(line.hasSuffix("/") ? line.dropLast() : line)
    }

    deinit { stop() }

    package func stop() { program.stop() }

    package struct NoAddress: Error, CustomStringConvertible {
        package let description: String
    }

    /// Waits until the server prints a text to stderr, after what was waited for before; returns false if the server
    /// ends without it.
    package func waits(forError text: String) -> Bool { program.errors.waits(for: text) }

    private var port: UInt16 { UInt16(address.split(separator: ":").last?.prefix { $0 != "/" } ?? "0") ?? 0 }

    /// The complete response to a GET, head and body.
    package func get(_ path: String, fields: [String] = []) throws -> String {
        try answer("GET", path, fields: ["Host: localhost"] + fields)
    }

    /// The complete response to a request whose header fields are all given by the test.
    package func answer(_ method: String, _ path: String, fields: [String]) throws -> String {
        let connection = try LoopbackConnection(port: port)
        let lines = ["\(method) \(path) HTTP/1.1", "Connection: close"] + fields
        try connection.send(lines.joined(separator: "\r\n") + "\r\n\r\n")
        return connection.readToEnd()
    }

    /// A connection on which the beginning of a request has been sent.
    package func connection(sending start: String) throws -> LoopbackConnection {
        let connection = try LoopbackConnection(port: port)
        try connection.send(start)
        return connection
    }

    /// A connection that receives events.
    package func events(_ path: String) throws -> LoopbackConnection {
        let connection = try LoopbackConnection(port: port)
        try connection.send("GET \(path) HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n")
        return connection
    }
}
