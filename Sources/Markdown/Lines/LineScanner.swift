/// Reads a text line by line, and determines what each line is in CommonMark, in one pass.
///
/// The scanner follows the first phase of the parsing strategy in CommonMark's appendix, with GitHub's tables, as in
/// cmark-gfm. The text within lines isn't parsed. A comment or code block that is never closed continues to the end of
/// its container.
package struct LineScanner {
    let bytes: [UInt8]
    package internal(set) var lines: [MarkdownLine] = []
    /// The reference definitions, in the order of the text.
    package internal(set) var definitions: [ReferenceDefinition] = []

    /// The open list items and quotations, outermost first.
    private var containers: [Container] = []
    private var leaf = Leaf.none

    private struct Container {
        /// How far an item's lines are indented, in columns; nil for a quotation.
        var indent: Int?
        /// The number of blocks in the container; an item that begins with a blank line ends at the next blank line.
        var blocks = 0
    }

    /// The open block that contains no other block.
    private enum Leaf {
        case none
        case paragraph(firstLine: Int)
        case fenced(LineStart.Fence)
        case indentedCode
        case html(HTMLBlock)
        case table
    }

    /// - Parameter firstLine: counted from 1; the lines before it are the header.
    package init(_ source: SourceText, fromLine firstLine: Int = 1) {
        bytes = source.bytes
        let starts = source.lineStarts
        lines.reserveCapacity(starts.count)
        for number in starts.indices {
            let start = starts[number]
            var end = number + 1 < starts.count ? starts[number + 1] : bytes.count
            if end > start, bytes[end - 1] == 0x0A { end -= 1 }
            if end > start, bytes[end - 1] == 0x0D { end -= 1 }
            if number + 1 == starts.count, start == bytes.count { break }
            if number + 1 < firstLine {
                lines.append(MarkdownLine(.header, bytes: start..<end, content: start))
            } else {
                scan(start..<end)
            }
        }
        finishLeaf()
    }

    // MARK: A line

    private mutating func scan(_ range: Range<Int>) {
        var cursor = LineCursor(range, bytes)
        var line = MarkdownLine(.text, bytes: range, content: cursor.first)
        let matched = matchContainers(&cursor, &line)
        let isMatched = matched == containers.count
        if isMatched, case .fenced(let fence) = leaf, cursor.indent < 4, LineStart.closes(fence, text(cursor)) {
            leaf = .none
            return append(line, .fenceEnd, cursor)
        }
        if isMatched, continues(leaf, &cursor) {
            guard case .paragraph = leaf else { return extendLeaf(line, cursor) }
            return begin(line, cursor, matched: matched, inParagraph: true, isMatched: true)
        }
        begin(line, cursor, matched: matched, inParagraph: false, isMatched: false)
    }

    private func text(_ cursor: LineCursor) -> ArraySlice<UInt8> { bytes[cursor.first..<cursor.end] }

    private mutating func append(_ line: MarkdownLine, _ kind: MarkdownLine.Kind, _ cursor: LineCursor) {
        var line = line
        line.kind = kind
        line.content = max(line.content, cursor.first)
        line.depth = containers.count
        lines.append(line)
    }

    /// The number of open containers that the line continues.
    private func matchContainers(_ cursor: inout LineCursor, _ line: inout MarkdownLine) -> Int {
        for (index, container) in containers.enumerated() {
            if let indent = container.indent {
                if cursor.indent >= indent {
                    cursor.advance(columns: indent, bytes)
                } else if cursor.isBlank, container.blocks > 0 {
                    cursor.advance(to: cursor.first, bytes)
                } else {
                    return index
                }
            } else {
                guard isQuotation(cursor) else { return index }
                skipQuotationMark(&cursor)
                line.quotes += 1
            }
        }
        return containers.count
    }

    private func isQuotation(_ cursor: LineCursor) -> Bool {
        cursor.indent < 4 && !cursor.isBlank && bytes[cursor.first] == UInt8(ascii: ">")
    }

    private func skipQuotationMark(_ cursor: inout LineCursor) {
        cursor.advance(to: cursor.first + 1, bytes)
        if cursor.isAtBlank(bytes) { cursor.advance(columns: 1, bytes) }
    }

    /// Whether a line within all open containers continues the open block.
    private func continues(_ leaf: Leaf, _ cursor: inout LineCursor) -> Bool {
        switch leaf {
        case .none, .table: return false
        case .paragraph: return !cursor.isBlank
        case .fenced: return true
        case .indentedCode: return cursor.indent >= 4 || cursor.isBlank
        case .html(let block): return !block.endsAtBlankLine || !cursor.isBlank
        }
    }

    /// Adds a line of code or raw HTML.
    private mutating func extendLeaf(_ line: MarkdownLine, _ cursor: LineCursor) {
        switch leaf {
        case .fenced: append(line, .fencedCode, cursor)
        case .indentedCode: append(line, cursor.isBlank ? .blank : .indentedCode, cursor)
        case .html(let block):
            if block.isEnded(by: text(cursor)) { leaf = .none }
            append(line, block == .comment ? .comment : .html(block), cursor)
        case .none, .paragraph, .table: break
        }
    }

    // MARK: Starts

    /// Handles a line that may begin blocks.
    ///
    /// - Parameters:
    ///   - matched: the number of containers that continue.
    ///   - inParagraph: whether the open paragraph may continue too.
    ///   - isMatched: whether all open containers continue.
    private mutating func begin(
        _ line: MarkdownLine, _ cursor: LineCursor, matched: Int, inParagraph: Bool, isMatched: Bool
    ) {
        var (line, cursor, inParagraph) = (line, cursor, inParagraph)
        var isFresh = false
        var mayBeLazy = false
        if case .paragraph = leaf { mayBeLazy = true }
        var inTable = false
        if matched == containers.count, case .table = leaf { inTable = TableRow.cellCount(text(cursor)) > 0 }
        /// Closes everything that doesn't continue on this line, before a new block begins.
        func open() {
            if !isFresh {
                finishLeaf()
                containers.removeLast(containers.count - matched)
            }
            (isFresh, inParagraph, mayBeLazy, inTable) = (true, false, false, false)
            if !containers.isEmpty { containers[containers.count - 1].blocks += 1 }
        }
        while cursor.indent < 4, !cursor.isBlank {
            if isQuotation(cursor) {
                skipQuotationMark(&cursor)
                open()
                containers.append(Container(indent: nil))
                line.quotes += 1
                continue
            }
            let text = text(cursor)
            if let kind = leafKind(text, inParagraph: inParagraph) {
                open()
                return beginLeaf(line, kind, cursor)
            }
            if inParagraph, let level = LineStart.underlineLevel(text) {
                return append(line, underline(level) ? .underline : .text, cursor)
            }
            if LineStart.isThematicBreak(text) {
                open()
                return append(line, .thematicBreak, cursor)
            }
            guard let marker = LineStart.listMarker(text, inParagraph: inParagraph) else { break }
            let indent = cursor.skip(marker, bytes)
            open()
            containers.append(Container(indent: indent))
            line.item = line.item ?? marker
        }
        if cursor.isBlank {
            if !isFresh {
                finishLeaf()
                containers.removeLast(containers.count - matched)
            }
            return append(line, .blank, cursor)
        }
        if cursor.indent >= 4, !mayBeLazy {
            open()
            leaf = .indentedCode
            return append(line, .indentedCode, cursor)
        }
        if inTable { return append(line, .tableRow, cursor) }
        if inParagraph {
            if cursor.indent < 4, beginTable(cursor) { return append(line, .tableRow, cursor) }
            return append(line, .text, cursor)
        }
        if !isFresh, !isMatched, case .paragraph = leaf {
            line.isLazy = true
            line.isLazilyIndented = cursor.indent > 0
            return append(line, .text, cursor)
        }
        open()
        leaf = .paragraph(firstLine: lines.count)
        append(line, .text, cursor)
    }

    /// The kind of a heading, a fence or raw HTML at the beginning of a line.
    private func leafKind(_ text: ArraySlice<UInt8>, inParagraph: Bool) -> MarkdownLine.Kind? {
        switch text.first {
        case UInt8(ascii: "#"): return LineStart.headingLevel(text).map { .heading(level: $0) }
        case UInt8(ascii: "`"), UInt8(ascii: "~"): return LineStart.fence(text) == nil ? nil : .fence
        case UInt8(ascii: "<"):
            guard let block = HTMLBlock(text, inParagraph: inParagraph) else { return nil }
            return block == .comment ? .comment : .html(block)
        default: return nil
        }
    }

    private mutating func beginLeaf(_ line: MarkdownLine, _ kind: MarkdownLine.Kind, _ cursor: LineCursor) {
        var line = line
        switch kind {
        case .heading(let level):
            line.content = cursor.first + level
            while line.content < cursor.end, bytes[line.content].isBlank { line.content += 1 }
        case .fence: if let fence = LineStart.fence(text(cursor)) { leaf = .fenced(fence) }
        case .comment: leaf = HTMLBlock.comment.isEnded(by: text(cursor)) ? .none : .html(.comment)
        case .html(let block): leaf = block.isEnded(by: text(cursor)) ? .none : .html(block)
        default: break
        }
        append(line, kind, cursor)
    }

    // MARK: Ends

    private mutating func finishLeaf() {
        if case .paragraph(let firstLine) = leaf, takeDefinitions(from: firstLine) == lines.count,
            !containers.isEmpty
        {
            // A paragraph that contains only definitions doesn't count.
            containers[containers.count - 1].blocks -= 1
        }
        leaf = .none
    }

    /// Turns the open paragraph into a heading, unless it contains only definitions.
    private mutating func underline(_ level: Int) -> Bool {
        guard case .paragraph(let firstLine) = leaf else { return false }
        let text = takeDefinitions(from: firstLine)
        guard text < lines.count else {
            leaf = .paragraph(firstLine: lines.count)
            return false
        }
        for index in text..<lines.count { lines[index].kind = .underlinedHeading(level: level) }
        leaf = .none
        return true
    }

    /// Turns the paragraph's last line and this one into a table, if they have the same number of cells.
    private mutating func beginTable(_ cursor: LineCursor) -> Bool {
        guard case .paragraph(let firstLine) = leaf, firstLine < lines.count, TableRow.isDelimiter(text(cursor)),
            let head = lines.last,
            TableRow.cellCount(text(cursor)) == TableRow.cellCount(bytes[head.content..<head.bytes.upperBound])
        else { return false }
        lines[lines.count - 1].kind = .tableRow
        leaf = .table
        return true
    }
}
