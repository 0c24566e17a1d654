internal import Newsletter

/// There is a gap between a link's text and its URL, or the URL is never closed.
///
/// There may be a space or a line break between the two, as in `[text] (URL)`, a line break within the URL, or no
/// closing parenthesis. Readers see the brackets and no link. A text that spans two lines is a hint, unless the issue
/// wraps its lines anyway.
struct SplitLink: Check {
    static let id = "split-link"
    static let severity = Finding.Severity.error

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        let bytes = document.bytes
        var findings: [Finding] = []
        for bracket in document.brackets {
            let rest = bracket.whole.upperBound
            if rest < bytes.count, bytes[rest] == UInt8(ascii: "(") {
                findings += unclosed(bracket, rest, in: document)
            } else if let open = apart(rest, bytes) {
                let gap = rest..<open
                let isAddress = bytes[(open + 1)...].startsFolded(with: "http")
                guard isAddress else { continue }
                findings.append(
                    finding(
                        "there is a gap between the link's text and its URL", at: gap, in: document,
                        explanation:
                            "Readers see brackets and no link; the parenthesis must directly follow the bracket.",
                        fixes: closes(open, bytes)
                            ? [document.fix("Close the gap", isSafe: true, replacing: gap, with: "")] : []))
            }
        }
        let wraps = Self.wrapsLines(document)
        findings += extraBrackets(in: document) + loneHalves(in: document)
        for link in document.links
        where !wraps && link.kind == .inline && document.bytes[link.text].contains(0x0A) {
            guard let line = bytes[link.text].firstIndex(of: 0x0A), isItem(link, document) else { continue }
            findings.append(
                finding(
                    "the link's text spans two lines", at: link.text, in: document,
                    explanation: "Programs that read line by line miss such links; write the link on one line.",
                    severity: .hint,
                    fixes: [document.fix("Join the lines", replacing: line..<blankEnd(line, bytes), with: " ")]))
        }
        return findings
    }

    /// Whether the issue usually wraps the lines of its items.
    private static func wrapsLines(_ document: Document) -> Bool {
        let items = document.blocks.filter { document.lines[$0.lines.lowerBound].kind == .item }
        let wrapped = items.count { $0.lines.count > 1 }
        return wrapped > 3 && wrapped * 10 > items.count
    }

    /// Findings for links with an extra bracket: `[text]](https://…)`.
    private func extraBrackets(in document: Document) -> [Finding] {
        document.looseBrackets.compactMap { offset in
            guard document.bytes[offset] == UInt8(ascii: "]"), document.bytes.has("(http", at: offset + 1) else {
                return nil
            }
            return finding(
                "the link's text has an extra bracket", at: offset..<(offset + 1), in: document,
                explanation:
                    "Readers see the brackets and no link; remove the extra bracket, or write a"
                    + " backslash before a bracket of the title."
            )
        }
    }

    /// Findings for lines that begin with `(https://…)`, and for event titles without a URL.
    private func loneHalves(in document: Document) -> [Finding] {
        document.lines.compactMap { line in
            guard line.kind == .text || line.kind == .item else { return nil }
            let content = document.content(line)
            if document.bytes.has("(http", at: content.lowerBound),
                document.bytes[content.upperBound - 1] == UInt8(ascii: ")"),
                !hasBracketBefore(content.lowerBound, document)
            {
                return finding(
                    "a URL in brackets has no link text", at: content, in: document,
                    explanation: "The URL was separated from the link's text; put it directly after the square bracket."
                )
            }
            guard line.kind == .item, document.bytes.has("[**", at: content.lowerBound),
                document.bytes[content].suffix(3).elementsEqual("**]".utf8),
                !hasAddressBehind(content.upperBound, document)
            else { return nil }
            return finding(
                "this title has no URL", at: content, in: document,
                explanation: "Readers see the brackets and no link; add '(URL)' after the title.")
        }
    }

    private func hasBracketBefore(_ offset: Int, _ document: Document) -> Bool {
        let before = document.bytes[max(0, offset - 40)..<offset].last { !ASCII.isSpace($0) && $0 != UInt8(ascii: "`") }
        return before == UInt8(ascii: "]")
    }

    private func hasAddressBehind(_ offset: Int, _ document: Document) -> Bool { apart(offset, document.bytes) != nil }

    private func unclosed(_ bracket: Bracket, _ open: Int, in document: Document) -> [Finding] {
        let bytes = document.bytes
        let end = document.lines[document.line(at: open)].bytes.upperBound
        let address = bytes.trimmed((open + 1)..<end)
        guard bytes[address].startsFolded(with: "http") else { return [] }
        if bytes[address].contains(UInt8(ascii: ")")) {
            guard let blank = bytes[address].firstIndex(where: ASCII.isBlank),
                let close = bytes[address].firstIndex(of: UInt8(ascii: ")")), blank < close
            else { return [] }
            return [
                finding(
                    "the link's URL contains a space", at: blank..<(blank + 1), in: document,
                    explanation: "The space ends the URL, so this isn't a link; remove the space or write %20.")
            ]
        }
        if let rest = continuation(after: address.upperBound, in: document) {
            return [
                finding(
                    "the link's URL is split over two lines", at: open..<address.upperBound, in: document,
                    explanation: "Readers see the brackets and no link; write the URL on one line.",
                    fixes: [document.fix("Join the lines", replacing: address.upperBound..<rest, with: "")])
            ]
        }
        return [
            finding(
                "the link's URL is never closed", at: open..<address.upperBound, in: document,
                explanation: "Readers see the brackets and no link; the closing parenthesis is missing.",
                fixes: [
                    document.fix(
                        "Close the URL at the end of the line", replacing: address.upperBound..<address.upperBound,
                        with: ")"
                    )
                ])
        ]
    }

    /// Where the next line begins, if it is the rest of a URL: characters without a space, and a closing parenthesis.
    private func continuation(after end: Int, in document: Document) -> Int? {
        let line = document.line(at: end) + 1
        guard line < document.lines.count, document.lines[line].kind == .text else { return nil }
        let content = document.content(document.lines[line])
        let word = document.bytes[content].prefix { !ASCII.isSpace($0) }
        guard let close = word.firstIndex(of: UInt8(ascii: ")")), close > content.lowerBound,
            !word.contains(UInt8(ascii: "(")), word.contains(where: { "/=&%?".utf8.contains($0) })
        else { return nil }
        return content.lowerBound
    }

    /// The offset of the parenthesis after spaces, a line break or a stray backtick.
    private func apart(_ rest: Int, _ bytes: [UInt8]) -> Int? {
        var index = rest
        while index < bytes.count, ASCII.isSpace(bytes[index]) || bytes[index] == UInt8(ascii: "`"), index - rest < 40 {
            index += 1
        }
        guard index > rest, index < bytes.count, bytes[index] == UInt8(ascii: "(") else { return nil }
        return index
    }

    private func closes(_ open: Int, _ bytes: [UInt8]) -> Bool {
        LinkTarget.inline(bytes, at: open, min(bytes.count, open + 2000)) != nil
    }

    private func isItem(_ link: Link, _ document: Document) -> Bool { document.lines[link.line].kind == .item }

    private func blankEnd(_ line: Int, _ bytes: [UInt8]) -> Int {
        var index = line + 1
        while index < bytes.count, ASCII.isBlank(bytes[index]) { index += 1 }
        return index
    }
}
