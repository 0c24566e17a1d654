/// Finds inline links in an entry's bytes, so that their title and URL can be changed in place.
struct LinkSyntax {
    /// The text between the square brackets.
    let title: Range<Int>
    /// The URL between the parentheses, without an optional title.
    let url: Range<Int>
    /// The whole link, from the opening square bracket to the closing parenthesis.
    let whole: Range<Int>

    /// The first inline link at or after `start`; links in code spans don't count.
    ///
    /// The search takes linear time, even if brackets are opened and never closed.
    static func first(in bytes: ArraySlice<UInt8>, from start: Int? = nil) -> LinkSyntax? {
        var scan = Scan(bytes, from: start ?? bytes.startIndex)
        return scan.firstLink()
    }

    fileprivate init(_ bytes: ArraySlice<UInt8>, open: Int, close: Int, end: Int) {
        var url = bytes[(close + 2)..<end]
        while let first = url.first, first <= 0x20 { url.removeFirst() }
        if url.first == UInt8(ascii: "<"), let bracket = url.firstIndex(of: UInt8(ascii: ">")) {
            url = url[(url.startIndex + 1)..<bracket]
        } else {
            url = url.prefix { $0 > 0x20 }
        }
        title = (open + 1)..<close
        self.url = url.startIndex..<url.endIndex
        whole = open..<(end + 1)
    }
}

/// The state of a single pass over a text, with a stack of open brackets.
private struct Scan {
    private let bytes: ArraySlice<UInt8>
    private let start: Int
    /// The positions of open square brackets.
    private var open: [Int] = []
    /// The last run of backticks of each length; nil until the first run that nothing closes.
    private var lastBackticks: [Int: Int]?
    /// The closing parenthesis of each opening one; nil until the first link with a long or unclosed URL.
    private var roundBrackets: [Int: Int]?

    init(_ bytes: ArraySlice<UInt8>, from start: Int) {
        self.bytes = bytes
        self.start = start
    }

    mutating func firstLink() -> LinkSyntax? {
        var index = start
        // A bracket that encloses a link is closed after it, and comes first if it is a link itself.
        var found: (open: Int, close: Int, end: Int)?
        while index < bytes.endIndex {
            switch bytes[index] {
            case UInt8(ascii: "\\"): index += 1
            case UInt8(ascii: "`"):
                index = codeEnd(from: index)
                continue
            case UInt8(ascii: "["): open.append(index)
            case UInt8(ascii: "]"):
                guard let opening = open.popLast() else { break }
                if opening < found?.open ?? .max, index + 1 < bytes.endIndex, bytes[index + 1] == UInt8(ascii: "("),
                    let end = closingRoundBracket(of: index + 1)
                {
                    found = (opening, index, end)
                }
                if open.isEmpty, let found {
                    return LinkSyntax(bytes, open: found.open, close: found.close, end: found.end)
                }
            default: break
            }
            index += 1
        }
        return found.map { LinkSyntax(bytes, open: $0.open, close: $0.close, end: $0.end) }
    }

    // MARK: Code spans

    /// The index after a code span, or after the opening backticks if the span is never closed.
    private mutating func codeEnd(from start: Int) -> Int {
        let width = runLength(at: start)
        let content = start + width
        if let lastBackticks, lastBackticks[width] ?? start <= start { return content }
        var index = content
        while index < bytes.endIndex {
            guard bytes[index] == UInt8(ascii: "`") else {
                index += 1
                continue
            }
            let run = runLength(at: index)
            index += run
            if run == width { return index }
        }
        if lastBackticks == nil { lastBackticks = backticks(from: content) }
        return content
    }

    private func backticks(from start: Int) -> [Int: Int] {
        var last: [Int: Int] = [:]
        var index = start
        while index < bytes.endIndex {
            let run = runLength(at: index)
            if run > 0 { last[run] = index }
            index += max(1, run)
        }
        return last
    }

    private func runLength(at start: Int) -> Int {
        var end = start
        while end < bytes.endIndex, bytes[end] == UInt8(ascii: "`") { end += 1 }
        return end - start
    }

    // MARK: Parentheses

    /// The length in bytes up to which a URL is read without building a table for the whole text.
    private static let usualAddress = 1000

    private mutating func closingRoundBracket(of opening: Int) -> Int? {
        if let roundBrackets { return roundBrackets[opening] }
        var (index, depth) = (opening, 0)
        while index < min(bytes.endIndex, opening + Self.usualAddress) {
            switch bytes[index] {
            case UInt8(ascii: "\\"): index += 1
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"):
                depth -= 1
                if depth == 0 { return index }
            default: break
            }
            index += 1
        }
        let table = pairsOfRoundBrackets()
        roundBrackets = table
        return table[opening]
    }

    private func pairsOfRoundBrackets() -> [Int: Int] {
        var pairs: [Int: Int] = [:]
        var open: [Int] = []
        var index = start
        while index < bytes.endIndex {
            switch bytes[index] {
            case UInt8(ascii: "\\"): index += 1
            case UInt8(ascii: "("): open.append(index)
            case UInt8(ascii: ")"): if let opening = open.popLast() { pairs[opening] = index }
            default: break
            }
            index += 1
        }
        return pairs
    }
}
