extension LineScanner {
    /// Adds the definitions at the beginning of a paragraph to ``definitions``, and returns the first line after them.
    ///
    /// The paragraph consists of all lines from `firstLine` to the last line read.
    mutating func takeDefinitions(from firstLine: Int) -> Int {
        var line = firstLine
        // cmark keeps the spaces before a line that continues a paragraph although markers are missing.
        while line < lines.count, bytes[lines[line].content] == UInt8(ascii: "["), !lines[line].isLazilyIndented {
            guard let definition = DefinitionReader.definition(bytes[...], lines[line...]) else { break }
            for index in definition.lines { lines[index].kind = .definition }
            definitions.append(definition)
            line = definition.lines.upperBound
        }
        return line
    }
}

/// Reads a reference definition, which may span several lines (CommonMark 4.7).
struct DefinitionReader {
    private let bytes: ArraySlice<UInt8>
    private let lines: ArraySlice<MarkdownLine>
    private var line: Int
    private var offset: Int

    /// The definition at the beginning of a paragraph's lines.
    static func definition(_ bytes: ArraySlice<UInt8>, _ lines: ArraySlice<MarkdownLine>) -> ReferenceDefinition? {
        var reader = DefinitionReader(bytes: bytes, lines: lines)
        return reader.definition()
    }

    private init(bytes: ArraySlice<UInt8>, lines: ArraySlice<MarkdownLine>) {
        self.bytes = bytes
        self.lines = lines
        line = lines.startIndex
        offset = lines.first?.content ?? 0
    }

    /// The next byte, with a line feed at the end of each line; nil at the end of the paragraph.
    private var next: UInt8? {
        guard line < lines.endIndex else { return nil }
        return offset < lines[line].bytes.upperBound ? bytes[offset] : 0x0A
    }

    private mutating func advance() {
        guard line < lines.endIndex else { return }
        if offset < lines[line].bytes.upperBound {
            offset += 1
        } else {
            line += 1
            if line < lines.endIndex { offset = lines[line].content }
        }
    }

    private mutating func definition() -> ReferenceDefinition? {
        guard let label = label(), next == UInt8(ascii: ":") else { return nil }
        advance()
        skipBlanksAndBreak()
        guard let destination = destination() else { return nil }
        let end = (line, offset)
        skipBlanksAndBreak()
        if (line, offset) != end, skipTitle() {
            skipBlanks()
            if skipBreak() {
                return ReferenceDefinition(label: label, destination: destination, lines: lines.startIndex..<line)
            }
        }
        // What isn't a title may still be text after the definition.
        (line, offset) = end
        skipBlanks()
        guard skipBreak() else { return nil }
        return ReferenceDefinition(label: label, destination: destination, lines: lines.startIndex..<line)
    }

    private static let longestLabel = 1000

    private mutating func label() -> Range<Int>? {
        advance()
        let start = offset
        var (length, isBlank) = (0, true)
        while let byte = next, byte != UInt8(ascii: "["), byte != UInt8(ascii: "]") {
            isBlank = isBlank && byte.isSpace
            advance()
            length += 1
            if byte == UInt8(ascii: "\\"), let escaped = next, escaped.isASCIIPunctuation {
                advance()
                length += 1
            }
            if length > Self.longestLabel { return nil }
        }
        guard next == UInt8(ascii: "]"), !isBlank else { return nil }
        let label = start..<offset
        advance()
        return label
    }

    private mutating func destination() -> Range<Int>? {
        guard next == UInt8(ascii: "<") else { return bareDestination() }
        advance()
        let start = offset
        while let byte = next, byte != UInt8(ascii: ">") {
            if byte == 0x0A || byte == UInt8(ascii: "<") { return nil }
            advance()
            if byte == UInt8(ascii: "\\") { advance() }
        }
        guard next != nil else { return nil }
        let end = max(start, offset)
        advance()
        return start..<end
    }

    private static let deepestParentheses = 32

    private mutating func bareDestination() -> Range<Int>? {
        let start = offset
        var depth = 0
        while let byte = next, !byte.isSpace {
            if byte == UInt8(ascii: "(") {
                depth += 1
                if depth > Self.deepestParentheses { return nil }
            } else if byte == UInt8(ascii: ")") {
                if depth == 0 { break }
                depth -= 1
            }
            advance()
            if byte == UInt8(ascii: "\\"), let escaped = next, escaped.isASCIIPunctuation { advance() }
        }
        return next == nil || offset == start ? nil : start..<offset
    }

    /// Skips a title in quotes or parentheses.
    ///
    /// As in cmark, a backslash before a quote always escapes it, but the last one closes the title if no other does.
    private mutating func skipTitle() -> Bool {
        guard let opening = next else { return false }
        let closing = opening == UInt8(ascii: "(") ? UInt8(ascii: ")") : opening
        guard closing != opening || opening == UInt8(ascii: "\"") || opening == UInt8(ascii: "'") else { return false }
        advance()
        var escapedEnd: (Int, Int)?
        var isEscaped = false
        while let byte = next {
            advance()
            if byte == closing {
                if !isEscaped { return true }
                escapedEnd = (line, offset)
            }
            if byte == UInt8(ascii: "("), closing == UInt8(ascii: ")"), !isEscaped { break }
            isEscaped = byte == UInt8(ascii: "\\")
        }
        guard let escapedEnd else { return false }
        (line, offset) = escapedEnd
        return true
    }

    // MARK: Blanks

    private mutating func skipBlanks() {
        while let byte = next, byte.isBlank { advance() }
    }

    private mutating func skipBreak() -> Bool {
        guard let byte = next else { return true }
        guard byte == 0x0A else { return false }
        advance()
        return true
    }

    private mutating func skipBlanksAndBreak() {
        skipBlanks()
        if skipBreak() { skipBlanks() }
    }
}
