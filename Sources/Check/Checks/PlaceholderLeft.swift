internal import Newsletter

/// A placeholder was left where content belongs.
///
/// `INSERT_LINK_HERE`, `[link TBD]`, `[ - ]()` and the like are for editors; the settings can name more
/// (`placeholders`). An empty bullet in a comment is told too, with less weight: readers do not see it, but it says that
/// the section was not looked through.
struct PlaceholderLeft: Check {
    static let id = "placeholder-left"
    static let severity = Finding.Severity.error

    func findings(in document: Document, _ surroundings: Surroundings) -> [Finding] {
        let placeholders = Placeholders(surroundings.settings)
        var findings: [Finding] = []
        for link in document.destinations {
            if placeholders.contains(document.bytes[link.url]) {
                findings.append(left(link.url, in: document))
            } else if link.kind == .inline, link.url.isEmpty, isEmpty(link.text, in: document) {
                findings.append(left(link.whole, in: document))
            }
        }
        for bracket in document.brackets where placeholders.contains(document.bytes[bracket.text]) {
            findings.append(left(bracket.whole, in: document))
        }
        for line in document.lines {
            if let range = mark(in: line, document, placeholders) { findings.append(left(range, in: document)) }
            if line.kind == .comment, let start = document.bytes.first("[ - ]()", in: line.bytes) {
                findings.append(left(start..<(start + 7), in: document, severity: .warning))
            }
        }
        return findings
    }

    private func left(_ range: Range<Int>, in document: Document, severity: Finding.Severity? = nil) -> Finding {
        finding(
            "the placeholder '\(document.text(range))' was left", at: range, in: document,
            explanation: severity == nil
                ? "Put in what belongs here, or take the line out."
                : "It stands in a comment, so readers do not see it; take it out when the section is done.",
            severity: severity)
    }

    private func isEmpty(_ text: Range<Int>, in document: Document) -> Bool {
        document.bytes[text].allSatisfy { ASCII.isSpace($0) || $0 == 0x2D }
    }

    /// A line that is one, or a note to oneself: `// TODO …`.
    private func mark(in line: Line, _ document: Document, _ placeholders: Placeholders) -> Range<Int>? {
        guard line.kind == .text || line.kind == .item || line.kind == .header else { return nil }
        let bytes = document.bytes
        let content = document.content(line)
        guard let first = content.first.map({ bytes[$0] }) else { return nil }
        switch first {
        case UInt8(ascii: "$"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
            if line.kind != .header, placeholders.contains(bytes[content]) { return content }
            let isNote = bytes.has("TODO:", at: content.lowerBound) || bytes.has("FIXME:", at: content.lowerBound)
            return isNote ? content : nil
        case UInt8(ascii: "/"):
            return bytes.has("// TODO", at: content.lowerBound) || bytes.has("// FIXME", at: content.lowerBound)
                ? content : nil
        default: return nil
        }
    }
}
