internal import Newsletter

/// A link's brackets are the wrong way round, or its square bracket is never closed.
///
/// A link is `[text](URL)`. In `(text)[URL]`, `(text)(URL)` and `[text(URL)`, readers see the brackets and no link. The same goes
/// for `[URL](a title)`, `[text]URL`, `[[text](URL)` and `[text](<URL`; in `[text](URL))`, they see the last one.
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
        return turned + round(in: document) + open + incomplete(in: document) + extra(in: document)
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

    /// Findings for brackets that are followed by a URL without parentheses, by an unclosed `(<URL`, or that have the URL
    /// as their text.
    private func incomplete(in document: Document) -> [Finding] {
        let bytes = document.bytes
        return document.brackets.compactMap { bracket in
            let (rest, end) = (bracket.whole.upperBound, document.lines[bracket.line].bytes.upperBound)
            guard !bracket.isInLink, rest < end, !bracket.text.isEmpty else { return nil }
            if bytes[rest...].startsFolded(with: "http"), isAddress(address(at: rest, end, bytes), document) {
                let url = address(at: rest, end, bytes)
                return finding(
                    "the URL isn't in parentheses", at: url, in: document,
                    explanation: "Readers see the brackets and the URL; write '[text](URL)'.",
                    fixes: [document.fix("Add parentheses", replacing: url, with: "(\(document.text(url)))")])
            }
            guard bytes[rest] == UInt8(ascii: "(") else { return nil }
            if bytes.hasFolded("<http", at: rest + 1), !bytes[rest..<end].contains(UInt8(ascii: ">")) {
                let mark = (rest + 1)..<(rest + 2)
                return finding(
                    "the angle bracket before the URL is never closed", at: mark, in: document,
                    explanation: "Readers see the brackets and no link; remove the angle bracket.",
                    fixes: [document.fix("Remove the angle bracket", isSafe: true, replacing: mark, with: "")])
            }
            guard isAddress(bracket.text, document),
                let close = bytes[rest..<end].lastIndex(of: UInt8(ascii: ")")), close > rest + 1
            else { return nil }
            let whole = bracket.whole.lowerBound..<(close + 1)
            let (text, url) = (document.text((rest + 1)..<close), document.text(bracket.text))
            return finding(
                "link text and URL are swapped", at: whole, in: document,
                explanation: "The text belongs in the square brackets, the URL in the parentheses.",
                fixes: [document.fix("Swap the text and the URL", replacing: whole, with: "[\(text)](\(url))")])
        }
    }

    private func address(at start: Int, _ end: Int, _ bytes: [UInt8]) -> Range<Int> {
        start..<(bytes[start..<end].firstIndex(where: ASCII.isSpace) ?? end)
    }

    /// Findings for a bracket that is doubled at the beginning or at the end of an entry's link.
    private func extra(in document: Document) -> [Finding] {
        let bytes = document.bytes
        return document.links.compactMap { link in
            guard link.kind == .inline, !link.isImage else { return nil }
            let (start, end) = (link.whole.lowerBound - 1, link.whole.upperBound)
            let line = document.lines[link.line]
            let mark: Range<Int>
            if start >= line.content, bytes[start] == UInt8(ascii: "["), document.looseBrackets.contains(start),
                !bytes[end..<document.content(line).upperBound].contains(UInt8(ascii: "]"))
            {
                mark = start..<(start + 1)
            } else if end < bytes.count, bytes[end] == UInt8(ascii: ")"), line.kind == .item,
                line.bytes.contains(end), !isOpen(before: link.whole.lowerBound, line, document),
                bytes[link.url].count(where: { $0 == UInt8(ascii: "(") }) == 0
            {
                mark = end..<(end + 1)
            } else {
                return nil
            }
            return finding(
                "there is a bracket too many", at: mark, in: document, explanation: "Readers see the bracket.",
                fixes: [document.fix("Remove the bracket", replacing: mark, with: "")])
        }
    }

    /// Whether a parenthesis that begins before an offset on the same line is still open there.
    private func isOpen(before offset: Int, _ line: Line, _ document: Document) -> Bool {
        let text = document.bytes[line.content..<offset]
        return text.count { $0 == UInt8(ascii: "(") } > text.count { $0 == UInt8(ascii: ")") }
    }
}
