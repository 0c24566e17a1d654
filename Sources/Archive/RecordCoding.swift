internal import Context
internal import Text

/// Writes numbers and texts so that ``RecordReader`` knows their lengths.
struct RecordWriter {
    private(set) var bytes: [UInt8] = []

    mutating func add(_ number: Int) {
        withUnsafeBytes(of: Int64(number).littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func add(short number: Int) {
        withUnsafeBytes(of: UInt32(truncatingIfNeeded: number).littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func add(_ text: String) {
        add(short: text.utf8.count)
        bytes += text.utf8
    }

    mutating func add(_ text: String?) {
        add(short: text == nil ? 0 : 1)
        if let text { add(text) }
    }

    mutating func add(_ other: RecordBytes) {
        other.bytes.withBytes { bytes.append(contentsOf: $0[other.range]) }
    }
}

/// Encoded records, as a part of the bytes of the file.
struct RecordBytes {
    var bytes: FileBytes
    var range: Range<Int>
}

/// Reads what ``RecordWriter`` wrote; ``hasFailed`` is set for any other bytes.
struct RecordReader {
    private let bytes: FileBytes
    private(set) var position: Int
    /// Whether any bytes weren't in the form that ``RecordWriter`` writes.
    private(set) var hasFailed = false

    init(_ bytes: FileBytes, at position: Int = 0) {
        self.bytes = bytes
        self.position = position
    }

    mutating func number() -> Int {
        guard bytes.count - position >= 8 else { return failed() }
        defer { position += 8 }
        return bytes.withBytes {
            Int(Int64(littleEndian: $0.loadUnaligned(fromByteOffset: position, as: Int64.self)))
        }
    }

    mutating func short() -> Int {
        guard bytes.count - position >= 4 else { return failed() }
        defer { position += 4 }
        return bytes.withBytes {
            Int(Int32(littleEndian: $0.loadUnaligned(fromByteOffset: position, as: Int32.self)))
        }
    }

    mutating func text() -> String {
        let count = short()
        guard count >= 0, bytes.count - position >= count else {
            _ = failed()
            return ""
        }
        defer { position += count }
        return bytes.withBytes { String(decoding: $0[position..<(position + count)], as: UTF8.self) }
    }

    mutating func skipText() {
        let count = short()
        if count >= 0, bytes.count - position >= count { position += count } else { _ = failed() }
    }

    mutating func optionalText() -> String? { short() == 1 ? text() : nil }

    private mutating func failed() -> Int {
        hasFailed = true
        return 0
    }
}
