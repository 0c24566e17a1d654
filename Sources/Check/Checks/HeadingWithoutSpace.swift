internal import Newsletter

/// The number signs of a heading aren't followed by a space.
///
/// Readers see the number signs, and what follows belongs to the section above.
struct HeadingWithoutSpace: Check {
    static let id = "heading-without-space"
    static let severity = Finding.Severity.error

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        let bytes = document.bytes
        return document.lines.compactMap { line in
            guard line.kind == .text, line.indent < 4, line.content < line.bytes.upperBound,
                bytes[line.content] == UInt8(ascii: "#")
            else { return nil }
            let content = document.content(line)
            let marks = bytes[content].prefix { $0 == UInt8(ascii: "#") }.count
            // `#1234` is a ticket, `#rust` a hashtag.
            guard 2...6 ~= marks, content.count > marks + 2 else { return nil }
            let first = bytes[content.lowerBound + marks]
            guard ASCII.isLetter(first) || first >= 0x80 || first == UInt8(ascii: "[") else { return nil }
            let end = content.lowerBound + marks
            return finding(
                "a space is missing after the number signs", at: content.lowerBound..<end, in: document,
                explanation: "Without the space, the line isn't a heading.",
                fixes: [document.fix("Add a space", isSafe: true, replacing: end..<end, with: " ")])
        }
    }
}
