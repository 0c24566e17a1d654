/// The section and the issue of each record (`FORMAT.md`, Facets).
package struct FacetTable: Sendable {
    package private(set) var sections: [String] = []
    /// Runs of consecutive records in the same section of an issue.
    private(set) var runs: [(start: Int, section: Int, issue: Int)] = []
    package private(set) var issues: [(number: Int?, date: String, start: Int)] = []
    private var count = 0

    init(_ bytes: UnsafeRawBufferPointer) {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        guard let first = lines.first else { return }
        sections = first.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map {
            String(decoding: $0, as: UTF8.self)
        }
        for line in lines.dropFirst() {
            let fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
            guard fields.count == 3 else { continue }
            issues.append((Int(Self.text(fields[0])), Self.text(fields[1]), count))
            for run in fields[2].split(separator: UInt8(ascii: " ")) {
                let parts = run.split(separator: UInt8(ascii: "*"))
                guard parts.count == 2, let section = Int(Self.text(parts[0])), let length = Int(Self.text(parts[1])),
                    sections.indices.contains(section)
                else { continue }
                runs.append((count, section, issues.count - 1))
                count += length
            }
        }
    }

    private static func text(_ bytes: Slice<UnsafeRawBufferPointer>) -> String {
        String(decoding: bytes, as: UTF8.self)
    }

    /// The records of all runs for which the closure returns true.
    func records(where isMeant: (_ section: Int, _ issue: Int) -> Bool) -> [Range<Int>] {
        runs.indices.compactMap { index in
            guard isMeant(runs[index].section, runs[index].issue) else { return nil }
            return runs[index].start..<(index + 1 < runs.count ? runs[index + 1].start : count)
        }
    }

    /// The number of some records (sorted) in each section, in descending order.
    func sectionCounts(of records: [Int]) -> [(title: String, count: Int)] {
        var counts = [Int](repeating: 0, count: sections.count)
        var run = 0
        for record in records {
            while run + 1 < runs.count, runs[run + 1].start <= record { run += 1 }
            if run < runs.count { counts[runs[run].section] += 1 }
        }
        return counts.indices.filter { counts[$0] > 0 }.sorted { (counts[$1], $0) < (counts[$0], $1) }
            .map { (sections[$0], counts[$0]) }
    }
}
