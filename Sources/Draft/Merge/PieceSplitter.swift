/// Cuts an issue's text into pieces by its lines, as a person sees them: bullets, paragraphs, comments, fences.
struct PieceSplitter {
    private let bytes: [UInt8]
    private var lines: [Range<Int>] = []
    private var index = 0
    private var gap: [UInt8] = []
    private var parts = [IssuePart(heading: nil, pieces: [], tail: [])]
    /// The last line with the end of a comment; nil until a comment was found.
    private var lastCommentEnd: Int?
    /// For each line, the longest fence of a mark that it or a later one begins with; nil until a fence was found.
    private var longestFences: [UInt8: [Int]] = [:]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var start = 0
        for (offset, byte) in bytes.enumerated() where byte == 0x0A {
            lines.append(start..<(offset + 1))
            start = offset + 1
        }
        if start < bytes.count { lines.append(start..<bytes.count) }
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
                gap += bytes[lines[index]]
                index += 1
            } else if LineShape.isHeading(line) {
                openPart()
            } else if line.starts(with: "<!--".utf8) {
                let end = commentEnd(from: index)
                add(index..<end, key: .comment(PieceIdentity.words(of: bytes[span(index..<end)])))
            } else if let fence = LineShape.fence(line) {
                let end = fenceEnd(fence, from: index)
                add(index..<end, key: .text(PieceIdentity.words(of: bytes[span(index..<end)])))
            } else if LineShape.isDefinition(line) {
                let label = line.prefix { $0 != UInt8(ascii: "]") }.dropFirst()
                add(index..<(index + 1), key: .definition(String(decoding: label, as: UTF8.self).lowercased()))
            } else if let offset = LineShape.bulletOffset(line, indentation: indentation(index)) {
                let end = itemEnd(contentOffset: offset, from: index)
                add(index..<end, key: PieceIdentity.key(of: bytes[span(index..<end)]))
            } else {
                let end = paragraphEnd(from: index)
                add(index..<end, key: PieceIdentity.key(of: bytes[span(index..<end)]))
            }
        }
        parts[parts.count - 1].tail = gap
    }

    private mutating func openPart() {
        parts[parts.count - 1].tail = gap
        gap = []
        let lineBytes = Array(bytes[lines[index]])
        let words = PieceIdentity.words(of: lineBytes[...])
        parts.append(IssuePart(heading: IssuePiece(gap: [], bytes: lineBytes, key: .text(words)), pieces: [], tail: []))
        index += 1
    }

    private mutating func add(_ range: Range<Int>, key: IssuePiece.Key) {
        parts[parts.count - 1].pieces.append(IssuePiece(gap: gap, bytes: Array(bytes[span(range)]), key: key))
        gap = []
        index = range.upperBound
    }

    // MARK: Ends

    private mutating func commentEnd(from start: Int) -> Int {
        let last = lastCommentEnd ?? lines.lastIndex { contains("-->", bytes[$0]) } ?? -1
        lastCommentEnd = last
        // A comment that is never closed must not swallow what others write below.
        guard last >= start else { return start + 1 }
        for line in start..<last where contains("-->", bytes[lines[line]]) { return line + 1 }
        return last + 1
    }

    private mutating func fenceEnd(_ fence: ArraySlice<UInt8>, from start: Int) -> Int {
        guard start + 1 < lines.count, let mark = fence.first, longestFence(of: mark, from: start + 1) >= fence.count
        else { return start + 1 }
        for line in (start + 1)..<lines.count where text(line).starts(with: fence) { return line + 1 }
        return start + 1
    }

    private mutating func longestFence(of mark: UInt8, from line: Int) -> Int {
        if let known = longestFences[mark] { return known[line] }
        var longest = lines.indices.map { text($0).prefix { $0 == mark }.count }
        for index in longest.indices.reversed().dropFirst() { longest[index] = max(longest[index], longest[index + 1]) }
        longestFences[mark] = longest
        return longest[line]
    }

    /// An item goes on over indented lines, over blank ones if more indented ones follow, and over lazy lines.
    private func itemEnd(contentOffset: Int, from start: Int) -> Int {
        var end = start + 1
        while end < lines.count {
            let line = text(end)
            if line.isEmpty {
                var next = end
                while next < lines.count, text(next).isEmpty { next += 1 }
                guard next < lines.count, indentation(next) >= max(2, contentOffset) else { return end }
                end = next
                continue
            }
            let indentation = indentation(end)
            if indentation >= contentOffset {
                end += 1
                continue
            }
            if LineShape.isHeading(line) || line.starts(with: "<!--".utf8) || LineShape.fence(line) != nil {
                return end
            }
            if LineShape.bulletOffset(line, indentation: indentation) != nil { return end }
            // Lazy lines go on with a paragraph; a line that begins as a link does is an entry without its bullet.
            if indentation == 0, line.first == UInt8(ascii: "[") || text(end - 1).isEmpty { return end }
            end += 1
        }
        return end
    }

    private func paragraphEnd(from start: Int) -> Int {
        var end = start + 1
        while end < lines.count {
            let line = text(end)
            if line.isEmpty || LineShape.isHeading(line) || line.starts(with: "<!--".utf8) { return end }
            if LineShape.fence(line) != nil { return end }
            if indentation(end) < 4, LineShape.bulletOffset(line, indentation: indentation(end)) != nil { return end }
            end += 1
        }
        return end
    }

    // MARK: Lines

    /// A line without blanks at both ends.
    private func text(_ line: Int) -> ArraySlice<UInt8> {
        var slice = bytes[lines[line]]
        while let last = slice.last, last <= 0x20 { slice.removeLast() }
        return slice.drop { $0 <= 0x20 }
    }

    private func indentation(_ line: Int) -> Int {
        var width = 0
        for byte in bytes[lines[line]] {
            if byte == 0x20 { width += 1 } else if byte == 0x09 { width += 4 - width % 4 } else { break }
        }
        return width
    }

    private func span(_ range: Range<Int>) -> Range<Int> {
        lines[range.lowerBound].lowerBound..<lines[range.upperBound - 1].upperBound
    }

    private func isHeaderName(_ name: ArraySlice<UInt8>) -> Bool {
        !name.isEmpty && name.allSatisfy { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A || $0 == 0x2D || $0 == 0x5F }
    }

    private func contains(_ part: String, _ slice: ArraySlice<UInt8>) -> Bool {
        slice.indices.contains { slice[$0] == part.utf8.first && slice[$0...].starts(with: part.utf8) }
    }
}

/// What a line of Markdown begins; lines are given without blanks at both ends.
enum LineShape {
    static func isHeading(_ line: ArraySlice<UInt8>) -> Bool {
        let marks = line.prefix { $0 == UInt8(ascii: "#") }.count
        guard 1...6 ~= marks else { return false }
        return line.count == marks || line[line.startIndex + marks] <= 0x20
    }

    static func fence(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        for mark in [UInt8(ascii: "`"), UInt8(ascii: "~")] {
            let fence = line.prefix { $0 == mark }
            if fence.count >= 3 { return fence }
        }
        return nil
    }

    /// Where an item's content begins, from the line's left edge; nil where the line is no item of the top level.
    static func bulletOffset(_ line: ArraySlice<UInt8>, indentation: Int) -> Int? {
        guard indentation < 4, let first = line.first else { return nil }
        var width = 0
        if first == UInt8(ascii: "*") || first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
            width = 1
        } else {
            let digits = line.prefix { $0 >= 0x30 && $0 <= 0x39 }.count
            guard 1...9 ~= digits, line.count > digits else { return nil }
            let mark = line[line.startIndex + digits]
            guard mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")") else { return nil }
            width = digits + 1
        }
        let rest = line.dropFirst(width)
        guard let blank = rest.first else { return indentation + width + 1 }
        guard blank <= 0x20 else { return nil }
        let blanks = rest.prefix { $0 == 0x20 }.count
        return indentation + width + (1...4 ~= blanks ? blanks : 1)
    }

    /// `[label]: address`
    static func isDefinition(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.first == UInt8(ascii: "["), let end = line.firstIndex(of: UInt8(ascii: "]")),
            end > line.startIndex + 1,
            end + 1 < line.endIndex
        else { return false }
        return line[end + 1] == UInt8(ascii: ":")
    }
}
