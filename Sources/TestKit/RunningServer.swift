internal import Foundation

/// `sennight serve` as a process of its own, on a free port.
package final class RunningServer {
    private let process: Process
    private let output: Pipe
    /// Without a trailing slash: `http://127.0.0.1:49152`.
    package let address: String

    /// Starts the server and waits until it says its address.
    package init(_ arguments: [String]) throws {
        process = Process()
        output = Pipe()
        process.executableURL = URL(filePath: try CommandRun.program())
        process.arguments = ["serve", "--port", "0"] + arguments
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        var said = ""
        while !said.contains("\n") {
            let data = output.fileHandleForReading.availableData
            guard !data.isEmpty else { throw NoAddress() }
            said += String(decoding: data, as: UTF8.self)
        }
        address = String(said.split(separator: "\n")[0].dropLast())
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
    package func get(_ path: String) throws -> String {
        let connection = try LoopbackConnection(port: port)
        try connection.send("GET \(path) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        return connection.readToEnd()
    }

    /// A connection on which events come in.
    package func events(_ path: String) throws -> LoopbackConnection {
        let connection = try LoopbackConnection(port: port)
        try connection.send("GET \(path) HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n")
        return connection
    }
}
