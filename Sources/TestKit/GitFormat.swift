internal import Crypto
internal import Foundation

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Encodes git's files.
enum GitFormat {
    static func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    static func bytes(_ hexadecimal: String) -> [UInt8] {
        let digits = Array(hexadecimal)
        return stride(from: 0, to: digits.count - 1, by: 2).compactMap {
            UInt8(String(digits[$0...($0 + 1)]), radix: 16)
        }
    }

    /// An uncompressed stream (RFC 1950; RFC 1951, section 3.2.4).
    static func zlib(_ bytes: [UInt8]) -> [UInt8] {
        var stream: [UInt8] = [0x78, 0x01]
        var rest = bytes[...]
        repeat {
            let block = rest.prefix(65_535)
            rest = rest.dropFirst(block.count)
            let length = UInt16(block.count)
            stream += [rest.isEmpty ? 1 : 0]
            stream += [length, ~length].flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } + block
        } while !rest.isEmpty
        var (low, high): (UInt32, UInt32) = (1, 0)
        for byte in bytes {
            low = (low + UInt32(byte)) % 65_521
            high = (high + low) % 65_521
        }
        return stream + bigEndian(high << 16 | low)
    }

    /// An index of plain files (gitformat-index(5), version 2).
    ///
    /// - Parameters:
    ///   - files: the names of the blobs, by path.
    ///   - folder: the working tree.
    static func index(_ files: [String: String], in folder: String) -> [UInt8] {
        var index = Array("DIRC".utf8) + bigEndian(2) + bigEndian(UInt32(files.count))
        for (path, blob) in files.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
            var entry = status(of: "\(folder)/\(path)") + bytes(blob)
            entry += bigEndian(UInt32(min(path.utf8.count, 0xFFF))).suffix(2) + Array(path.utf8)
            entry += [UInt8](repeating: 0, count: 8 - entry.count % 8)
            index += entry
        }
        return index + Array(Insecure.SHA1.hash(data: index))
    }

    /// Times, device, inode, mode, owner and size, by which git recognises an unchanged file.
    private static func status(of path: String) -> [UInt8] {
        var status = stat()
        guard lstat(path, &status) == 0 else { return [UInt8](repeating: 0, count: 40) }
        #if canImport(Darwin)
            let (created, modified) = (status.st_ctimespec, status.st_mtimespec)
        #else
            let (created, modified) = (status.st_ctim, status.st_mtim)
        #endif
        let fields = [
            created.tv_sec, created.tv_nsec, modified.tv_sec, modified.tv_nsec, Int(status.st_dev),
            Int(truncatingIfNeeded: status.st_ino), 0o100644, Int(status.st_uid), Int(status.st_gid),
            Int(status.st_size),
        ]
        return fields.flatMap { bigEndian(UInt32(truncatingIfNeeded: $0)) }
    }

    private static func bigEndian(_ number: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }
}
