internal import Markdown
internal import Newsletter

/// The kinds of lines in a section, to find the position for its first entry.
struct SectionShape {
    private let source: SourceText
    private let lines: ArraySlice<MarkdownLine>

    init(_ section: Section, in source: SourceText) {
        self.source = source
        let first = section.range.start.line
        // A section begins with a heading, and so does the scanned text.
        let scanner = LineScanner(source, fromLine: first)
        lines = scanner.lines[(first - 1)...].prefix { $0.bytes.lowerBound < section.range.bytes.upperBound }
    }

    /// The line after which the first entry is inserted: the last line of the last comment, or else the last line of
    /// text before closing definitions, or else the heading.
    var anchor: (line: SourceRange, isItem: Bool) {
        let found = found
        let index = found.comment ?? found.text
        return (range(ofLine: index), lines[index].item != nil)
    }

    /// The last line of the last comment, or else the heading.
    var commentOrHeading: SourceRange { range(ofLine: found.comment ?? lines.startIndex) }

    /// The range of a line, counted from 0, with its line break.
    private func range(ofLine index: Int) -> SourceRange {
        source.range(source.start(ofLine: index + 1)..<source.start(ofLine: index + 2))
    }

    private var found: (comment: Int?, text: Int) {
        var comment: Int?
        var text = lines.startIndex
        for (index, line) in zip(lines.indices, lines) {
            switch line.kind {
            case .blank, .definition: continue
            case .comment where line.isTopLevel:
                if LineStart.endsComment(source.bytes[line.content..<line.bytes.upperBound]) { comment = index }
            default: text = index
            }
        }
        return (comment, text)
    }
}
