internal import Newsletter

/// A comment or a code block is never closed, or only by the end of a later one.
///
/// Readers see nothing of what follows, or see it as code.
struct UnclosedBlock: Check {
    static let id = "unclosed-block"
    static let severity = Finding.Severity.error

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        comments(in: document) + fences(in: document, context)
    }

    private func comments(in document: Document) -> [Finding] {
        let bytes = document.bytes
        var findings: [Finding] = []
        var open: Int?
        func report(_ start: Int) {
            findings.append(
                finding(
                    "this comment isn't closed", at: start..<(start + 4), in: document,
                    explanation: "Readers see nothing of what follows; write '-->' where the comment ends."))
        }
        for line in document.lines where line.kind == .comment {
            var index = line.bytes.lowerBound
            while index < line.bytes.upperBound {
                if bytes.has("<!--", at: index) {
                    // A comment in a comment isn't one: the first end closes both.
                    if let start = open, !isQuoted(index, bytes) { report(start) }
                    open = index
                    index += 4
                } else if bytes.has("-->", at: index) {
                    open = nil
                    index += 3
                } else {
                    index += 1
                }
            }
        }
        if let open { report(open) }
        return findings
    }

    private func isQuoted(_ offset: Int, _ bytes: [UInt8]) -> Bool {
        offset > 0 && (bytes[offset - 1] == UInt8(ascii: "`") || bytes[offset - 1] == UInt8(ascii: "'"))
    }

    /// Findings for fences whose code has headings of the last issues, or goes on to the end.
    private func fences(in document: Document, _ context: CheckContext) -> [Finding] {
        let lines = document.lines
        guard lines.contains(where: { $0.kind == .code && isFence($0, document) }) else { return [] }
        let headings = context.customs(before: document.issue.header.date).headings
        var findings: [Finding] = []
        var start: Int?
        func report(_ line: Line) {
            findings.append(
                finding(
                    "this code block isn't closed", at: document.content(line), in: document,
                    explanation: "Readers see what follows as code; add a line with the same marks after the code."))
        }
        for (index, line) in lines.enumerated() where line.kind == .code {
            if isFence(line, document) {
                start = start == nil ? index : nil
            } else if let first = start, isHeading(document.content(line), headings, document) {
                report(lines[first])
                return findings
            }
        }
        if let start, lines[start...].allSatisfy({ $0.kind == .code || $0.kind == .blank }) { report(lines[start]) }
        return findings
    }

    private func isFence(_ line: Line, _ document: Document) -> Bool {
        let content = document.content(line)
        return line.indent < 4
            && (document.bytes.has("```", at: content.lowerBound) || document.bytes.has("~~~", at: content.lowerBound))
    }

    private func isHeading(_ content: Range<Int>, _ headings: [String: Int], _ document: Document) -> Bool {
        let text = document.bytes[content]
        let marks = text.prefix { $0 == UInt8(ascii: "#") }.count
        guard 1...6 ~= marks, text.count > marks + 1, ASCII.isBlank(text[content.lowerBound + marks]) else {
            return false
        }
        return headings[document.text((content.lowerBound + marks + 1)..<content.upperBound).lowercased()] != nil
    }
}
