#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// A message as it follows DATA: a line that begins with a full stop gets another one, and a line with a full stop alone
/// ends it (RFC 5321, section 4.5.2).
package struct TransmittedMessage: Sendable {
    private let bytes: [UInt8]
    /// The indices of the full stops at the beginning of lines.
    private let stops: [Int]
    /// Whether it has bytes beyond ASCII.
    let has8BitBytes: Bool

    /// - Returns: nil if the message has a line feed or a carriage return alone. Servers disagree on whether these end
    ///   lines, and where a message ends must not depend on that.
    init?(_ bytes: [UInt8]) {
        var stops: [Int] = bytes.first == UInt8(ascii: ".") ? [0] : []
        var (feeds, returns, bits) = (0, 0, 0 as UInt8)
        let hasOnlyLineEnds = bytes.withUnsafeBufferPointer { buffer in
            guard let start = buffer.baseAddress else { return true }
            for byte in buffer {
                bits |= byte
                returns &+= byte == UInt8(ascii: "\r") ? 1 : 0
            }
            var index = 0
            while index < buffer.count, let found = memchr(start + index, 0x0A, buffer.count - index) {
                let feed = UnsafeRawPointer(start).distance(to: UnsafeRawPointer(found))
                guard feed > 0, buffer[feed - 1] == UInt8(ascii: "\r") else { return false }
                feeds += 1
                index = feed + 1
                if index < buffer.count, buffer[index] == UInt8(ascii: ".") { stops.append(index) }
            }
            return feeds == returns
        }
        guard hasOnlyLineEnds else { return nil }
        self.bytes = bytes
        self.stops = stops
        has8BitBytes = bits >= 0x80
    }

    /// The end of the message, after its last line.
    private var end: StaticString { bytes.isEmpty || bytes.last == UInt8(ascii: "\n") ? ".\r\n" : "\r\n.\r\n" }

    /// How many bytes ``write(_:)`` passes on.
    package var count: Int { bytes.count + stops.count + end.utf8CodeUnitCount }

    /// Passes on the pieces in their order. None of them is a copy.
    package func write(_ piece: (UnsafeRawBufferPointer) -> Void) {
        bytes.withUnsafeBytes { buffer in
            var start = 0
            for stop in stops {
                // The full stop is sent twice: at the end of this piece, and at the beginning of the next one.
                piece(UnsafeRawBufferPointer(rebasing: buffer[start...stop]))
                start = stop
            }
            piece(UnsafeRawBufferPointer(rebasing: buffer[start...]))
        }
        end.withUTF8Buffer { piece(UnsafeRawBufferPointer($0)) }
    }
}
