internal import Context

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// The two output streams of a process, with the environment that determines colours and escapes.
struct Streams: Sendable {
    enum Stream: Int32 {
        /// Standard output.
        case results = 1
        /// Standard error.
        case messages = 2
    }

    /// Writes all bytes. Returns the reason if some of them couldn't be written, and otherwise nil.
    var write: @Sendable (_ bytes: [UInt8], _ stream: Stream) -> String?
    var isTerminal: @Sendable (_ stream: Stream) -> Bool
    /// The value of an environment variable; nil if it isn't set.
    var variable: @Sendable (_ name: String) -> String?
    /// Masks secrets in everything that is written.
    var redactor: Redactor

    static let process = Streams(
        write: writeWhole, isTerminal: { isatty($0.rawValue) != 0 },
        variable: { name in getenv(name).map { String(cString: $0) } }, redactor: .process)

    private static func writeWhole(_ bytes: [UInt8], to stream: Stream) -> String? {
        let descriptor = stream.rawValue
        var offset = 0
        while offset < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                #if canImport(Darwin)
                    Darwin.write(descriptor, buffer.baseAddress! + offset, buffer.count - offset)
                #elseif canImport(Glibc)
                    Glibc.write(descriptor, buffer.baseAddress! + offset, buffer.count - offset)
                #else
                    Musl.write(descriptor, buffer.baseAddress! + offset, buffer.count - offset)
                #endif
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return String(cString: strerror(errno)).lowercased() }
            offset += count
        }
        return nil
    }
}
