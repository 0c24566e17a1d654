/// Finds links, code, tags and unmatched delimiters in a document's blocks of text, byte by byte.
struct InlineScanner {
    private let bytes: [UInt8]
    private let lineStarts: [Int]
    private let definitions: [String: Int]
    private let definitionURLs: [Range<Int>]

    private(set) var links: [Link] = []
    private(set) var codeSpans: [CodeSpan] = []
    private(set) var tags: [Tag] = []
    private(set) var comments: [Range<Int>] = []
    /// Runs of backticks that don't open code.
    private(set) var looseBackticks: [Range<Int>] = []
    private(set) var brackets: [Bracket] = []
    /// Opening and closing brackets without a counterpart.
    private(set) var looseBrackets: [Int] = []

    private struct Opener {
        var offset: Int
        var isImage: Bool
        var line: Int
        var bareLinks: Int
        var plainBrackets: Int
    }

    private var openers: [Opener] = []
    /// How many of the open brackets are already followed by a link, and so can't begin one, because a link can't
    /// contain another one.
    private var spent = 0
    private var line = 0
    /// The last run of backticks of each length in a block; nil until a run without a closing one was found.
    private var lastBackticks: [Int: Int]?

    init(bytes: [UInt8], lineStarts: [Int], definitions: [Definition]) {
        self.bytes = bytes
        self.lineStarts = lineStarts
        definitionURLs = definitions.map(\.url)
        // The last definition of a label wins, as on the page.
        self.definitions = Dictionary(
            definitions.enumerated().map { ($1.label, $0) }, uniquingKeysWith: { max($0, $1) })
        links.reserveCapacity(256)
    }

    mutating func scan(_ block: Block) {
        (openers, spent, line) = ([], 0, block.lines.lowerBound)
        lastBackticks = nil
        let end = block.bytes.upperBound
        var index = block.bytes.lowerBound
        while index < end {
            switch bytes[index] {
            case 0x0A:
                line += 1
                index += 1
            case UInt8(ascii: "\\"): index += index + 1 < end && ASCII.isPunctuation(bytes[index + 1]) ? 2 : 1
            case UInt8(ascii: "`") where block.kind != .html: index = code(at: index, end)
            case UInt8(ascii: "<"): index = angle(at: index, end)
            case UInt8(ascii: "[") where block.kind != .html:
                let isImage = index > block.bytes.lowerBound && bytes[index - 1] == UInt8(ascii: "!")
                openers.append(
                    Opener(
                        offset: index, isImage: isImage, line: line, bareLinks: links.count,
                        plainBrackets: brackets.count))
                index += 1
            case UInt8(ascii: "]") where block.kind != .html: index = close(at: index, end)
            case UInt8(ascii: "h") where bytes.has("http", at: index): index = bareAddress(at: index, end)
            default: index += 1
            }
        }
        looseBrackets += openers.map(\.offset)
    }

    /// Sorts the results in the order of the text.
    mutating func finish() {
        links.sort { $0.whole.lowerBound < $1.whole.lowerBound }
        brackets.sort { $0.whole.lowerBound < $1.whole.lowerBound }
        looseBrackets.sort()
    }

    /// Counts the line breaks within a range that is skipped in one go.
    private mutating func countLines(_ range: Range<Int>) {
        for index in range where bytes[index] == 0x0A { line += 1 }
    }

    private mutating func code(at start: Int, _ end: Int) -> Int {
        var opened = start
        while opened < end, bytes[opened] == UInt8(ascii: "`") { opened += 1 }
        let width = opened - start
        if let lastBackticks, lastBackticks[width] ?? start <= start {
            looseBackticks.append(start..<opened)
            return opened
        }
        var index = opened
        while index < end {
            guard bytes[index] == UInt8(ascii: "`") else {
                index += 1
                continue
            }
            let run = index
            while index < end, bytes[index] == UInt8(ascii: "`") { index += 1 }
            guard index - run == width else { continue }
            codeSpans.append(CodeSpan(whole: start..<index, content: opened..<run))
            countLines(start..<index)
            return index
        }
        looseBackticks.append(start..<opened)
        lastBackticks = lastBackticks ?? backticks(in: opened..<end)
        return opened
    }

    private func backticks(in range: Range<Int>) -> [Int: Int] {
        var last: [Int: Int] = [:]
        var index = range.lowerBound
        while index < range.upperBound {
            let run = index
            while index < range.upperBound, bytes[index] == UInt8(ascii: "`") { index += 1 }
            if index > run { last[index - run] = run } else { index += 1 }
        }
        return last
    }

    // MARK: Angle brackets

    private mutating func angle(at start: Int, _ end: Int) -> Int {
        if bytes.has("<!--", at: start) {
            let close = bytes.first("-->", in: min(start + 4, end)..<end).map { $0 + 3 } ?? end
            comments.append(start..<close)
            countLines(start..<close)
            return close
        }
        if let close = TagSyntax.autolinkEnd(bytes, at: start, end) {
            links.append(
                Link(
                    kind: .automatic, whole: start..<close, text: (start + 1)..<(close - 1),
                    url: (start + 1)..<(close - 1), line: line))
            return close
        }
        guard let tag = TagSyntax.tag(bytes, at: start, end, line: line) else { return start + 1 }
        tags.append(tag)
        guard tag.isValid else { return start + 1 }
        if let href = TagSyntax.address(bytes, of: tag) {
            links.append(Link(kind: .html, whole: tag.whole, text: href, url: href, line: line))
        }
        countLines(tag.whole)
        return tag.whole.upperBound
    }

    private mutating func bareAddress(at start: Int, _ end: Int) -> Int {
        let scheme = bytes.has("https://", at: start) ? 8 : bytes.has("http://", at: start) ? 7 : 0
        guard scheme > 0, start == 0 || !ASCII.isWord(bytes[start - 1]) else { return start + 1 }
        var index = start + scheme
        while index < end, !ASCII.isSpace(bytes[index]), bytes[index] != UInt8(ascii: "<"),
            bytes[index] != UInt8(ascii: "]"), bytes[index] != UInt8(ascii: ")"), bytes[index] != UInt8(ascii: "`")
        {
            index += 1
        }
        var last = index
        while last > start + scheme, ASCII.isPunctuation(bytes[last - 1]), bytes[last - 1] != UInt8(ascii: "/") {
            last -= 1
        }
        guard last > start + scheme else { return start + scheme }
        links.append(Link(kind: .bare, whole: start..<last, text: start..<last, url: start..<last, line: line))
        return last
    }

    // MARK: Square brackets

    private mutating func close(at index: Int, _ end: Int) -> Int {
        guard let opener = openers.popLast() else {
            looseBrackets.append(index)
            return index + 1
        }
        let text = (opener.offset + 1)..<index
        if openers.count >= spent {
            if let target = LinkTarget.inline(bytes, at: index + 1, end) {
                append(
                    Link(
                        kind: .inline, isImage: opener.isImage, whole: opener.offset..<target.end, text: text,
                        url: target.url, line: opener.line), opener)
                countLines((index + 1)..<target.end)
                return target.end
            }
            if let (definition, referenceEnd) = reference(text, after: index + 1, end) {
                append(
                    Link(
                        kind: .reference, isImage: opener.isImage, whole: opener.offset..<referenceEnd, text: text,
                        url: definitionURLs[definition], definition: definition, line: opener.line), opener)
                return referenceEnd
            }
        }
        spent = min(spent, openers.count)
        brackets.append(Bracket(whole: opener.offset..<(index + 1), line: opener.line))
        return index + 1
    }

    private mutating func append(_ link: Link, _ opener: Opener) {
        // A URL in a link's text isn't a link of its own.
        var kept = opener.bareLinks
        for position in opener.bareLinks..<links.count where links[position].kind != .bare {
            links[kept] = links[position]
            kept += 1
        }
        links.removeLast(links.count - kept)
        for position in opener.plainBrackets..<brackets.count { brackets[position].isInLink = true }
        links.append(link)
        spent = link.isImage ? min(spent, openers.count) : openers.count
    }

    /// A full, collapsed or shortcut reference (CommonMark 6.3).
    private func reference(_ text: Range<Int>, after index: Int, _ end: Int) -> (definition: Int, end: Int)? {
        guard !definitions.isEmpty, text.count < Self.longestLabel else { return nil }
        if index < end, bytes[index] == UInt8(ascii: "[") {
            var close = index + 1
            let limit = min(end, index + Self.longestLabel)
            while close < limit, bytes[close] != UInt8(ascii: "]"), bytes[close] != UInt8(ascii: "[") { close += 1 }
            guard close < end, bytes[close] == UInt8(ascii: "]") else { return nil }
            let label = close == index + 1 ? text : (index + 1)..<close
            if let found = definitions[Self.label(bytes[label])] { return (found, close + 1) }
            if close > index + 1 { return nil }
        }
        return definitions[Self.label(bytes[text])].map { ($0, index) }
    }

    /// The maximum length of a label in bytes (CommonMark 6.3).
    private static let longestLabel = 1000

    /// A label, normalized for comparison.
    static func label(_ text: ArraySlice<UInt8>) -> String {
        // Nearly all labels are ASCII, and this runs for every bracket.
        if text.allSatisfy({ $0 < 0x80 }) { return plainLabel(text) }
        return String(decoding: text, as: UTF8.self).lowercased().split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
    }

    private static func plainLabel(_ text: ArraySlice<UInt8>) -> String {
        var label: [UInt8] = []
        label.reserveCapacity(text.count)
        var isGap = false
        for byte in text {
            if byte == 0x20 || 0x09...0x0D ~= byte {
                isGap = !label.isEmpty
                continue
            }
            if isGap { label.append(0x20) }
            isGap = false
            label.append(ASCII.lowered(byte))
        }
        return String(decoding: label, as: UTF8.self)
    }
}
