/// Reads numbers from bytes that may be damaged; after their end, all bytes are zero.
struct ByteCursor {
    private let bytes: UnsafeRawBufferPointer
    private(set) var position: Int
    private(set) var hasFailed = false

    init(_ bytes: UnsafeRawBufferPointer, at position: Int = 0) {
        self.bytes = bytes
        self.position = position
    }

    var isAtEnd: Bool { position >= bytes.count }

    /// Reads a LEB128 varint.
    mutating func number() -> Int {
        var result = 0
        var shift = 0
        while position < bytes.count, shift < 42 {
            let byte = bytes[position]
            position += 1
            result |= Int(byte & 0x7F) << shift
            if byte < 0x80 { return result }
            shift += 7
        }
        hasFailed = true
        return 0
    }

    /// Skips a number of bytes, and returns their range.
    mutating func take(_ count: Int) -> Range<Int> {
        guard count >= 0, bytes.count - position >= count else {
            hasFailed = true
            position = bytes.count
            return position..<position
        }
        defer { position += count }
        return position..<(position + count)
    }
}
