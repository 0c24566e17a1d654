internal import Newsletter

/// A heading has nothing below it.
///
/// An empty section looks like a mistake; remove the heading before the issue is published. Headings that may be empty
/// can be named in the settings (`empty-sections`). In a draft, only headings without text are reported: `finish` removes
/// empty sections.
struct EmptySection: Check {
    static let id = "empty-section"
    static let severity = Finding.Severity.warning

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        let lines = document.lines
        let isDraft = context.isDraft(document.file)
        return lines.indices.compactMap { index in
            guard case .heading(let level) = lines[index].kind else { return nil }
            var end = index + 1
            while end < lines.count, lines[end].kind == .blank || lines[end].kind == .comment { end += 1 }
            if end < lines.count {
                guard case .heading(let next) = lines[end].kind, next <= level else { return nil }
            }
            let title = document.content(lines[index])
            let name = document.text(title)
            guard !title.isEmpty,
                !context.settings.emptySections.contains(where: { name.lowercased().contains($0.lowercased()) })
            else { return title.isEmpty ? empty(lines[index], in: document) : nil }
            if isDraft { return nil }
            let whole =
                lines[index].bytes.lowerBound..<(end < lines.count ? lines[end].bytes.lowerBound : document.bytes.count)
            return finding(
                "the section '\(name)' is empty", at: title, in: document,
                explanation: "Add entries, or remove the heading before the issue is published.",
                // A comment that isn't closed hides what belongs to other sections.
                fixes: isClosed(whole, document.bytes)
                    ? [document.fix("Remove the section", replacing: whole, with: "")] : [])
        }
    }

    /// Whether each comment in a range ends before the next one begins.
    private func isClosed(_ range: Range<Int>, _ bytes: [UInt8]) -> Bool {
        var isOpen = false
        for index in range {
            if bytes.has("<!--", at: index) {
                if isOpen { return false }
                isOpen = true
            } else if bytes.has("-->", at: index) {
                isOpen = false
            }
        }
        return !isOpen
    }

    private func empty(_ line: Line, in document: Document) -> Finding {
        finding(
            "the heading has no text", at: line.bytes, in: document,
            explanation: "Write the heading's text, or remove the heading.")
    }
}
