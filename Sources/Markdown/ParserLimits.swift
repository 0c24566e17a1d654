internal import Newsletter
internal import Text

/// Finds texts that would keep the C parser busy for seconds, before they are parsed.
///
/// cmark-gfm 0.29 takes quadratic time for some texts that no person writes; later versions don't. Each limit is far
/// above anything in an issue, and rejects any text of a megabyte that takes more than about half a second. The cost
/// depends on the lines between two blank lines, so each run of such lines is checked separately. ``MarkdownTree``
/// limits the size of the tree.
struct ParserLimits {
    /// The diagnostic for a text that exceeds a limit, or nil if the text can be parsed quickly.
    static func excess(in source: SourceText, fromLine firstLine: Int, file: String) -> Diagnostic? {
        let limits = ParserLimits(source: source, firstLine: firstLine)
        guard let (problem, remedy, line) = limits.nestingExcess() ?? limits.tableExcess() ?? limits.markExcess() else {
            return nil
        }
        return Diagnostic(problem, remedy: remedy, file: file, at: SourceLocation(line: line, column: 1))
    }

    /// The maximum depth of nesting: deeper than any person nests, and safe for every traversal of the tree.
    static let deepestNesting = 200

    static func nestedTooDeep(_ file: String, at line: Int) -> Diagnostic {
        Diagnostic(
            nesting.problem, remedy: nesting.remedy, file: file, at: SourceLocation(line: line, column: 1))
    }

    static func tooMuchMemory(file: String) -> Diagnostic {
        Diagnostic(
            "the text has so much markup that reading it takes more than"
                + " \(MarkdownTree.memoryLimit(forText: 0) >> 20) MB",
            remedy: "Remove repeated text, or split the file", file: file)
    }

    /// Reports definitions with long URLs that are used so often that the page would be thousands of times as long as
    /// the text. Later versions of the parser have the same limit.
    static func tooLongAddresses(_ root: MarkdownNode, source: SourceText, file: String) -> Diagnostic? {
        let limits = ParserLimits(source: source, firstLine: 1)
        let size = source.bytes.count
        let definitions = limits.count(UInt8(ascii: "]"), before: UInt8(ascii: ":"), UInt8(ascii: ":"))
        // A short text, or one with few references, can't become long.
        guard definitions > 0, size * limits.count(UInt8(ascii: "]")) > mostUnseenAddressBytes,
            root.hasAddresses(longerThan: size + max(size, mostAddressBytes))
        else { return nil }
        return Diagnostic(
            "the long URLs of some definitions are used so often that the page would be too long",
            remedy: "Write shorter URLs, or use the definitions less often", file: file)
    }

    private static let mostAddressBytes = 1_000_000
    private static let mostUnseenAddressBytes = 16_000_000

    private typealias Excess = (problem: String, remedy: String, line: Int)

    private let source: SourceText
    private let firstLine: Int

    // MARK: Nesting

    private static let nesting = (
        problem: "more than \(deepestNesting) levels of nesting", remedy: "Split the list or quotation"
    )
    /// The limit for containers that the parser tries to continue, summed over all lines.
    private static let mostContainerSteps = 50_000_000

    /// Reports lists and quotations that are nested too deeply: for each piece of text in the innermost one, the parser
    /// visits all open ones.
    private func nestingExcess() -> Excess? {
        var deepest = 0
        for line in firstLine..<max(firstLine, source.lineStarts.count + 1) {
            let (marks, blanks) = containers(line)
            if marks > Self.deepestNesting { return (Self.nesting.problem, Self.nesting.remedy, line) }
            // A list level that began on another line takes two spaces.
            deepest = max(deepest, marks + blanks / 2)
            if deepest * (source.lineStarts.count - firstLine) > Self.mostContainerSteps {
                return (
                    "a list nested this deep, or a text indented this far, in a file of"
                        + " \(source.lineStarts.count) lines",
                    Self.nesting.remedy, line
                )
            }
        }
        return nil
    }

    /// The number of list and quotation markers at the beginning of a line, and of the spaces before and between them.
    private func containers(_ line: Int) -> (marks: Int, blanks: Int) {
        let bytes = source.bytes
        var index = source.start(ofLine: line)
        let end = source.start(ofLine: line + 1)
        var (marks, blanks) = (0, 0)
        while index < end {
            switch bytes[index] {
            case 0x20: blanks += 1
            case 0x09: blanks += 4
            case UInt8(ascii: ">"): marks += 1
            case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: ")"):
                guard index + 1 < end, bytes[index + 1] <= 0x20 else { return (marks, blanks) }
                marks += 1
            case 0x30...0x39, 0x0A, 0x0D: break
            default: return (marks, blanks)
            }
            index += 1
        }
        // Only markers: a thematic break such as `* * *`, or an empty line.
        return isRule(line) ? (0, 0) : (marks, blanks)
    }

    private func isRule(_ line: Int) -> Bool {
        let marks = source.bytes[source.start(ofLine: line)..<source.start(ofLine: line + 1)].lazy.filter { $0 > 0x20 }
        guard let first = marks.first else { return true }
        return (first == UInt8(ascii: "-") || first == UInt8(ascii: "*")) && marks.allSatisfy { $0 == first }
    }

    // MARK: Tables

    /// The maximum number of missing cells that the parser adds to rows; version 0.29.0.gfm.12 has a similar limit for
    /// the whole text.
    private static let mostAddedCells = 100_000
    /// The maximum number of steps for tables: bytes of lines that the parser reads again, and pairs of cells in a row,
    /// because for each cell the parser walks the row from its first cell.
    private static let mostTableSteps = 100_000_000

    /// Reports rows that lack too many cells, and lines that are read too often as a table's first row.
    ///
    /// At each line such as `|-|-|`, the parser reads all previous lines of the paragraph as a table's first row.
    private func tableExcess() -> Excess? {
        var addedCells = 0
        var steps = 0
        var line = firstLine
        while line <= source.lineStarts.count {
            guard delimiterColumns(line) != nil else {
                line += 1
                continue
            }
            let run = run(around: line)
            var columns = 0
            var above = 0
            for row in run {
                let cells = cellCount(row)
                if let found = delimiterColumns(row) {
                    columns = max(columns, found)
                    steps += above
                } else if columns > cells {
                    addedCells += columns - cells
                }
                let cost = cells * cells / 2 + lineLength(row)
                above += cost
                steps += cost
                if addedCells > Self.mostAddedCells {
                    return (
                        "the rows of tables lack more than \(Self.mostAddedCells) cells",
                        "Give the rows as many cells as the table has columns", row
                    )
                }
                if steps > Self.mostTableSteps {
                    return (
                        "a table with too many cells, or with too many lines like '|-|-|'",
                        "Split the table by blank lines, or remove it", row
                    )
                }
            }
            line = run.upperBound
        }
        return nil
    }

    /// The number of columns that a line such as `|:--|--:|` gives a table, or nil for any other line.
    private func delimiterColumns(_ line: Int) -> Int? {
        let bytes = source.bytes
        let start = source.start(ofLine: line)
        var index = source.start(ofLine: line + 1)
        while index > start, bytes[index - 1] <= 0x20 { index -= 1 }
        // Nearly all lines end with another character.
        guard index > start, Self.isOfDelimiter(bytes[index - 1]) else { return nil }
        var pipes = 0
        var hasPipeOrColon = false
        while index > start, Self.isOfDelimiter(bytes[index - 1]) || bytes[index - 1] <= 0x20 {
            index -= 1
            if bytes[index] == UInt8(ascii: "|") { pipes += 1 }
            hasPipeOrColon = hasPipeOrColon || bytes[index] == UInt8(ascii: "|") || bytes[index] == UInt8(ascii: ":")
        }
        // It may be preceded by list and quotation markers.
        guard hasPipeOrColon, bytes[start..<index].allSatisfy(Self.isOfContainer) else { return nil }
        return pipes + 1
    }

    private static func isOfDelimiter(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "|") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":")
    }

    private static func isOfContainer(_ byte: UInt8) -> Bool {
        byte <= 0x20 || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "+")
            || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ")")
            || (0x30...0x39).contains(byte)
    }

    private func cellCount(_ line: Int) -> Int {
        var count = 1
        for index in source.start(ofLine: line)..<source.start(ofLine: line + 1)
        where source.bytes[index] == UInt8(ascii: "|") { count += 1 }
        return count
    }

    // MARK: Brackets and declarations

    /// The number of markers below which a text isn't examined any further.
    private static let fewMarks = 200
    private static let mostBracketPairs = 50_000_000
    private static let mostDeclarationSteps = 500_000_000

    /// Reports images that are opened and never closed, because the parser visits each of them at every link; and `<!`
    /// and `<?`, because from each of them the parser reads to the end of the paragraph.
    private func markExcess() -> Excess? {
        let images = count(UInt8(ascii: "!"), before: UInt8(ascii: "["), UInt8(ascii: "["))
        let declarations = count(UInt8(ascii: "<"), before: UInt8(ascii: "!"), UInt8(ascii: "?"))
        guard images > Self.fewMarks || declarations > Self.fewMarks else { return nil }
        var (pairs, steps) = (0, 0)
        var line = firstLine
        while line <= source.lineStarts.count {
            let run = run(around: line)
            line = max(run.upperBound, line + 1)
            var (images, closers, declarations) = (0, 0, 0)
            let range = source.start(ofLine: run.lowerBound)..<source.start(ofLine: run.upperBound)
            for index in range {
                let previous = index > 0 ? source.bytes[index - 1] : 0
                switch (previous, source.bytes[index]) {
                case (_, UInt8(ascii: "]")): closers += 1
                case (UInt8(ascii: "!"), UInt8(ascii: "[")): images += 1
                case (UInt8(ascii: "<"), UInt8(ascii: "!")), (UInt8(ascii: "<"), UInt8(ascii: "?")): declarations += 1
                default: break
                }
            }
            pairs += images * closers
            steps += declarations * range.count
            if pairs > Self.mostBracketPairs {
                return (
                    "a paragraph contains '![' \(images) times", "Split the paragraph by blank lines, or remove it",
                    run.lowerBound
                )
            }
            if steps > Self.mostDeclarationSteps {
                return (
                    "a paragraph contains '<!' or '<?' \(declarations) times",
                    "Split the paragraph by blank lines, or remove it",
                    run.lowerBound
                )
            }
        }
        return nil
    }

    /// How many times a byte is followed by one of two others.
    private func count(_ byte: UInt8, before one: UInt8, _ other: UInt8) -> Int {
        source.bytes.withUnsafeBufferPointer { bytes in
            var count = 0
            var index = source.start(ofLine: firstLine)
            while let found = bytes.firstIndex(of: byte, from: index) {
                index = found + 1
                if index < bytes.count, bytes[index] == one || bytes[index] == other { count += 1 }
            }
            return count
        }
    }

    private func count(_ byte: UInt8) -> Int {
        source.bytes.reduce(into: 0) { count, other in if other == byte { count += 1 } }
    }

    // MARK: Lines

    /// The lines around a line up to the nearest blank ones, or just that line if it is blank.
    private func run(around line: Int) -> Range<Int> {
        guard !isBlank(line) else { return line..<(line + 1) }
        var (first, end) = (line, line + 1)
        while first > firstLine, !isBlank(first - 1) { first -= 1 }
        while end <= source.lineStarts.count, !isBlank(end) { end += 1 }
        return first..<end
    }

    private func isBlank(_ line: Int) -> Bool {
        source.bytes[source.start(ofLine: line)..<source.start(ofLine: line + 1)].allSatisfy { $0 <= 0x20 }
    }

    private func lineLength(_ line: Int) -> Int { source.start(ofLine: line + 1) - source.start(ofLine: line) }
}
