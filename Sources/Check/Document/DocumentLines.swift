internal import Markdown

/// The lines of an issue as checks see them, and the blocks of text that they form.
///
/// ``LineScanner`` determines what each line is; here, a line's kind follows from its left edge: an item, a quotation,
/// or else the block that contains it.
struct DocumentLines {
    private let bytes: [UInt8]
    private(set) var lines: [Line] = []
    private(set) var blocks: [Block] = []

    /// Whether a block of text is open that the next line may continue.
    private var isOpen = false
    /// Whether the last line that wasn't blank is in a list.
    private var isInList = false
    /// In raw HTML that began with a tag alone on its line, whether the tag is known; an unknown tag is probably text.
    private var isKnownTag: Bool?

    init(_ scanner: LineScanner, _ source: SourceText) {
        bytes = source.bytes
        lines.reserveCapacity(scanner.lines.count)
        for scanned in scanner.lines {
            let line = line(scanned)
            lines.append(line)
            extendBlocks(with: line, number: lines.count - 1)
            if scanned.kind != .blank { isInList = scanned.depth > scanned.quotes }
        }
    }

    private mutating func line(_ scanned: MarkdownLine) -> Line {
        let range = scanned.bytes
        if scanned.kind != .html(.tag) { isKnownTag = nil }
        if scanned.kind == .header {
            return Line(kind: .header, bytes: range, indent: 0, content: range.lowerBound)
        }
        var first = range.lowerBound
        while first < range.upperBound, ASCII.isBlank(bytes[first]) { first += 1 }
        var line = Line(kind: .text, bytes: range, indent: first - range.lowerBound, content: first)
        if let item = scanned.item, item.start == first {
            setItem(item, &line)
        } else if scanned.quotes > 0, first < range.upperBound, bytes[first] == UInt8(ascii: ">") {
            while line.content < range.upperBound,
                ASCII.isBlank(bytes[line.content]) || bytes[line.content] == UInt8(ascii: ">")
            {
                line.content += 1
            }
            line.kind = quotedKind(scanned.kind)
        } else {
            line.kind = kind(scanned)
            if case .heading = line.kind { line.content = scanned.content }
            if isInList, scanned.kind == .text || scanned.kind == .indentedCode { takeAsMeant(&line) }
        }
        return line
    }

    /// Corrects the kind of a bullet or heading in a list that is indented so far that CommonMark reads it as text.
    private func takeAsMeant(_ line: inout Line) {
        guard line.indent >= 4 else { return }
        let text = bytes[line.content..<line.bytes.upperBound]
        if let marker = LineStart.listMarker(text, inParagraph: true) {
            setItem(marker, &line)
        } else if let level = LineStart.headingLevel(text) {
            line.kind = .heading(level: level)
            line.content += level
            while line.content < line.bytes.upperBound, ASCII.isBlank(bytes[line.content]) { line.content += 1 }
        }
    }

    private func setItem(_ marker: ItemMarker, _ line: inout Line) {
        line.kind = .item
        line.content = marker.start + marker.width
        while line.content < line.bytes.upperBound, ASCII.isBlank(bytes[line.content]) { line.content += 1 }
        line.marker = marker.mark
        line.continuesList = isInList
    }

    private func quotedKind(_ kind: MarkdownLine.Kind) -> Line.Kind {
        switch kind {
        case .fence, .fencedCode, .fenceEnd: .code
        case .blank: .blank
        case .definition: .definition
        default: .quote
        }
    }

    private mutating func kind(_ line: MarkdownLine) -> Line.Kind {
        switch line.kind {
        case .header: return .header
        case .blank: return .blank
        case .heading(let level): return .heading(level: level)
        case .underline, .thematicBreak: return .rule
        case .fence, .fencedCode, .fenceEnd, .indentedCode: return .code
        case .comment: return .comment
        case .html(.tag):
            let isKnown = isKnownTag ?? beginsWithKnownTag(line)
            isKnownTag = isKnown
            return isKnown ? .html : .text
        case .html: return .html
        case .definition: return .definition
        case .tableRow: return .table
        case .text, .underlinedHeading: return .text
        }
    }

    private func beginsWithKnownTag(_ line: MarkdownLine) -> Bool {
        let start = bytes[line.content..<line.bytes.upperBound].dropFirst()
        let name = (start.first == UInt8(ascii: "/") ? start.dropFirst() : start)
            .prefix { ASCII.isLetter($0) || ASCII.isDigit($0) || $0 == 0x2D }
        return HTMLNames.contains(String(decoding: name, as: UTF8.self).lowercased())
    }

    // MARK: Blocks

    private mutating func extendBlocks(with line: Line, number: Int) {
        let kind: Block.Kind
        switch line.kind {
        case .text where isOpen, .quote where isOpen && lines[number - 1].kind == .quote:
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
