internal import Newsletter

/// An item is indented otherwise than its neighbours.
///
/// A blank too few and it is no longer nested in the item above it; some readers of Markdown want four, others two, and
/// none likes both in one list.
struct ListIndentation: Check {
    static let id = "list-indentation"
    static let severity = Finding.Severity.warning

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        var findings: [Finding] = []
        for run in ListRuns.runs(of: document) {
            var byDepth: [Int: [ListRuns.Item]] = [:]
            for item in run { byDepth[item.depth, default: []].append(item) }
            for items in byDepth.values {
                var counts: [Int: Int] = [:]
                for item in items { counts[item.column, default: 0] += 1 }
                guard counts.count > 1, let wanted = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key
                else { continue }
                for item in items where item.column != wanted { findings.append(other(item, wanted, in: document)) }
            }
        }
        return findings
    }

    private func other(_ item: ListRuns.Item, _ wanted: Int, in document: Document) -> Finding {
        let line = document.lines[item.line]
        let blank = line.bytes.lowerBound..<(line.bytes.lowerBound + line.indent)
        return finding(
            "the item is indented by \(item.column), its neighbours by \(wanted)",
            at: blank.isEmpty ? blank.lowerBound..<line.content : blank,
            in: document, explanation: "Items of one depth begin in one column.",
            fixes: [
                document.fix(
                    "Indent it by \(wanted)", isSafe: isSafe(item.column, wanted), replacing: blank,
                    with: String(repeating: " ", count: wanted))
            ])
    }

    /// Only where it stays at its depth: what moves into another item or out of it is to be looked at.
    private func isSafe(_ column: Int, _ wanted: Int) -> Bool { column >= 2 && wanted >= 2 || column < 2 && wanted < 2 }
}
