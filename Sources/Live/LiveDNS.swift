internal import CResolver
package import Context

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

extension DNS {
    /// Asks the servers that the system is configured to use.
    ///
    /// - Parameter server: an IPv4 address with a port that is asked instead, such as `127.0.0.1:5353`, for tests.
    package static func live(server: String? = nil) -> DNS {
        DNS { name throws(CommandError) in
            let answer = await withCheckedContinuation { continuation in
                // The resolver blocks, so it gets a thread of its own.
                BlockingThread { continuation.resume(returning: query(name, server)) }.start()
            }
            return try answer.get()
        }
    }

    /// The longest message (RFC 1035, section 4.2.2).
    private static let largestAnswer = 65_535

    private static func query(_ name: String, _ server: String?) -> Result<[String], CommandError> {
        var address = in_addr_t(0)
        var port = in_port_t(0)
        if let server {
            let parts = server.split(separator: ":")
            guard parts.count == 2, let number = UInt16(parts[1]) else {
                return .failure(CommandError("'\(server)' isn't an address with a port"))
            }
            (address, port) = (inet_addr(String(parts[0])), number.bigEndian)
        }
        var fault: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: largestAnswer) { buffer, count in
            let length = resolver_query_txt(
                name, address, port, buffer.baseAddress, Int32(buffer.count), &fault)
            count = min(buffer.count, Int(max(0, length)))
        }
        switch fault {
        case 0:
            guard let answer = DNSAnswer(bytes) else {
                return .failure(CommandError("the DNS server's answer about \(name) can't be read"))
            }
            return .success(answer.texts)
        case HOST_NOT_FOUND, NO_DATA: return .success([])
        default: return .failure(CommandError("no DNS server answered the question about \(name)"))
        }
    }
}
