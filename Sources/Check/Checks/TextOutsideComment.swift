internal import Newsletter

/// A note for editors is visible to readers, or text for readers is hidden in a comment.
///
/// A comment ends at the first `-->`, even if comments are nested; what follows on the same line isn't read as
/// Markdown; and a comment that is never closed hides the rest of the issue. Lines that the publication's template has in
/// comments are found outside them, too; the settings can name more (`template-comments`).
struct TextOutsideComment: Check {
    static let id = "text-outside-comment"
    static let severity = Finding.Severity.error

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        let template = context.templateComments
        var findings: [Finding] = []
        var open: Int?
        var lastClose: Int?
        for line in document.lines {
            switch line.kind {
            case .comment:
                walk(line, &open, &lastClose, in: document, into: &findings)
            case .text, .item, .html, .heading:
                let range = line.content..<line.bytes.upperBound
                if let stray = stray(in: range, document) {
                    findings.append(
                        finding(
                            "this ends a comment that was never opened", at: stray, in: document,
                            explanation: "Readers see the text above it; a comment ends at the first '-->'.",
                            notes: lastClose.map { [document.note("the previous comment ended here", at: $0)] } ?? []))
                } else if template.contains(document.bytes[meant(range, line, document)]) {
                    findings.append(
                        finding(
                            "this line of the template is outside its comment", at: document.content(line),
                            in: document,
                            explanation:
                                "The line is meant for editors; remove it, or move it"
                                + " back between '<!--' and '-->'."
                        ))
                }
            default: break
            }
        }
        if let open {
            findings.append(
                finding(
                    "this comment is never closed", at: open..<(open + 4), in: document,
                    explanation: "Everything after it is hidden; write '-->' where it should end."))
        }
        return findings
    }

    /// A line as the template has it: with its bullet, without whitespace at its ends.
    private func meant(_ range: Range<Int>, _ line: Line, _ document: Document) -> Range<Int> {
        let start = line.kind == .item ? line.bytes.lowerBound + line.indent : range.lowerBound
        return document.bytes.trimmed(start..<range.upperBound)
    }

    /// Scans a line of a comment, and reports text after its end.
    private func walk(
        _ line: Line, _ open: inout Int?, _ lastClose: inout Int?, in document: Document, into findings: inout [Finding]
    ) {
        let bytes = document.bytes
        var index = line.bytes.lowerBound
        while index < line.bytes.upperBound {
            if open == nil {
                guard let start = bytes.first("<!--", in: index..<line.bytes.upperBound) else { break }
                (open, index) = (start, start + 4)
            } else {
                guard let end = bytes.first("-->", in: index..<line.bytes.upperBound) else { return }
                (open, lastClose, index) = (nil, end, end + 3)
            }
        }
        guard open == nil else { return }
        let rest = bytes.trimmed(index..<line.bytes.upperBound)
        guard !rest.isEmpty, lastClose.map({ $0 >= line.bytes.lowerBound }) == true else { return }
        findings.append(
            finding(
                "text after the comment isn't read as Markdown", at: rest, in: document,
                explanation: "Put the text on a line of its own.",
                fixes: [document.fix("Break the line", replacing: index..<rest.lowerBound, with: "\n\n")]))
    }

    private func stray(in range: Range<Int>, _ document: Document) -> Range<Int>? {
        guard let found = document.bytes.first("-->", in: range) else { return nil }
        // Comments within the line, code, and arrows (`a --> b`) aren't reported.
        if document.inlineComments.contains(where: { $0.contains(found) }) { return nil }
        if document.codeSpans.contains(where: { $0.whole.contains(found) }) { return nil }
        let content = document.bytes.trimmed(range)
        guard content.lowerBound == found || content.upperBound == found + 3 else { return nil }
        return found..<(found + 3)
    }
}
