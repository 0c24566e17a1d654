internal import Markdown
internal import Newsletter
internal import Text

/// Splits an issue's text into pieces of whole lines: list items, paragraphs, comments, code blocks.
///
/// What a line begins is defined by CommonMark (``LineStart``). Where a piece ends is decided here: a comment or a code
/// block that is never closed counts as one line, so that text that others write below isn't part of it.
struct PieceSplitter {
    private let bytes: [UInt8]
    private var lines: [SplitLine] = []
    private var index = 0
    private var gap: [UInt8] = []
    private var parts = [IssuePart(heading: nil, pieces: [], tail: [])]
    /// The last line that ends a comment; nil until the first comment is found.
    private var lastCommentEnd: Int?
    /// For each fence character, the length of the longest fence on each line or a later one; nil until the first fence
    /// is found.
    private var longestFences: [UInt8: [Int]] = [:]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var start = 0
        for (offset, byte) in bytes.enumerated() where byte == 0x0A {
            lines.append(SplitLine(start..<(offset + 1), bytes))
            start = offset + 1
        }
        if start < bytes.count { lines.append(SplitLine(start..<bytes.count, bytes)) }
    }

    static func pieces(of bytes: [UInt8]) -> IssuePieces {
        var splitter = PieceSplitter(bytes)
        splitter.splitHeader()
        splitter.splitBody()
        return IssuePieces(parts: splitter.parts)
    }

    // MARK: The walk

    private mutating func splitHeader() {
        let isFrontMatter = !lines.isEmpty && text(0).starts(with: "---".utf8)
        if isFrontMatter { add(0..<1, key: .text("---")) }
        while index < lines.count {
            let line = text(index)
            if isFrontMatter, line.starts(with: "---".utf8) || line.starts(with: "...".utf8) {
                return add(index..<(index + 1), key: .text("--- end"))
            }
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")), isHeaderName(line[..<colon]) else {
                if isFrontMatter, !line.isEmpty {
                    add(index..<(index + 1), key: .text(String(decoding: line, as: UTF8.self)))
                    continue
                }
                return
            }
            add(index..<(index + 1), key: .header(String(decoding: line[..<colon], as: UTF8.self).lowercased()))
        }
    }

    private mutating func splitBody() {
        while index < lines.count {
            let line = text(index)
            if line.isEmpty {
                gap += bytes[lines[index].whole]
                index += 1
            } else if isHeading(index) {
                openPart(index..<(index + 1))
            } else if isComment(index) {
                let end = commentEnd(from: index)
                add(index..<end, key: .comment(PieceIdentity.words(of: bytes[span(index..<end)])))
            } else if let fence = fence(index) {
                let end = fenceEnd(fence, from: index)
                add(index..<end, key: .text(PieceIdentity.words(of: bytes[span(index..<end)])))
            } else if let definition = definition(index) {
                let label = String(decoding: bytes[definition.label], as: UTF8.self).lowercased()
                add(index..<(index + 1), key: .definition(label))
            } else if let offset = itemOffset(index) {
                let end = itemEnd(contentOffset: offset, from: index)
                add(index..<end, key: PieceIdentity.key(of: bytes[span(index..<end)]))
            } else {
                let (end, isHeading) = paragraphEnd(from: index)
                if isHeading {
                    openPart(index..<end)
                } else {
                    add(index..<end, key: PieceIdentity.key(of: bytes[span(index..<end)]))
                }
            }
        }
        parts[parts.count - 1].tail = gap
    }

    private mutating func openPart(_ range: Range<Int>) {
        parts[parts.count - 1].tail = gap
        gap = []
        let lineBytes = Array(bytes[span(range)])
        let words = PieceIdentity.words(of: lineBytes[...])
        parts.append(IssuePart(heading: IssuePiece(gap: [], bytes: lineBytes, key: .text(words)), pieces: [], tail: []))
        index = range.upperBound
    }

    private mutating func add(_ range: Range<Int>, key: IssuePiece.Key) {
        parts[parts.count - 1].pieces.append(IssuePiece(gap: gap, bytes: Array(bytes[span(range)]), key: key))
        gap = []
        index = range.upperBound
    }

    // MARK: Where pieces end

    private mutating func commentEnd(from start: Int) -> Int {
        let last = lastCommentEnd ?? lines.lastIndex { LineStart.endsComment(bytes[$0.text]) } ?? -1
        lastCommentEnd = last
        guard last >= start else { return start + 1 }
        for line in start..<last where LineStart.endsComment(text(line)) { return line + 1 }
        return last + 1
    }

    private mutating func fenceEnd(_ fence: LineStart.Fence, from start: Int) -> Int {
        guard start + 1 < lines.count, longestFence(of: fence.mark, from: start + 1) >= fence.length else {
            return start + 1
        }
        for line in (start + 1)..<lines.count where isBlock(line) && LineStart.closes(fence, text(line)) {
            return line + 1
        }
        return start + 1
    }

    private mutating func longestFence(of mark: UInt8, from line: Int) -> Int {
        if let known = longestFences[mark] { return known[line] }
        var longest = lines.indices.map { line in
            let text = text(line)
            return isBlock(line) && text.allSatisfy { $0 == mark } ? text.count : 0
        }
        for index in longest.indices.reversed().dropFirst() { longest[index] = max(longest[index], longest[index + 1]) }
        longestFences[mark] = longest
        return longest[line]
    }

    /// The end of an item, which includes indented lines, blank lines between them, and lazy continuation lines.
    private func itemEnd(contentOffset: Int, from start: Int) -> Int {
        var end = start + 1
        while end < lines.count {
            let line = text(end)
            if line.isEmpty {
                var next = end
                while next < lines.count, text(next).isEmpty { next += 1 }
                guard next < lines.count, lines[next].indentation >= max(2, contentOffset) else { return end }
                end = next
                continue
            }
            let indentation = lines[end].indentation
            if indentation >= contentOffset {
                end += 1
                continue
            }
            if interruptsText(end) { return end }
            // Lazy lines continue a paragraph, but a line that begins with a link is an entry without its bullet.
            if indentation == 0, line.first == UInt8(ascii: "[") || text(end - 1).isEmpty { return end }
            end += 1
        }
        return end
    }

    /// The end of a paragraph, and whether it is an underlined heading.
    private func paragraphEnd(from start: Int) -> (end: Int, isHeading: Bool) {
        var end = start + 1
        guard !isThematicBreak(start) else { return (end, false) }
        while end < lines.count, !text(end).isEmpty {
            if isUnderline(end), !ConflictMarker.beginsSide(text(start)) { return (end + 1, true) }
            if interruptsText(end) { break }
            end += 1
        }
        return (end, false)
    }

    // MARK: What a line begins

    private func isHeading(_ line: Int) -> Bool { isBlock(line) && LineStart.headingLevel(text(line)) != nil }
    private func isUnderline(_ line: Int) -> Bool { isBlock(line) && LineStart.underlineLevel(text(line)) != nil }
    private func isThematicBreak(_ line: Int) -> Bool { isBlock(line) && LineStart.isThematicBreak(text(line)) }
    private func isComment(_ line: Int) -> Bool { isBlock(line) && LineStart.isComment(text(line)) }
    private func fence(_ line: Int) -> LineStart.Fence? { isBlock(line) ? LineStart.fence(text(line)) : nil }
    private func definition(_ line: Int) -> ReferenceDefinition? {
        isBlock(line) ? LineStart.definition(text(line)) : nil
    }

    /// The column at which an item's content begins; nil if the line doesn't begin an item.
    private func itemOffset(_ line: Int) -> Int? {
        guard isBlock(line), let marker = LineStart.listMarker(text(line)) else { return nil }
        let blanks = text(line).dropFirst(marker.width).prefix { $0 == 0x20 }.count
        return lines[line].indentation + marker.width + (1...4 ~= blanks ? blanks : 1)
    }

    /// Whether the line's indentation is small enough to begin a block, rather than code or a continuation.
    private func isBlock(_ line: Int) -> Bool { lines[line].indentation < 4 }

    /// Whether a line ends the text above it.
    private func interruptsText(_ line: Int) -> Bool {
        switch text(line).first {
        case UInt8(ascii: "#"): isHeading(line)
        case UInt8(ascii: "<"): isComment(line)
        case UInt8(ascii: "`"), UInt8(ascii: "~"): fence(line) != nil
        case UInt8(ascii: "_"): isThematicBreak(line)
        case UInt8(ascii: "*"), UInt8(ascii: "-"), UInt8(ascii: "+"): itemOffset(line) != nil || isThematicBreak(line)
        case .some(0x30...0x39): itemOffset(line) != nil
        default: false
        }
    }

    // MARK: Lines

    private func text(_ line: Int) -> ArraySlice<UInt8> { bytes[lines[line].text] }

    private func span(_ range: Range<Int>) -> Range<Int> {
        lines[range.lowerBound].whole.lowerBound..<lines[range.upperBound - 1].whole.upperBound
    }

    private func isHeaderName(_ name: ArraySlice<UInt8>) -> Bool {
        !name.isEmpty && name.allSatisfy { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A || $0 == 0x2D || $0 == 0x5F }
    }
}

/// A line and the range of its text.
private struct SplitLine {
    /// The range of the line, including its line break.
    var whole: Range<Int>
    /// The range of the text without spaces at both ends.
    var text: Range<Int>
    /// The indentation in columns.
    var indentation = 0

    init(_ whole: Range<Int>, _ bytes: [UInt8]) {
        self.whole = whole
        var (start, end) = (whole.lowerBound, whole.upperBound)
        while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
        var isIndentation = true
        while start < end, bytes[start] <= 0x20 {
            switch bytes[start] {
            case 0x20 where isIndentation: indentation += 1
            case 0x09 where isIndentation: indentation += 4 - indentation % 4
            default: isIndentation = false
            }
            start += 1
        }
        text = start..<end
    }
}
