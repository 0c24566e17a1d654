#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Reads the texts of records, for display (`FORMAT.md`, Documents).
struct DocumentReader {
    private let container: SearchContainer
    private let names: [String]
    /// The first record of each block, and the number of records.
    private let starts: [Int]

    init(_ manifest: SearchManifest, container: SearchContainer) {
        self.container = container
        var names: [String] = []
        var starts = [0]
        var hash = manifest.blockNames[...]
        for issue in manifest.blockCounts {
            for (index, count) in issue.enumerated() {
                names.append(
                    SearchFileName.name(.documents, hash: hash.prefix(SearchFileName.hashLength), index: index))
                starts.append(starts[starts.count - 1] + count)
            }
            hash = hash.dropFirst(SearchFileName.hashLength)
        }
        self.names = names
        self.starts = starts
    }

    /// - Throws: ``DamagedIndex`` if the record's block is missing or damaged.
    func hit(_ record: Int, score: Int) throws(DamagedIndex) -> SearchHit {
        var (low, high) = (1, starts.count)
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] <= record { low = middle + 1 } else { high = middle }
        }
        let block = low - 1
        guard block < names.count,
            let hit = container.withFile(names[block], { Self.hit($0, index: record - starts[block], record, score) })
                ?? nil
        else { throw DamagedIndex() }
        return hit
    }

    private static func hit(_ bytes: UnsafeRawBufferPointer, index: Int, _ record: Int, _ score: Int) -> SearchHit? {
        var issue = 0..<0
        var section = 0..<0
        var rest = index
        var start = 0
        while start < bytes.count {
            let end = position(of: UInt8(ascii: "\n"), in: bytes, from: start)
            switch bytes[start] {
            case UInt8(ascii: "#"): issue = (start + 1)..<end
            case UInt8(ascii: "="): section = (start + 1)..<end
            default:
                if rest == 0 { return hit(bytes, start..<end, issue: issue, section: section, record, score) }
                rest -= 1
            }
            start = end + 1
        }
        return nil
    }

    private static func position(of byte: UInt8, in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
        guard start < bytes.count, let base = bytes.baseAddress,
            let found = memchr(base + start, Int32(byte), bytes.count - start)
        else { return bytes.count }
        return UnsafeRawPointer(found) - base
    }

    private static func hit(
        _ bytes: UnsafeRawBufferPointer, _ line: Range<Int>, issue: Range<Int>, section: Range<Int>, _ record: Int,
        _ score: Int
    ) -> SearchHit? {
        guard let fields = fields(bytes, line, count: 3), let issue = Self.fields(bytes, issue, count: 4),
            let section = Self.fields(bytes, section, count: 2)
        else { return nil }
        func text(_ range: Range<Int>) -> String {
            String(decoding: UnsafeRawBufferPointer(rebasing: bytes[range]), as: UTF8.self)
        }
        var title = fields[0]
        if !title.isEmpty, bytes[title.lowerBound] == 0x20 { title = (title.lowerBound + 1)..<title.upperBound }
        var path = text(issue[2]) + "#"
        if !fields[2].isEmpty { path += "e" + text(fields[2]) }
        if fields[2].isEmpty || bytes[fields[2].upperBound - 1] == UInt8(ascii: "-") { path += text(section[0]) }
        let url = text(fields[1])
        let isWhole = url.isEmpty || bytes[fields[1]].contains(UInt8(ascii: ":")) && url.contains("://")
        return SearchHit(
            record: record, score: score, title: text(title), url: isWhole ? url : "https://" + url,
            section: text(section[1]), issue: text(issue[3]), number: Int(text(issue[0])), date: text(issue[1]),
            path: path)
    }

    /// The ranges between tabs; nil if there are fewer.
    private static func fields(_ bytes: UnsafeRawBufferPointer, _ line: Range<Int>, count: Int) -> [Range<Int>]? {
        guard !line.isEmpty else { return nil }
        var fields: [Range<Int>] = []
        fields.reserveCapacity(count)
        var start = line.lowerBound
        while fields.count < count {
            let end = min(line.upperBound, position(of: UInt8(ascii: "\t"), in: bytes, from: start))
            fields.append(start..<end)
            if end == line.upperBound { break }
            start = end + 1
        }
        return fields.count == count && fields[count - 1].upperBound == line.upperBound ? fields : nil
    }
}

/// The error if a file of the index is missing or damaged.
package struct DamagedIndex: Error {}
