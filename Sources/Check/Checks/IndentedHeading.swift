internal import Newsletter

/// A heading is indented.
///
/// Some Markdown renderers show an indented heading as text, and below a list it becomes a part of the last item.
struct IndentedHeading: Check {
    static let id = "indented-heading"
    static let severity = Finding.Severity.error

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        let usual = context.customs(before: document.issue.header.date).headings
        return document.lines.compactMap { line in
            guard line.indent > 0 else { return nil }
            switch line.kind {
            case .heading: break
            case .code, .text:
                guard line.content == line.bytes.lowerBound + line.indent,
                    isHeading(line, document.bytes) || isUsual(line, usual, document)
                else { return nil }
            default: return nil
            }
            let blank = line.bytes.lowerBound..<(line.bytes.lowerBound + line.indent)
            return finding(
                "the heading is indented", at: blank, in: document,
                explanation: "Many Markdown renderers show an indented heading as text or as part of the list above.",
                fixes: [document.fix("Remove the indentation", isSafe: true, replacing: blank, with: "")])
        }
    }

    private func isHeading(_ line: Line, _ bytes: [UInt8]) -> Bool {
        let marks = bytes[line.content..<line.bytes.upperBound].prefix { $0 == UInt8(ascii: "#") }.count
        guard 2...6 ~= marks, line.content + marks < line.bytes.upperBound, line.indent < 4 else { return false }
        return ASCII.isBlank(bytes[line.content + marks])
    }

    /// Whether a line that Markdown reads as code is a heading of the last issues.
    private func isUsual(_ line: Line, _ usual: [String: Int], _ document: Document) -> Bool {
        let bytes = document.bytes
        let content = document.content(line)
        let marks = bytes[content].prefix { $0 == UInt8(ascii: "#") }.count
        guard 2...6 ~= marks, line.indent < 8 else { return false }
        var title = bytes.trimmed((content.lowerBound + marks)..<content.upperBound)
        // The title of a heading that is a link is the link's text.
        if bytes[title].first == UInt8(ascii: "["), let end = bytes[title].firstIndex(of: UInt8(ascii: "]")) {
            title = (title.lowerBound + 1)..<end
        }
        return usual[document.text(title).lowercased()] != nil
    }
}
