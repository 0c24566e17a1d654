/// Reads records as they are shown (`FORMAT.md`, Documents).
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

    /// - Throws: ``DamagedIndex`` where its block isn't there or isn't as it was written.
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
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            switch bytes[start] {
            case UInt8(ascii: "#"): issue = (start + 1)..<end
            case UInt8(ascii: "="): section = (start + 1)..<end
            default:
                if rest == 0 {
                    return hit(
                        fields(bytes, start..<end), issue: fields(bytes, issue), section: fields(bytes, section),
                        record,
                        score)
                }
                rest -= 1
            }
            start = end + 1
        }
        return nil
    }

    private static func fields(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> [String] {
        bytes[range].split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map {
            String(decoding: $0, as: UTF8.self)
        }
    }

    private static func hit(_ fields: [String], issue: [String], section: [String], _ record: Int, _ score: Int)
        -> SearchHit?
    {
        guard fields.count == 3, issue.count == 4, section.count == 2 else { return nil }
        let anchor = fields[2].hasSuffix("-") ? fields[2] + section[0] : fields[2]
        let url = fields[1].isEmpty || fields[1].contains("://") ? fields[1] : "https://" + fields[1]
        return SearchHit(
            record: record, score: score, title: fields[0].hasPrefix(" ") ? String(fields[0].dropFirst()) : fields[0],
            url: url, section: section[1], issue: issue[3], number: Int(issue[0]), date: issue[1],
            path: anchor.isEmpty ? "\(issue[2])#\(section[0])" : "\(issue[2])#e\(anchor)")
    }
}

/// A file of the index is missing, or isn't as it was written.
package struct DamagedIndex: Error {}
