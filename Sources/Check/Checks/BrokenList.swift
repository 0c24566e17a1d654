internal import Newsletter

/// A list falls apart: a line without its bullet, or a gap between two of its items.
///
/// Without a bullet the line runs on from the item before it. An empty line between two items makes the whole list loose:
/// each item becomes a paragraph of its own.
struct BrokenList: Check {
    static let id = "broken-list"
    static let severity = Finding.Severity.error

    func findings(in document: Document, _ surroundings: Surroundings) -> [Finding] {
        missingBullets(in: document) + gaps(in: document)
    }

    private func missingBullets(in document: Document) -> [Finding] {
        document.lines.indices.compactMap { index in
            let line = document.lines[index]
            guard line.kind == .text, index > 0, isBetweenItems(index, document), looksLikeItem(line, document) else {
                return nil
            }
            let marker = nearestMarker(before: index, document)
            return finding(
                "the bullet is missing", at: document.content(line), in: document,
                explanation: "Without it the line runs on from the item before.",
                fixes: [
                    document.fix(
                        "Put it in", replacing: line.bytes.lowerBound..<line.content, with: "\(marker) ")
                ])
        }
    }

    /// A dated event's line, or nothing but a link.
    private func looksLikeItem(_ line: Line, _ document: Document) -> Bool {
        let bytes = document.bytes
        let content = document.content(line)
        if let day = DateScanner.isoDates(bytes, content.lowerBound..<min(content.upperBound, content.lowerBound + 10))
            .first,
            day.range.lowerBound == content.lowerBound
        {
            return bytes[content].contains(UInt8(ascii: "|"))
        }
        guard bytes[content.lowerBound] == UInt8(ascii: "["), let link = document.links(in: content).first else {
            return false
        }
        guard link.kind == .inline, link.whole == content, line.indent < 2, let block = blockAbove(line, document)
        else { return false }
        // An item above that goes on here would not end with a link of its own.
        let above = document.content(block)
        return document.links(in: above).last?.whole.upperBound ?? 0 >= above.upperBound - 1
    }

    private func blockAbove(_ line: Line, _ document: Document) -> Line? {
        let index = document.line(at: line.bytes.lowerBound)
        return index > 0 && document.lines[index - 1].kind == .item ? document.lines[index - 1] : nil
    }

    private func isBetweenItems(_ index: Int, _ document: Document) -> Bool {
        let (before, after) = (
            document.lines[index - 1], index + 1 < document.lines.count ? document.lines[index + 1] : nil
        )
        return before.kind == .item || after?.kind == .item && (before.kind == .blank || isHeading(before))
    }

    private func isHeading(_ line: Line) -> Bool {
        if case .heading = line.kind { return true }
        return false
    }

    private func nearestMarker(before index: Int, _ document: Document) -> String {
        let item =
            document.lines[..<index].last { $0.kind == .item } ?? document.lines[index...].first { $0.kind == .item }
        return item.map { String(decoding: [$0.marker], as: UTF8.self) } ?? "*"
    }

    /// Empty lines between items of one list, most of whose items follow one another.
    private func gaps(in document: Document) -> [Finding] {
        let lines = document.lines
        var findings: [Finding] = []
        var gaps: [Range<Int>] = []
        var items = 0
        var index = 0
        func finish() {
            if items >= 3, gaps.count * 2 < items {
                findings += gaps.map { gap in
                    let range = lines[gap.lowerBound].bytes.lowerBound..<lines[gap.upperBound].bytes.lowerBound
                    return finding(
                        "an empty line parts the list", at: range, in: document,
                        explanation: "It sets the items apart from one another, and in some readers ends the list.",
                        severity: .warning,
                        fixes: [document.fix("Take it out", isSafe: true, replacing: range, with: "")])
                }
            }
            (gaps, items) = ([], 0)
        }
        while index < lines.count {
            switch lines[index].kind {
            case .item:
                items += lines[index].indent < 2 ? 1 : 0
                index += 1
            case .blank:
                var end = index
                while end < lines.count, lines[end].kind == .blank { end += 1 }
                if items > 0, end < lines.count, lines[end].kind == .item, lines[end].indent < 2,
                    isOfList(index - 1, end, document)
                {
                    gaps.append(index..<end)
                } else if end >= lines.count || lines[end].indent < 2 {
                    finish()
                }
                index = max(end, index + 1)
            case .text where items > 0 && index > 0 && lines[index - 1].kind != .blank || lines[index].indent >= 2:
                index += 1
            default:
                finish()
                index += 1
            }
        }
        finish()
        return findings
    }

    private func isOfList(_ above: Int, _ below: Int, _ document: Document) -> Bool {
        let item = document.lines[...above].last { $0.kind == .item }
        return item?.marker == document.lines[below].marker
    }
}
