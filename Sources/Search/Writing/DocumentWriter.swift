/// Writes records as they are shown, in blocks (`FORMAT.md`, Documents).
struct DocumentWriter {
    private(set) var blocks: [[UInt8]] = []
    /// How many records each block has.
    private(set) var counts: [Int] = []
    private var block: [UInt8] = []
    private var cost = 0
    private var count = 0
    private var section: SearchSection?
    private var hasIssue = false

    mutating func add(_ issue: SearchIssue) {
        hasIssue = false
        for record in issue.records {
            if cost + record.cost > Self.largestCost || count == Self.mostRecords { finish() }
            if !hasIssue {
                line("#", [issue.number.map(String.init) ?? "", issue.date, issue.path, issue.title])
                (hasIssue, section) = (true, nil)
            }
            if section != record.section {
                line("=", [record.section.id, record.section.title])
                section = record.section
            }
            // A title may begin as a line of an issue or a section does.
            let isMarked = record.title.utf8.first.map { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "=") } ?? false
            line(isMarked ? " " : "", [record.title, Self.short(record.url), record.anchor])
            cost += record.cost
            count += 1
        }
    }

    mutating func finish() {
        guard count > 0 else { return }
        blocks.append(block)
        counts.append(count)
        (block, cost, count, section, hasIssue) = ([], 0, 0, nil, false)
    }

    private mutating func line(_ mark: String, _ fields: [String]) {
        block += mark.utf8
        for (index, field) in fields.enumerated() {
            if index > 0 { block.append(UInt8(ascii: "\t")) }
            for byte in field.utf8 { block.append(byte < 0x20 ? 0x20 : byte) }
        }
        block.append(UInt8(ascii: "\n"))
    }

    private static func short(_ url: String) -> String {
        url.hasPrefix("https://") ? String(url.dropFirst(8)) : url
    }

    private static let largestCost = 48
    /// As many as a character of the manifest can say.
    private static let mostRecords = 63
}
