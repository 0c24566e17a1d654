internal import Newsletter

/// An item has a different bullet from its neighbours.
///
/// In Markdown, a different bullet begins a new list, so the list is split in two.
struct ListMarker: Check {
    static let id = "list-marker"
    static let severity = Finding.Severity.warning

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        let main = Self.mostUsed(
            document.lines.filter { $0.kind == .item && $0.indent == 0 && Self.isBullet($0.marker) })
        guard let main else { return [] }
        var findings: [Finding] = []
        for run in lists(of: document) {
            for isNested in [false, true] {
                let items = run.filter { ($0.depth > 0) == isNested && Self.isBullet(document.lines[$0.line].marker) }
                let markers = Set(items.map { document.lines[$0.line].marker })
                guard markers.count > 1 else { continue }
                // The bullet that most lists of the issue use; in a list without it, the one that most of its items
                // use.
                let wanted =
                    markers.contains(main) ? main : Self.mostUsed(items.map { document.lines[$0.line] }) ?? main
                for item in items where document.lines[item.line].marker != wanted {
                    findings.append(other(document.lines[item.line], wanted, in: document))
                }
            }
        }
        return findings
    }

    /// Groups of lists that should look alike: the events of all regions are one group.
    private func lists(of document: Document) -> [[ListRuns.Item]] {
        var events: [ListRuns.Item] = []
        var lists: [[ListRuns.Item]] = []
        for run in ListRuns.runs(of: document) {
            let isEvents = run.first.flatMap { document.section(at: document.lines[$0.line].content)?.kind } == .events
            if isEvents { events += run } else { lists.append(run) }
        }
        return lists + [events]
    }

    private func other(_ line: Line, _ wanted: UInt8, in document: Document) -> Finding {
        let mark = (line.bytes.lowerBound + line.indent)..<(line.bytes.lowerBound + line.indent + 1)
        let bullet = String(decoding: [wanted], as: UTF8.self)
        return finding(
            "the bullet is '\(document.text(mark))', but its neighbours have '\(bullet)'", at: mark, in: document,
            explanation: "A different bullet begins a new list.",
            fixes: [document.fix("Write '\(bullet)'", isSafe: true, replacing: mark, with: bullet)])
    }

    private static func isBullet(_ marker: UInt8) -> Bool {
        marker == UInt8(ascii: "*") || marker == UInt8(ascii: "-") || marker == UInt8(ascii: "+")
    }

    private static func mostUsed(_ lines: [Line]) -> UInt8? {
        var counts: [UInt8: Int] = [:]
        for line in lines { counts[line.marker, default: 0] += 1 }
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }
}
