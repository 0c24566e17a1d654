/// Writes the texts of records, for display, in blocks (`FORMAT.md`, Documents).
struct DocumentWriter {
    struct Block: Sendable {
        var bytes: [UInt8] = []
        /// The number of records in the block.
        var count = 0
    }

    /// The blocks of each issue that has records.
    private(set) var issues: [[Block]] = []

    mutating func add(_ issue: SearchIssue) {
        guard !issue.records.isEmpty else { return }
        let cost = issue.records.reduce(0) { $0 + $1.cost }
        // Usual issues have four blocks at most, so that a new issue adds few files.
        let usual = (cost + Self.largestCost - 1) / Self.largestCost
        let count = max(min(usual, 4), (cost + Self.extendedCost - 1) / Self.extendedCost)
        var blocks: [Block] = []
        var section: SearchSection?
        var spent = 0
        for record in issue.records {
            // Each block's share ends at the same part of the whole cost.
            if blocks.isEmpty || spent * count >= cost * blocks.count
                || blocks[blocks.count - 1].count == Self.mostRecords
            {
                blocks.append(Block())
                section = nil
                line(
                    "#",
                    [
                        "\(issue.number.map(String.init) ?? "")", issue.date[...], issue.path[...], issue.title[...],
                    ], in: &blocks)
            }
            if section != record.section {
                line("=", [record.section.id[...], record.section.title[...]], in: &blocks)
                section = record.section
            }
            // A title may begin as a line of an issue or a section does.
            let isMarked = record.title.utf8.first.map { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "=") } ?? false
            line(isMarked ? " " : "", [record.title[...], Self.short(record.url), record.anchor[...]], in: &blocks)
            blocks[blocks.count - 1].count += 1
            spent += record.cost
        }
        issues.append(blocks)
    }

    private func line(_ mark: String, _ fields: [Substring], in blocks: inout [Block]) {
        let last = blocks.count - 1
        blocks[last].bytes += mark.utf8
        for (index, field) in fields.enumerated() {
            if index > 0 { blocks[last].bytes.append(UInt8(ascii: "\t")) }
            let start = blocks[last].bytes.count
            blocks[last].bytes += field.utf8
            for position in start..<blocks[last].bytes.count where blocks[last].bytes[position] < 0x20 {
                blocks[last].bytes[position] = 0x20
            }
        }
        blocks[last].bytes.append(UInt8(ascii: "\n"))
    }

    private static func short(_ url: String) -> Substring {
        url.utf8.starts(with: "https://".utf8) ? url.dropFirst(8) : url[...]
    }

    private static let largestCost = 50
    /// The same in issues that would have more than four blocks.
    private static let extendedCost = 60
    /// The maximum number of records in a block, which a character of the manifest can represent.
    private static let mostRecords = 63
}
