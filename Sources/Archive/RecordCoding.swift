internal import Context
internal import Text

/// Writes numbers and texts so that ``RecordReader`` knows their lengths.
struct RecordWriter {
    private(set) var bytes: [UInt8] = []

    /// Adds any number, in eight bytes.
    mutating func add(_ number: Int) {
        withUnsafeBytes(of: Int64(number).littleEndian) { bytes.append(contentsOf: $0) }
    }

    /// Adds a number of up to 32 bits, in four bytes.
    mutating func add(short number: Int) {
        withUnsafeBytes(of: UInt32(truncatingIfNeeded: number).littleEndian) { bytes.append(contentsOf: $0) }
    }

    /// Adds a number that isn't negative, in groups of seven bits, the lowest first (LEB128).
    mutating func add(count number: Int) {
        var rest = UInt(max(0, number))
        while rest >= 0x80 {
            bytes.append(UInt8(rest & 0x7F) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    mutating func add(_ text: String) {
        add(count: text.utf8.count)
        bytes += text.utf8
    }

    mutating func add(_ text: String?) {
        add(count: text == nil ? 0 : 1)
        if let text { add(text) }
    }

    mutating func add(_ other: RecordBytes) {
        other.bytes.withBytes { bytes.append(contentsOf: $0[other.range]) }
    }

    mutating func add(_ other: RecordWriter) { bytes += other.bytes }
}

/// Encoded records, as a part of the bytes of the file.
struct RecordBytes {
    var bytes: FileBytes
    var range: Range<Int>

    init(bytes: FileBytes, range: Range<Int>) {
        self.bytes = bytes
        self.range = range
    }

    init(_ writer: RecordWriter) {
        bytes = FileBytes(writer.bytes)
        range = 0..<writer.bytes.count
    }
}

/// Reads what ``RecordWriter`` wrote; ``hasFailed`` is set for any other bytes.
struct RecordReader {
    private let bytes: FileBytes
    /// The memory of `bytes`: reading it directly takes a third of the time of a closure in another module.
    private let memory: UnsafeRawBufferPointer
    private(set) var position: Int
    /// Whether any bytes weren't in the form that ``RecordWriter`` writes.
    private(set) var hasFailed = false

    init(_ bytes: FileBytes, at position: Int = 0) {
        self.bytes = bytes
        memory = bytes.memory
        self.position = position
    }

    mutating func number() -> Int {
        guard memory.count - position >= 8 else { return failed() }
        defer { position += 8 }
        return withExtendedLifetime(bytes) {
            Int(Int64(littleEndian: memory.loadUnaligned(fromByteOffset: position, as: Int64.self)))
        }
    }

    mutating func short() -> Int {
        guard memory.count - position >= 4 else { return failed() }
        defer { position += 4 }
        return withExtendedLifetime(bytes) {
            Int(Int32(littleEndian: memory.loadUnaligned(fromByteOffset: position, as: Int32.self)))
        }
    }

    mutating func count() -> Int {
        let (value, end) = withExtendedLifetime(bytes) {
            var (value, shift, index) = (0, 0, position)
            while index < memory.count, shift < 63 {
                let byte = memory[index]
                index += 1
                value |= Int(byte & 0x7F) << shift
                if byte < 0x80 { return (value, index) }
                shift += 7
            }
            return (value, -1)
        }
        guard end >= 0 else { return failed() }
        position = end
        return value
    }

    /// The number of elements that follow. Each takes at least one byte, so that damaged bytes can't keep a loop busy.
    mutating func elementCount() -> Int {
        let count = count()
        return count <= memory.count - position ? count : failed()
    }

    mutating func text() -> String {
        let count = count()
        guard memory.count - position >= count else {
            _ = failed()
            return ""
        }
        defer { position += count }
        return withExtendedLifetime(bytes) {
            String(decoding: memory[position..<(position + count)], as: UTF8.self)
        }
    }

    mutating func skipText() {
        let count = count()
        if memory.count - position >= count { position += count } else { _ = failed() }
    }

    mutating func optionalText() -> String? { count() == 1 ? text() : nil }

    /// The text at an offset that is stored here.
    ///
    /// - Parameter start: the position from which offsets count.
    mutating func sharedText(from start: Int) -> String { text(at: start, offset: count()) }

    /// As ``sharedText(from:)``, for an offset that is stored increased by 1, or as 0 for nil.
    mutating func optionalSharedText(from start: Int) -> String? {
        let offset = count()
        return offset == 0 ? nil : text(at: start, offset: offset - 1)
    }

    private mutating func text(at start: Int, offset: Int) -> String {
        guard start <= memory.count, offset <= memory.count - start else {
            _ = failed()
            return ""
        }
        var other = RecordReader(bytes, at: start + offset)
        let text = other.text()
        if other.hasFailed { _ = failed() }
        return text
    }

    private mutating func failed() -> Int {
        hasFailed = true
        return 0
    }
}
