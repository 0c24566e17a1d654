internal import Markdown
internal import Newsletter

/// The lines of a section as they look, to find the place for its first entry.
struct SectionShape {
    /// The line behind which the first entry goes, and what is around it.
    struct Anchor {
        var line: SourceRange
        var isBlankBelow: Bool
        var isItem: Bool
        var isLast: Bool
    }

    private let source: SourceText
    private let lines: [Range<Int>]

    init(_ section: Section, in source: SourceText) {
        self.source = source
        let first = section.range.start.line
        var lines: [Range<Int>] = []
        for index in (first - 1)..<source.lineStarts.count {
            let start = source.lineStarts[index]
            guard start < section.range.bytes.upperBound else { break }
            let end = index + 1 < source.lineStarts.count ? source.lineStarts[index + 1] : source.bytes.count
            lines.append(start..<end)
        }
        self.lines = lines
    }

    var anchor: Anchor {
        let index = anchorIndex
        return Anchor(
            line: source.range(lines[index]), isBlankBelow: index + 1 < lines.count && isBlank(index + 1),
            isItem: isItem(index), isLast: index + 1 >= lines.count)
    }

    /// The last line of the last comment; else the last line of text before closing definitions; else the heading.
    private var anchorIndex: Int {
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
            if !isBlank(index), !LineShape.isDefinition(line) { text = index }
        }
        return comment ?? text
    }

    private func contains(_ line: ArraySlice<UInt8>, _ word: String) -> Bool {
        let word = Array(word.utf8)
        return line.indices.contains { line[$0...].starts(with: word) }
    }

    private func isBlank(_ index: Int) -> Bool { source.bytes[lines[index]].allSatisfy { $0 <= 0x20 } }

    private func isItem(_ index: Int) -> Bool {
        LineShape.bulletOffset(source.bytes[lines[index]].drop { $0 == 0x20 }, indentation: 0) != nil
    }
}
