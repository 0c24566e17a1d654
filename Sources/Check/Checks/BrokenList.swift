internal import Newsletter

/// A list is interrupted: a line lacks its bullet, or there is a gap between two items.
///
/// Without a bullet, the line becomes part of the item before it. An empty line between two items makes the whole list
/// loose: each item becomes a paragraph of its own. A list whose items are set apart because they have quotes of their own
/// is loose on purpose.
struct BrokenList: Check {
    static let id = "broken-list"
    static let severity = Finding.Severity.error

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        missingBullets(in: document) + loneLinks(in: document) + gaps(in: document) + crowded(in: document)
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
                explanation: "Without the bullet, the line is part of the item before.",
                fixes: [
                    document.fix(
                        "Add the bullet", replacing: line.bytes.lowerBound..<line.content, with: "\(marker) ")
                ])
        }
    }

    /// Links in a paragraph of their own, in sections whose other entries have bullets.
    private func loneLinks(in document: Document) -> [Finding] {
        document.issue.sections.filter { $0.kind == .links }.flatMap { section -> [Finding] in
            let first = section.range.start.line
            let numbers = first..<max(first, min(section.range.end.line, document.lines.count))
            guard
                numbers.count(where: { document.lines[$0].kind == .item && document.lines[$0].indent < 2 }) > 1
                    || hasLinksOnly(numbers, document)
            else { return [] }
            return numbers.compactMap { number in
                let line = document.lines[number]
                guard line.kind == .text, line.indent < 2, isAlone(number, document), isLink(line, document) else {
                    return nil
                }
                let content = document.content(line)
                return finding(
                    "the bullet is missing", at: content, in: document,
                    explanation: "Without the bullet, the line is a paragraph of its own.", severity: .warning,
                    fixes: [
                        document.fix(
                            "Add the bullet", replacing: line.bytes.lowerBound..<line.content,
                            with: "\(nearestMarker(before: number, document)) ")
                    ])
            }
        }
    }

    /// Whether a line is nothing but a link, or tags and a link: `[video] [Title](URL)`.
    private func isLink(_ line: Line, _ document: Document) -> Bool {
        let content = document.content(line)
        guard let link = document.links(in: content).first, link.whole.upperBound == content.upperBound,
            link.kind == .inline, !link.isImage
        else { return false }
        let before = document.bytes[content.lowerBound..<link.whole.lowerBound]
        guard let first = before.first, let last = before.last(where: { !ASCII.isBlank($0) }) else { return true }
        return first == UInt8(ascii: "[") && last == UInt8(ascii: "]") && before.count <= Self.longestTag
    }

    private static let longestTag = 20

    /// Whether a section has nothing but entries, with and without bullets, in an issue whose entries have bullets.
    private func hasLinksOnly(_ numbers: Range<Int>, _ document: Document) -> Bool {
        let texts = document.lines[numbers].filter { line in
            switch line.kind {
            case .blank, .comment, .heading, .item: false
            default: true
            }
        }
        return !texts.isEmpty && texts.allSatisfy { $0.kind == .text && isLink($0, document) }
            && document.lines.count { $0.kind == .item && $0.indent < 2 } >= Self.fewestItems
    }

    private static let fewestItems = 5

    /// Findings for items with two bullets, and for two entries on one line.
    private func crowded(in document: Document) -> [Finding] {
        let bytes = document.bytes
        return document.lines.flatMap { line -> [Finding] in
            guard line.kind == .item, line.marker == UInt8(ascii: "*") || line.marker == UInt8(ascii: "-") else {
                return []
            }
            let content = document.content(line)
            guard content.count > 2 else { return [] }
            if bytes[content.lowerBound] == line.marker, bytes[content.lowerBound + 1] == 0x20,
                bytes[content.lowerBound + 2] == UInt8(ascii: "[")
            {
                let mark = content.lowerBound..<(content.lowerBound + 2)
                return [
                    finding(
                        "there are two bullets", at: mark, in: document,
                        explanation: "The entry becomes a list within the list.",
                        fixes: [document.fix("Remove one of them", isSafe: true, replacing: mark, with: "")])
                ]
            }
            return document.links(in: content).compactMap { link in
                let end = link.whole.upperBound
                guard link.kind == .inline, bytes.has(" * [", at: end), end + 4 < content.upperBound else { return nil }
                let indent = String(repeating: " ", count: line.indent)
                return finding(
                    "another entry begins on the same line", at: (end + 1)..<(end + 2), in: document,
                    explanation: "A bullet within a line is an asterisk to readers; begin a new line.",
                    fixes: [
                        document.fix("Begin a new line", replacing: end..<(end + 1), with: "\n" + indent)
                    ])
            }
        }
    }

    /// Whether a line is a paragraph between list and list, or between heading and list.
    private func isAlone(_ number: Int, _ document: Document) -> Bool {
        let lines = document.lines
        guard number > 0, lines[number - 1].kind == .blank || isHeading(lines[number - 1]),
            number + 1 == lines.count || lines[number + 1].kind == .blank || isHeading(lines[number + 1])
        else { return false }
        let below = lines[(number + 1)...].first { $0.kind != .blank }
        return below.map { $0.kind == .item || isHeading($0) } ?? true
    }

    /// Whether a line is a dated event or nothing but a link.
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
        // An item that continues on this line wouldn't end with a link of its own.
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

    /// Empty lines between two items of a list, in issues that have few of them.
    private func gaps(in document: Document) -> [Finding] {
        let lines = document.lines
        var (gaps, joints): ([Range<Int>], Int) = ([], 0)
        var last: Int?
        // The first gap of the list so far, and whether an empty line follows a quote in one of its items.
        var (firstOfList, isSpaced): (Int, Bool) = (0, false)
        func endList() {
            if isSpaced { gaps.removeSubrange(firstOfList...) }
            (firstOfList, isSpaced, last) = (gaps.count, false, nil)
        }
        for (index, line) in lines.enumerated() {
            switch line.kind {
            case .item where line.indent < 2:
                if let last, isOfList(last, index, document) {
                    joints += 1
                    let blanks = (last + 1..<index).filter { lines[$0].kind == .blank }
                    if let first = blanks.first, let end = blanks.last { gaps.append(first..<(end + 1)) }
                }
                last = index
            // Comments don't count as text, and nested lines belong to their item.
            case .blank, .comment, .item: continue
            case .text where line.indent >= 2 || index > 0 && lines[index - 1].kind != .blank: continue
            case .quote where line.indent >= 2:
                last = nil
                isSpaced = isSpaced || index + 1 < lines.count && lines[index + 1].kind == .blank
            default: endList()
            }
        }
        endList()
        guard gaps.count * 5 <= joints else { return [] }
        return gaps.map { gap in
            let range = lines[gap.lowerBound].bytes.lowerBound..<lines[gap.upperBound].bytes.lowerBound
            let isWhole = lines[gap].allSatisfy { $0.kind == .blank }
            return finding(
                "an empty line splits the list", at: range, in: document,
                explanation: "The empty line makes the list loose, and some renderers end the list here.",
                severity: .warning,
                fixes: isWhole ? [document.fix("Remove the empty line", isSafe: true, replacing: range, with: "")] : [])
        }
    }

    private func isOfList(_ above: Int, _ below: Int, _ document: Document) -> Bool {
        let lines = document.lines
        guard lines[above].marker == lines[below].marker else { return false }
        let blanks = lines[above..<below].count { $0.kind == .blank }
        // Entries and the sentence about those that are missing are two lists; so are lists far apart.
        return blanks < 2 && isSentence(lines[above], document) == isSentence(lines[below], document)
    }

    /// Whether an item is an emphasised sentence, such as `* *No calls were issued.*`.
    private func isSentence(_ line: Line, _ document: Document) -> Bool {
        let content = document.content(line)
        let mark = document.bytes[content].prefix(2)
        return mark.count == 2 && (mark.first == UInt8(ascii: "*") || mark.first == UInt8(ascii: "_"))
            && mark.last != mark.first && !ASCII.isSpace(mark[mark.startIndex + 1])
    }
}
