internal import Newsletter

/// There is no space between a link and the word after it, between a tag and its link, or beside a bar.
///
/// `[text](URL)and` reads as one word. In `[video][Title](URL)`, tag and title run together. A bar
/// without a space, in a line whose other bars have spaces, is a hint.
struct MissingSpace: Check {
    static let id = "missing-space"
    static let severity = Finding.Severity.warning

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        let bytes = document.bytes
        let starts = Dictionary(
            document.brackets.filter { !$0.isInLink }.map { ($0.whole.upperBound, $0) }, uniquingKeysWith: { $1 })
        var findings: [Finding] = []
        for link in document.links where link.kind == .inline && !link.isImage {
            if let tag = starts[link.whole.lowerBound], isTag(tag.text, document) {
                findings.append(
                    finding(
                        "there is no space after the tag", at: tag.whole, in: document,
                        explanation: "Tag and title run together.", fixes: [space(at: link.whole.lowerBound, document)])
                )
            }
            var end = link.whole.upperBound
            while end < bytes.count, ASCII.isLetter(bytes[end]) { end += 1 }
            let word = link.whole.upperBound..<end
            // A plural or an ending may follow a link: `[crate](…)s`.
            guard word.count >= Self.shortest, !Self.endings.contains(document.text(word)) else { continue }
            findings.append(
                finding(
                    "there is no space after the link", at: word, in: document,
                    explanation: "Link and text run together.", fixes: [space(at: word.lowerBound, document)]))
        }
        return findings + bars(in: document)
    }

    /// Findings for bars without a space on one side, in entries that separate their parts by bars.
    private func bars(in document: Document) -> [Finding] {
        let bytes = document.bytes
        return document.lines.flatMap { line -> [Finding] in
            guard line.kind == .item else { return [] }
            let content = document.content(line)
            guard bytes.first(" | ", in: content) != nil else { return [] }
            let links = document.links(in: content)
            return content.dropFirst().dropLast().compactMap { index -> Finding? in
                guard bytes[index] == UInt8(ascii: "|"),
                    !links.contains(where: { $0.whole.contains(index) }), document.showsText(at: index)
                else { return nil }
                let (before, after) = (bytes[index - 1], bytes[index + 1])
                // `||` and `\|` are something else.
                guard ASCII.isSpace(before) != ASCII.isSpace(after), before != UInt8(ascii: "|"),
                    after != UInt8(ascii: "|"), before != UInt8(ascii: "\\")
                else { return nil }
                let gap = ASCII.isSpace(before) ? index + 1 : index
                return finding(
                    "there is no space \(gap == index ? "before" : "after") the bar", at: index..<(index + 1),
                    in: document, explanation: "The parts run together.", severity: .hint,
                    fixes: [document.fix("Add a space", isSafe: true, replacing: gap..<gap, with: " ")])
            }
        }
    }

    private static let shortest = 3
    private static let endings: Set<String> = ["ing", "ers", "ish"]

    private func isTag(_ text: Range<Int>, _ document: Document) -> Bool {
        2...20 ~= text.count && document.bytes[text].allSatisfy { ASCII.isLetter($0) || $0 == 0x2D || $0 == 0x20 }
    }

    private func space(at offset: Int, _ document: Document) -> Fix {
        document.fix("Add a space", replacing: offset..<offset, with: " ")
    }
}
