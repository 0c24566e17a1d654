internal import Newsletter

/// A list or a table follows text without an empty line between them.
///
/// Some Markdown renderers then show the list as part of the paragraph, with its bullets.
struct MissingBlankLine: Check {
    static let id = "missing-blank-line"
    static let severity = Finding.Severity.hint

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        document.blocks.compactMap { block in
            let first = block.lines.lowerBound
            guard first > 0, block.kind == .text else { return nil }
            let (line, above) = (document.lines[first], document.lines[first - 1])
            let isList = line.kind == .item && !line.continuesList
            let isTable = line.kind == .table
            guard isList || isTable, above.kind == .text, above.indent == 0 else { return nil }
            return finding(
                "an empty line is missing before the \(isList ? "list" : "table")",
                at: line.bytes.lowerBound..<line.content + (isList ? 0 : 1), in: document,
                explanation: "Some Markdown renderers show the lines as part of the paragraph.",
                fixes: [
                    document.fix(
                        "Add an empty line", isSafe: true, replacing: line.bytes.lowerBound..<line.bytes.lowerBound,
                        with: "\n")
                ])
        }
    }
}
