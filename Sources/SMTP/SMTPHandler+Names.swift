internal import NIOCore
internal import NIOSSL
internal import Send

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

extension SMTPHandler {
    /// The name of this machine, if it has one that other machines can know; otherwise its address in brackets (RFC 5321,
    /// section 4.1.4).
    static func clientName(_ address: SocketAddress?) -> String {
        var buffer = [CChar](repeating: 0, count: 256)
        if gethostname(&buffer, buffer.count - 1) == 0 {
            let name = String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
            let isDomain = name.utf8.allSatisfy { byte in
                byte == 0x2D || byte == 0x2E || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
            }
            if isDomain, name.split(separator: ".").count > 1 { return name }
        }
        guard let address, let text = address.ipAddress else { return "[127.0.0.1]" }
        return address.protocol == .inet6 ? "[IPv6:\(text)]" : "[\(text)]"
    }

    static func fault(_ error: any Error, host: String) -> DeliveryFault {
        switch error {
        case let error as NIOSSLExtraError where error == .failedToValidateHostname:
            return DeliveryFault(.permanent, "the mail server's certificate isn't for \(host)")
        case let error as NIOSSLError:
            let text = "\(error)"
            guard text.contains("CERTIFICATE_VERIFY_FAILED") else {
                return DeliveryFault(.temporary, "TLS failed: \(text)")
            }
            return DeliveryFault(.permanent, "the mail server's certificate isn't trusted, or has expired")
        case let error as IOError: return DeliveryFault(.temporary, String(cString: strerror(error.errnoCode)))
        default: return DeliveryFault(.temporary, "the connection failed: \(error)")
        }
    }
}

extension SocketAddress {
    /// Whether it is this machine (RFC 1122, section 3.2.1.3; RFC 4291, section 2.5.3).
    var isLoopback: Bool {
        ipAddress.map { $0.hasPrefix("127.") || $0 == "::1" || $0.hasPrefix("::ffff:127.") } ?? false
    }
}
