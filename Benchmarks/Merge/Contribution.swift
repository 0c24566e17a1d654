/// What one contributor does to a draft, by chance but always the same for one number.
///
/// Adds one to three entries to various sections; most also reword an entry or move one to another section. No two
/// contributors touch the same entry, for then a conflict would be right.
struct Contribution {
    let lines: [String]
    /// The entries that it added.
    private(set) var added: [String] = []
    /// The entry that it reworded or moved, as it must be in the merged draft.
    private(set) var changed: String?
    private var state: UInt64

    init(number: Int, to draft: DraftLines) {
        state = UInt64(number + 1) &* 0x9E37_79B9_7F4A_7C15
        var lines = draft.lines
        let entry = draft.entries.isEmpty ? nil : draft.entries[number % draft.entries.count]
        if let entry, number < draft.entries.count {
            switch Self.next(&state, below: 3) {
            case 0:
                lines[entry] = lines[entry].replacing("](", with: " (\(number))](", maxReplacements: 1)
                changed = lines[entry]
            case 1:
                let target = draft.sections[Self.next(&state, below: draft.sections.count)]
                let line = lines[entry]
                lines[entry] = ""
                lines[target] += "\n" + line
                changed = line
            default: break
            }
        }
        for step in 0...Self.next(&state, below: 3) {
            let line = "* [Entry \(step) of contributor \(number)](https://contributor-\(number).example/\(step))"
            lines[draft.sections[Self.next(&state, below: draft.sections.count)]] += "\n" + line
            added.append(line)
        }
        // An entry that was moved away leaves an empty line, which would be a blank line of its own.
        if let entry, lines[entry].isEmpty { lines.remove(at: entry) }
        self.lines = lines
    }

    var bytes: [UInt8] { Array(lines.joined(separator: "\n").utf8) }

    private static func next(_ state: inout UInt64, below limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(max(limit, 1)))
    }
}

/// An issue's lines, and which of them contributors work on.
struct DraftLines {
    let lines: [String]
    /// The headings of the sections that list entries, by their lines.
    let sections: [Int]
    /// The entries on one line.
    let entries: [Int]

    init(_ text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        self.lines = lines
        sections = lines.indices.filter { lines[$0].hasPrefix("### ") }
        entries = lines.indices.filter { place in
            let next = place + 1 < lines.count ? lines[place + 1] : ""
            return lines[place].hasPrefix("* [") && lines[place].hasSuffix(")") && !next.hasPrefix(" ")
        }
    }
}
