/// Compressed bytes (RFC 1952) for tests, created without a library.
package enum Gzip {
    private static let header: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]

    /// Up to 65,535 bytes in a gzip wrapper, without compression.
    package static func wrapping(_ bytes: [UInt8]) -> [UInt8] {
        let length = UInt16(truncatingIfNeeded: bytes.count)
        return header + [1] + littleEndian(UInt32(length) | UInt32(~length) << 16) + bytes
            + littleEndian(checksum(bytes)) + littleEndian(UInt32(length))
    }

    /// About a two-hundredth of the decompressed size: copies of one byte, 258 at a time (RFC 1951, section 3.2.6).
    package static func bomb(of count: Int) -> [UInt8] {
        var (output, buffer, used) = (header, UInt32(0), UInt32(0))
        func put(_ bits: UInt32, _ length: UInt32) {
            buffer |= bits << used
            used += length
            while used >= 8 {
                output.append(UInt8(truncatingIfNeeded: buffer))
                (buffer, used) = (buffer >> 8, used - 8)
            }
        }
        // A final block with fixed codes: the letter `0`, then its copies.
        put(0b1, 1)
        put(0b01, 2)
        put(0b0000_0110, 8)
        for _ in 0..<(count / 258) {
            put(0b1010_0011, 8)
            put(0, 5)
        }
        put(0, 7)
        put(0, 7)
        return output
    }

    private static func littleEndian(_ number: UInt32) -> [UInt8] {
        [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: number >> $0) }
    }

    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var remainder: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            remainder ^= UInt32(byte)
            for _ in 0..<8 { remainder = remainder >> 1 ^ (remainder & 1 == 1 ? 0xEDB8_8320 : 0) }
        }
        return ~remainder
    }
}
