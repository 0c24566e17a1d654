internal import Foundation

/// `sennight serve`, or another command that answers, as a process of its own on a free port.
package final class RunningServer {
    private let process: Process
    private let output: Pipe
    /// As the command says it, without a slash at the end: `http://127.0.0.1:49152`.
    package let address: String

    /// Starts the server and waits until it says its address.
    package init(_ arguments: [String], command: String = "serve") throws {
        process = Process()
        output = Pipe()
        process.executableURL = URL(filePath: try CommandRun.program())
        process.arguments = [command, "--port", "0"] + arguments
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        var said = ""
        while !said.contains("\n") {
            let data = output.fileHandleForReading.availableData
            guard !data.isEmpty else { throw NoAddress() }
            said += String(decoding: data, as: UTF8.self)
        }
        let line = said.split(separator: "\n")[0]
        address = String(line.hasSuffix("/") ? line.dropLast() : line)
    }

    deinit { stop() }

    package func stop() {
        guard process.isRunning else { return }
        process.terminate()
        process.waitUntilExit()
    }

    package struct NoAddress: Error {}

    private var port: UInt16 { UInt16(address.split(separator: ":").last ?? "0") ?? 0 }

    /// The whole answer to a GET, head and body.
    package func get(_ path: String, fields: [String] = []) throws -> String {
        try answer("GET", path, fields: ["Host: localhost"] + fields)
    }

    /// The whole answer to a request of which the test gives all fields.
    package func answer(_ method: String, _ path: String, fields: [String]) throws -> String {
        let connection = try LoopbackConnection(port: port)
        let lines = ["\(method) \(path) HTTP/1.1", "Connection: close"] + fields
        try connection.send(lines.joined(separator: "\r\n") + "\r\n\r\n")
        return connection.readToEnd()
    }

    /// A connection with the beginning of a request on it.
    package func connection(sending start: String) throws -> LoopbackConnection {
        let connection = try LoopbackConnection(port: port)
        try connection.send(start)
        return connection
    }

    /// A connection on which events come in.
    package func events(_ path: String) throws -> LoopbackConnection {
        let connection = try LoopbackConnection(port: port)
        try connection.send("GET \(path) HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n")
        return connection
    }
}
