internal import Newsletter

/// An item isn't indented like its neighbours.
///
/// If a space is missing, the item is no longer nested in the one above it. Some Markdown renderers expect four spaces,
/// others two, and all of them have trouble with both in the same list.
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
        return findings + titles(in: document)
    }

    /// Findings for titles of events that aren't nested below their date and location.
    private func titles(in document: Document) -> [Finding] {
        var lines: [Int: Int] = [:]
        for event in document.events { lines[event.entry.range.start.line - 1] = event.section }
        guard lines.count > 1 else { return [] }
        return lines.keys.sorted().compactMap { number in
            guard number + 1 < document.lines.count, lines[number + 1] == nil else { return nil }
            let (event, line) = (document.lines[number], document.lines[number + 1])
            guard event.kind == .item, line.kind == .item, line.indent == event.indent else { return nil }
            let content = document.content(line)
            guard document.bytes.has("[**", at: content.lowerBound),
                let link = document.links(in: content).first, link.whole.lowerBound == content.lowerBound
            else { return nil }
            return finding(
                "the event's title isn't indented", at: line.bytes.lowerBound..<line.content, in: document,
                explanation: "On this depth, it is an entry of its own.",
                fixes: [
                    document.fix(
                        "Indent the title", replacing: line.bytes.lowerBound..<line.bytes.lowerBound, with: "    ")
                ])
        }
    }

    private func other(_ item: ListRuns.Item, _ wanted: Int, in document: Document) -> Finding {
        let line = document.lines[item.line]
        let blank = line.bytes.lowerBound..<(line.bytes.lowerBound + line.indent)
        return finding(
            "the item is indented by \(item.column), but its neighbours by \(wanted)",
            at: blank.isEmpty ? blank.lowerBound..<line.content : blank,
            in: document, explanation: "Items of the same depth begin in the same column.",
            fixes: [
                document.fix(
                    "Indent the item by \(wanted)", isSafe: isSafe(item.column, wanted), replacing: blank,
                    with: String(repeating: " ", count: wanted))
            ])
    }

    /// Whether the item stays at its depth: an item that moves into another one or out of it needs a look.
    private func isSafe(_ column: Int, _ wanted: Int) -> Bool { column >= 2 && wanted >= 2 || column < 2 && wanted < 2 }
}
