internal import Newsletter

/// An item has a different bullet from its neighbours.
///
/// In Markdown, a different bullet begins a new list, so the list is split in two. A whole list whose bullets differ from
/// nearly all others of the issue is a hint.
struct ListMarker: Check {
    static let id = "list-marker"
    static let severity = Finding.Severity.warning

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        let main = Self.mostUsed(
            document.lines.filter { $0.kind == .item && $0.indent == 0 && Self.isBullet($0.marker) })
        guard let main else { return [] }
        var findings: [Finding] = []
        let lists = lists(of: document)
        let usual = usual(in: lists, document)
        for run in lists {
            for isNested in [false, true] {
                let items = run.filter { ($0.depth > 0) == isNested && Self.isBullet(document.lines[$0.line].marker) }
                let markers = Set(items.map { document.lines[$0.line].marker })
                let lines = items.map { document.lines[$0.line] }
                if !isNested, markers.count == 1, let only = markers.first, let usual, only != usual,
                    !isAttribution(items[0].line, in: document)
                {
                    findings.append(wholeList(lines, usual, in: document))
                }
                guard markers.count > 1 else { continue }
                let wanted = Self.wanted(in: lines, main: main)
                for index in lines.indices where lines[index].marker != wanted {
                    findings.append(other(lines, at: index, wanted, in: document))
                }
            }
        }
        return findings
    }

    /// The bullet that most lists of the issue use, unless nearly all items of these lists have another one.
    private static func wanted(in lines: [Line], main: UInt8) -> UInt8 {
        let most = mostUsed(lines) ?? main
        let isRare = lines.count { $0.marker == main } * 4 <= lines.count
        return isRare ? most : main
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

    /// The fix changes the items next to it that have the same bullet, too: one alone would split the list once more.
    private func other(_ lines: [Line], at index: Int, _ wanted: UInt8, in document: Document) -> Finding {
        let mark = Self.mark(of: lines[index])
        let before = lines[..<index].reversed().prefix { $0.marker == lines[index].marker }
        let after = lines[(index + 1)...].prefix { $0.marker == lines[index].marker }
        let marks = before.reversed().map(Self.mark) + [mark] + after.map(Self.mark)
        let bullet = String(decoding: [wanted], as: UTF8.self)
        return finding(
            "the bullet is '\(document.text(mark))', but its neighbours have '\(bullet)'", at: mark, in: document,
            explanation: "A different bullet begins a new list.",
            fixes: [Fix("Write '\(bullet)'", isSafe: true, marks.map { document.splice($0, bullet) })])
    }

    /// The bullet of nearly all items of the issue, unless more of its lists have another one: all events are one list.
    private func usual(in lists: [[ListRuns.Item]], _ document: Document) -> UInt8? {
        let tops = lists.map { list in
            list.filter { $0.depth == 0 }.map { document.lines[$0.line] }.filter { Self.isBullet($0.marker) }
        }
        guard let most = Self.mostUsed(tops.flatMap { $0 }) else { return nil }
        let (items, lists) = (tops.flatMap { $0 }, tops.compactMap(Self.mostUsed))
        let count = items.count { $0.marker == most }
        guard count >= Self.fewest, count * 10 >= items.count * 9, lists.count(where: { $0 == most }) * 2 >= lists.count
        else {
            return nil
        }
        return most
    }

    /// How many items an issue must have for its bullet to be a custom.
    private static let fewest = 10

    /// Whether a line follows a quotation, so that its hyphen isn't a bullet but a dash before the author's name.
    private func isAttribution(_ line: Int, in document: Document) -> Bool {
        document.lines[..<line].last { $0.kind != .blank }?.kind == .quote
    }

    private func wholeList(_ lines: [Line], _ wanted: UInt8, in document: Document) -> Finding {
        let marks = lines.map(Self.mark)
        let bullet = String(decoding: [wanted], as: UTF8.self)
        return finding(
            "this list has the bullet '\(document.text(marks[0]))', the other lists of the issue have '\(bullet)'",
            at: marks[0], in: document, explanation: "Readers see no difference; the source is easier to edit.",
            severity: .hint, fixes: [Fix("Write '\(bullet)'", isSafe: true, marks.map { document.splice($0, bullet) })])
    }

    private static func mark(of line: Line) -> Range<Int> {
        let start = line.bytes.lowerBound + line.indent
        return start..<(start + 1)
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
