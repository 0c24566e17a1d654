internal import Newsletter

/// A line is nothing but a link whose text is a heading in the last issues.
///
/// Its number signs are missing, so what follows belongs to the section above.
struct LinkInsteadOfHeading: Check {
    static let id = "link-instead-of-heading"
    static let severity = Finding.Severity.warning

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        let usual = context.customs(before: document.issue.header.date).headings
        guard !usual.isEmpty else { return [] }
        return document.lines.compactMap { line in
            guard line.kind == .text, line.indent < 4, line.content < line.bytes.upperBound,
                document.bytes[line.content] == UInt8(ascii: "[")
            else { return nil }
            let content = document.content(line)
            guard let link = document.links(in: content).first, link.whole == content,
                let level = usual[document.text(link.text).lowercased()]
            else { return nil }
            return finding(
                "this link is a heading in the last issues", at: content, in: document,
                explanation: "Without its number signs, what follows belongs to the section above.",
                fixes: [
                    document.fix(
                        "Make it a heading", replacing: line.bytes.lowerBound..<line.content,
                        with: String(repeating: "#", count: level) + " ")
                ])
        }
    }
}
