#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// A plain TCP connection to a port of this machine.
package final class LoopbackConnection: Sendable {
    private let descriptor: Int32

    package struct Failure: Error {
        package let code: Int32
    }

    package init(port: UInt16) throws {
        #if canImport(Darwin)
            descriptor = socket(AF_INET, SOCK_STREAM, 0)
        #else
            descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #endif
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else { throw Failure(code: errno) }
    }

    deinit { close(descriptor) }

    package func send(_ text: String) throws {
        let bytes = Array(text.utf8)
        guard write(descriptor, bytes, bytes.count) == bytes.count else { throw Failure(code: errno) }
    }

    package func readToEnd() -> String {
        var all: [UInt8] = []
        while let more = readSome(milliseconds: 600_000) { all += more }
        return String(decoding: all, as: UTF8.self)
    }

    /// Reads until `text` has arrived; returns false if the connection ends without it.
    ///
    /// - Parameter milliseconds: the limit for a server that hangs.
    package func waits(for text: String, milliseconds: Int32 = 600_000) -> Bool {
        var all = ""
        while !all.contains(text) {
            guard let more = readSome(milliseconds: milliseconds) else { return false }
            all += String(decoding: more, as: UTF8.self)
        }
        return true
    }

    /// Whether no unread data has arrived, and the connection is open.
    package var isSilent: Bool {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&waiting, 1, 0) == 0
    }

    /// Whether the other side closes the connection.
    package func isClosed(within milliseconds: Int32 = 600_000) -> Bool {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        while poll(&waiting, 1, milliseconds) > 0 {
            var buffer = [UInt8](repeating: 0, count: 65_536)
            if read(descriptor, &buffer, buffer.count) <= 0 { return true }
        }
        return false
    }

    /// Nil at the end, or on a timeout.
    package func readSome(milliseconds: Int32) -> [UInt8]? {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        guard poll(&waiting, 1, milliseconds) > 0 else { return nil }
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = read(descriptor, &buffer, buffer.count)
        return count > 0 ? Array(buffer[..<count]) : nil
    }
}
