internal import Newsletter

/// A link's brackets are the wrong way round, or its square bracket is never closed.
///
/// A link is `[text](URL)`. In `(text)[URL]`, `(text)(URL)` and `[text(URL)`, readers see the brackets and no link.
struct MisplacedBrackets: Check {
    static let id = "misplaced-brackets"
    static let severity = Finding.Severity.error

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        let turned = document.brackets.compactMap { bracket -> Finding? in
            guard !bracket.isInLink, isAddress(bracket.text, document), let open = opening(bracket.whole, document)
            else { return nil }
            return reversed(open, bracket.whole, bracket.text, in: document)
        }
        let open = document.looseBrackets.compactMap { unclosed($0, in: document) }
        return turned + round(in: document) + open
    }

    private func isAddress(_ range: Range<Int>, _ document: Document) -> Bool {
        let text = document.bytes[range]
        return (text.startsFolded(with: "https://") || text.startsFolded(with: "http://"))
            && !text.contains(where: ASCII.isSpace)
    }

    /// The offset of the parenthesis that opens the text directly before a URL's brackets, on the same line.
    private func opening(_ url: Range<Int>, _ document: Document) -> Int? {
        let bytes = document.bytes
        let start = document.lines[document.line(at: url.lowerBound)].content
        guard url.lowerBound - 2 > start, bytes[url.lowerBound - 1] == UInt8(ascii: ")") else { return nil }
        var depth = 0
        for index in stride(from: url.lowerBound - 1, through: start, by: -1) {
            if bytes[index] == UInt8(ascii: ")") { depth += 1 }
            if bytes[index] == UInt8(ascii: "(") {
                depth -= 1
                if depth == 0 { return index < url.lowerBound - 2 ? index : nil }
            }
        }
        return nil
    }

    private func reversed(_ open: Int, _ url: Range<Int>, _ address: Range<Int>, in document: Document) -> Finding {
        let whole = open..<url.upperBound
        let text = document.text((open + 1)..<(url.lowerBound - 1))
        return finding(
            "the link's brackets are the wrong way round", at: whole, in: document,
            explanation: "Write the text in square brackets, then the URL in parentheses.",
            fixes: [
                document.fix("Write '[text](URL)'", replacing: whole, with: "[\(text)](\(document.text(address)))")
            ])
    }

    /// Findings for `(text)(https://…)`: two pairs of parentheses at the beginning of an item.
    private func round(in document: Document) -> [Finding] {
        let bytes = document.bytes
        return document.lines.compactMap { line in
            guard line.kind == .item || line.kind == .text, line.content < line.bytes.upperBound,
                bytes[line.content] == UInt8(ascii: "("),
                let middle = bytes.first(")(http", in: line.content..<line.bytes.upperBound),
                let end = bytes[(middle + 2)..<line.bytes.upperBound].firstIndex(of: UInt8(ascii: ")")),
                isAddress((middle + 2)..<end, document), opening((middle + 1)..<(end + 1), document) == line.content
            else { return nil }
            return reversed(line.content, (middle + 1)..<(end + 1), (middle + 2)..<end, in: document)
        }
    }

    /// A finding for `[text(https://…)`.
    private func unclosed(_ offset: Int, in document: Document) -> Finding? {
        let bytes = document.bytes
        guard bytes[offset] == UInt8(ascii: "[") else { return nil }
        let end = document.lines[document.line(at: offset)].bytes.upperBound
        guard let url = bytes.first("(http", in: offset..<end), url > offset + 1,
            !bytes[offset..<url].contains(UInt8(ascii: "]")),
            !document.codeSpans.contains(where: { $0.whole.contains(url) })
        else { return nil }
        return finding(
            "the square bracket of this link's text is never closed", at: offset..<url, in: document,
            explanation: "Readers see the bracket and no link; write ']' before the parenthesis.",
            fixes: [document.fix("Close the bracket", replacing: url..<url, with: "]")])
    }
}
