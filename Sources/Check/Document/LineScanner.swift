internal import Markdown

/// Tells what each line of an issue is, in one pass.
///
/// It follows CommonMark as far as checks need it; what an entry means is ``IssueReader``'s affair.
struct LineScanner {
    private let source: SourceText
    private var bytes: [UInt8] { source.bytes }
    private(set) var lines: [Line] = []
    private(set) var blocks: [Block] = []

    private var isInComment = false
    private var fence: UInt8?
    /// The same within a quotation, which ends it.
    private var quotedFence: UInt8?
    /// Ends a block of raw HTML: a closing tag's name, or nothing where an empty line ends it.
    private var isInHTML = false
    private var isInRawText = false
    private var isInList = false
    /// Whether a block of text is open that the next line may go on with.
    private var isOpen = false

    init(_ source: SourceText, firstBodyLine: Int) {
        self.source = source
        lines.reserveCapacity(source.lineStarts.count)
        for number in source.lineStarts.indices {
            let start = source.lineStarts[number]
            var end = number + 1 < source.lineStarts.count ? source.lineStarts[number + 1] : bytes.count
            while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
            if number + 1 == source.lineStarts.count, start == end { break }
            let line = number + 1 < firstBodyLine ? plain(.header, start..<end, start) : line(start..<end)
            lines.append(line)
            extendBlocks(with: line, number: number)
        }
    }

    private func plain(_ kind: Line.Kind, _ range: Range<Int>, _ content: Int) -> Line {
        Line(kind: kind, bytes: range, indent: content - range.lowerBound, content: content)
    }

    private mutating func line(_ range: Range<Int>) -> Line {
        var first = range.lowerBound
        while first < range.upperBound, ASCII.isBlank(bytes[first]) { first += 1 }
        if quotedFence != nil, first == range.upperBound || bytes[first] != UInt8(ascii: ">") { quotedFence = nil }
        if isInComment {
            if bytes.first("-->", in: first..<range.upperBound) != nil { isInComment = false }
            return plain(.comment, range, first)
        }
        if let fence {
            if first < range.upperBound, bytes[first] == fence, isFence(at: first, in: range) { self.fence = nil }
            return plain(.code, range, first)
        }
        guard first < range.upperBound else {
            if !isInRawText { isInHTML = false }
            return plain(.blank, range, first)
        }
        if isInHTML {
            if isInRawText, closesRawText(first..<range.upperBound) { (isInHTML, isInRawText) = (false, false) }
            return plain(.html, range, first)
        }
        return fresh(range, first)
    }

    /// A line that no open comment, fence or HTML has swallowed.
    private mutating func fresh(_ range: Range<Int>, _ first: Int) -> Line {
        let wasBlank = !isOpen
        let indent = first - range.lowerBound
        if let item = item(range, first) {
            if indent >= 4, !isInList { return plain(wasBlank ? .code : .text, range, first) }
            return item
        }
        if indent >= 4, wasBlank, !isInList { return plain(.code, range, first) }
        if indent == 0, wasBlank { isInList = false }
        switch bytes[first] {
        case UInt8(ascii: "#"):
            if indent < 4 || isInList, let line = heading(range, first) {
                if indent < 2 { isInList = false }
                return line
            }
        case UInt8(ascii: ">") where indent < 4 || isInList: return quotation(range, first)
        case UInt8(ascii: "`"), UInt8(ascii: "~"):
            if isFence(at: first, in: range) {
                fence = bytes[first]
                return plain(.code, range, first)
            }
        case UInt8(ascii: "<"):
            if let line = html(range, first, wasBlank: wasBlank) { return line }
        case UInt8(ascii: "[") where wasBlank || lines.last?.kind == .definition:
            if isDefinition(first..<range.upperBound) { return plain(.definition, range, first) }
        case UInt8(ascii: "|"):
            return plain(.table, range, first)
        case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "="):
            if isRule(first..<range.upperBound) { return plain(.rule, range, first) }
        default: break
        }
        return plain(.text, range, first)
    }

    private mutating func quotation(_ range: Range<Int>, _ first: Int) -> Line {
        var content = first + 1
        while content < range.upperBound, ASCII.isBlank(bytes[content]) || bytes[content] == UInt8(ascii: ">") {
            content += 1
        }
        let isMark = content < range.upperBound && (bytes[content] == 0x60 || bytes[content] == 0x7E)
        let isFence = isMark && isFence(at: content, in: range)
        if let open = quotedFence {
            if isFence, bytes[content] == open { quotedFence = nil }
            return plain(.code, range, content)
        }
        if isFence {
            quotedFence = bytes[content]
            return plain(.code, range, content)
        }
        return plain(content == range.upperBound ? .blank : .quote, range, content)
    }

    private mutating func item(_ range: Range<Int>, _ first: Int) -> Line? {
        var end = first
        if bytes[first] == UInt8(ascii: "*") || bytes[first] == UInt8(ascii: "-") || bytes[first] == UInt8(ascii: "+") {
            if isRule(first..<range.upperBound) { return nil }
        } else {
            while end < range.upperBound, ASCII.isDigit(bytes[end]), end - first < 9 { end += 1 }
            guard end > first, end < range.upperBound,
                bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: ")"), !isOpen || bytes[first] == 0x31
            else { return nil }
        }
        guard end + 1 == range.upperBound || end + 1 < range.upperBound && ASCII.isBlank(bytes[end + 1]) else {
            return nil
        }
        var content = end + 1
        while content < range.upperBound, ASCII.isBlank(bytes[content]) { content += 1 }
        var line = plain(.item, range, first)
        (line.content, line.marker, line.continuesList) = (content, bytes[end], isInList)
        if first - range.lowerBound < 4 || isInList { isInList = true }
        return line
    }

    private func heading(_ range: Range<Int>, _ first: Int) -> Line? {
        var end = first
        while end < range.upperBound, bytes[end] == UInt8(ascii: "#") { end += 1 }
        guard end - first <= 6, end == range.upperBound || ASCII.isBlank(bytes[end]) else { return nil }
        let level = end - first
        while end < range.upperBound, ASCII.isBlank(bytes[end]) { end += 1 }
        var line = plain(.heading(level: level), range, first)
        line.content = end
        return line
    }

    private mutating func html(_ range: Range<Int>, _ first: Int, wasBlank: Bool) -> Line? {
        if bytes.has("<!--", at: first) {
            isInComment = bytes.first("-->", in: (first + 4)..<max(first + 4, range.upperBound)) == nil
            return plain(.comment, range, first)
        }
        var nameStart = first + 1
        if nameStart < range.upperBound, bytes[nameStart] == UInt8(ascii: "/") { nameStart += 1 }
        var end = nameStart
        while end < range.upperBound, ASCII.isLetter(bytes[end]) || ASCII.isDigit(bytes[end]) { end += 1 }
        let name = String(decoding: bytes[nameStart..<end], as: UTF8.self).lowercased()
        if HTMLNames.rawText.contains(name) {
            isInRawText = !closesRawText(end..<range.upperBound)
            isInHTML = isInRawText
            return plain(.html, range, first)
        }
        if HTMLNames.blocks.contains(name) {
            isInHTML = true
            return plain(.html, range, first)
        }
        // A whole tag alone on its line begins HTML too, but not within a paragraph.
        guard wasBlank, end > nameStart, HTMLNames.inline.contains(name) else { return nil }
        let text = bytes.trimmed(first..<range.upperBound)
        guard bytes[text.upperBound - 1] == UInt8(ascii: ">"),
            !bytes[text.dropFirst().dropLast()].contains(where: { $0 == 0x3C || $0 == 0x3E })
        else { return nil }
        isInHTML = true
        return plain(.html, range, first)
    }

    private func closesRawText(_ range: Range<Int>) -> Bool {
        for index in range where bytes[index] == UInt8(ascii: "<") {
            let rest = bytes[index..<range.upperBound]
            if rest.startsFolded(with: "</pre") || rest.startsFolded(with: "</script")
                || rest.startsFolded(with: "</style") || rest.startsFolded(with: "</textarea")
            {
                return true
            }
        }
        return false
    }

    private func isFence(at first: Int, in range: Range<Int>) -> Bool {
        let run = bytes[first..<range.upperBound].prefix { $0 == bytes[first] }.count
        guard run >= 3, bytes[first] == UInt8(ascii: "`") else { return run >= 3 }
        return !bytes[(first + run)..<range.upperBound].contains(UInt8(ascii: "`"))
    }

    private func isRule(_ range: Range<Int>) -> Bool {
        let mark = bytes[range.lowerBound]
        var count = 0
        for index in range {
            if bytes[index] == mark { count += 1 } else if !ASCII.isBlank(bytes[index]) { return false }
        }
        return mark == UInt8(ascii: "=") ? isOpen : count >= 3
    }

    private func isDefinition(_ range: Range<Int>) -> Bool {
        guard let close = bytes[range].firstIndex(of: UInt8(ascii: "]")), close + 1 < range.upperBound,
            bytes[close + 1] == UInt8(ascii: ":"), close > range.lowerBound + 1
        else { return false }
        return bytes[(close + 2)..<range.upperBound].contains { !ASCII.isBlank($0) }
    }

    // MARK: Blocks

    private mutating func extendBlocks(with line: Line, number: Int) {
        let kind: Block.Kind
        switch line.kind {
        case .text where isOpen:
            blocks[blocks.count - 1].lines = blocks[blocks.count - 1].lines.lowerBound..<(number + 1)
            blocks[blocks.count - 1].bytes = blocks[blocks.count - 1].bytes.lowerBound..<line.bytes.upperBound
            return
        case .quote where isOpen && lines[number - 1].kind == .quote:
            blocks[blocks.count - 1].lines = blocks[blocks.count - 1].lines.lowerBound..<(number + 1)
            blocks[blocks.count - 1].bytes = blocks[blocks.count - 1].bytes.lowerBound..<line.bytes.upperBound
            return
        case .text, .item, .quote: (kind, isOpen) = (.text, true)
        case .heading: (kind, isOpen) = (.heading, false)
        case .table: (kind, isOpen) = (.text, false)
        case .html: (kind, isOpen) = (.html, false)
        case .header, .blank, .definition, .code, .comment, .rule:
            isOpen = false
            return
        }
        blocks.append(Block(kind: kind, lines: number..<(number + 1), bytes: line.content..<line.bytes.upperBound))
    }
}
