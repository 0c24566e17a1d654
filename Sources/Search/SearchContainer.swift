package import Text

/// The files of an index in a single file, which the command line uses.
///
/// Layout: magic, checksum of the rest, basis, number of files; a row for each file, sorted by the hash of its name; the
/// names in the same order, ended by line feeds; the files.
package struct SearchContainer: Sendable {
    private let bytes: FileBytes
    private let count: Int

    private static let magic: UInt64 = 0x3168_6372_6165_7373
    private static let head = 44
    private static let row = 16

    /// The bytes of a container.
    ///
    /// - Parameter basis: the fingerprint of the input of the files.
    package static func bytes(of files: SearchFiles, basis: Fingerprint) -> [UInt8] {
        let rows = files.files.map { (hash: hash(of: $0.key), name: $0.key, bytes: $0.value) }
            .sorted { ($0.hash, $0.name) < ($1.hash, $1.name) }
        var body: [UInt8] = []
        add(basis.high, to: &body)
        add(basis.low, to: &body)
        add(UInt32(rows.count), to: &body)
        var offset = head + rows.count * row + rows.reduce(0) { $0 + $1.name.utf8.count + 1 }
        for row in rows {
            add(row.hash, to: &body)
            add(UInt32(offset), to: &body)
            add(UInt32(row.bytes.count), to: &body)
            offset += row.bytes.count
        }
        for row in rows { body += Array(row.name.utf8) + [UInt8(ascii: "\n")] }
        for row in rows { body += row.bytes }
        var mixer = FingerprintMixer()
        mixer.add(body)
        var bytes: [UInt8] = []
        add(magic, to: &bytes)
        add(mixer.fingerprint.high, to: &bytes)
        add(mixer.fingerprint.low, to: &bytes)
        return bytes + body
    }

    /// Opens a container that ``bytes(of:basis:)`` made with the same basis; nil for any other bytes.
    package init?(_ bytes: FileBytes, basis: Fingerprint) {
        let count: Int? = bytes.withBytes { raw in
            guard raw.count >= Self.head, raw.loadUnaligned(as: UInt64.self) == Self.magic else { return nil }
            func word(_ offset: Int) -> UInt64 { raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self) }
            guard Fingerprint(high: word(24), low: word(32)) == basis else { return nil }
            var mixer = FingerprintMixer()
            mixer.add(UnsafeRawBufferPointer(rebasing: raw[24...]))
            guard mixer.fingerprint == Fingerprint(high: word(8), low: word(16)) else { return nil }
            return Int(raw.loadUnaligned(fromByteOffset: 40, as: UInt32.self))
        }
        guard let count, bytes.count >= Self.head + count * Self.row else { return nil }
        self.bytes = bytes
        self.count = count
    }

    /// A container of files in memory.
    package init?(_ files: SearchFiles) {
        let basis = Fingerprint(.number(0))
        self.init(FileBytes(Self.bytes(of: files, basis: basis)), basis: basis)
    }

    /// Calls a closure with a file's bytes; nil if the file doesn't exist.
    func withFile<Result>(_ name: String, _ body: (UnsafeRawBufferPointer) -> Result) -> Result? {
        let hash = Self.hash(of: name)
        return bytes.withBytes { raw in
            var (low, high) = (0, count)
            while low < high {
                let middle = (low + high) / 2
                let known = raw.loadUnaligned(fromByteOffset: Self.head + middle * Self.row, as: UInt64.self)
                if known < hash { low = middle + 1 } else { high = middle }
            }
            guard low < count else { return nil }
            let start = Self.head + low * Self.row
            guard raw.loadUnaligned(fromByteOffset: start, as: UInt64.self) == hash else { return nil }
            let offset = Int(raw.loadUnaligned(fromByteOffset: start + 8, as: UInt32.self))
            let size = Int(raw.loadUnaligned(fromByteOffset: start + 12, as: UInt32.self))
            guard offset + size <= raw.count else { return nil }
            return body(UnsafeRawBufferPointer(rebasing: raw[offset..<(offset + size)]))
        }
    }

    /// The names of all files, always in the same order.
    package var names: [String] {
        bytes.withBytes { raw in
            raw[(Self.head + count * Self.row)...].split(
                separator: UInt8(ascii: "\n"), maxSplits: count, omittingEmptySubsequences: false
            ).prefix(count).map { String(decoding: $0, as: UTF8.self) }
        }
    }

    /// A file's bytes; empty if the file doesn't exist.
    package func bytes(of name: String) -> [UInt8] { withFile(name) { Array($0) } ?? [] }

    private static func add(_ number: some FixedWidthInteger, to bytes: inout [UInt8]) {
        withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }

    private static func hash(of name: String) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return hash
    }
}
