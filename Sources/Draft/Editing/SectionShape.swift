internal import Markdown
internal import Newsletter

/// The lines of a section as they look, to find the place for its first entry.
struct SectionShape {
    private let source: SourceText
    private let lines: [Range<Int>]

    init(_ section: Section, in source: SourceText) {
        self.source = source
        var lines: [Range<Int>] = []
        var line = section.range.start.line
        while line <= source.lineStarts.count, source.start(ofLine: line) < section.range.bytes.upperBound {
            lines.append(source.start(ofLine: line)..<source.start(ofLine: line + 1))
            line += 1
        }
        self.lines = lines
    }

    /// The line behind which the first entry goes: the last line of the last comment; else the last line of text before
    /// closing definitions; else the heading.
    var anchor: (line: SourceRange, isItem: Bool) {
        let found = found
        let index = found.comment ?? found.text
        return (source.range(lines[index]), isItem(index))
    }

    /// The last line of the last comment; else the heading.
    var commentOrHeading: SourceRange { source.range(lines[found.comment ?? 0]) }

    private var found: (comment: Int?, text: Int) {
        var comment: Int?
        var text = 0
        var isInComment = false
        for index in lines.indices {
            let line = source.bytes[lines[index]]
            if !isInComment, line.starts(with: "<!--".utf8) { isInComment = true }
            if isInComment {
                if contains(line, "-->") { (isInComment, comment) = (false, index) }
                continue
            }
            if !line.allSatisfy({ $0 <= 0x20 }), !LineShape.isDefinition(line) { text = index }
        }
        return (comment, text)
    }

    private func contains(_ line: ArraySlice<UInt8>, _ word: String) -> Bool {
        let word = Array(word.utf8)
        return line.indices.contains { line[$0...].starts(with: word) }
    }

    private func isItem(_ index: Int) -> Bool {
        LineShape.bulletOffset(source.bytes[lines[index]].drop { $0 == 0x20 }, indentation: 0) != nil
    }
}
