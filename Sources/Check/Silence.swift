internal import Newsletter

/// What an issue itself asks not to hear: `<!-- sennight-ignore: duplicate-link -->`.
///
/// On a line with text the comment speaks of that line; alone on its line, of what follows: an entry, a paragraph, or
/// the section of a heading. `sennight-ignore-file` speaks of the whole file.
struct Silence: Sendable {
    private struct Stretch: Sendable {
        var id: String
        var bytes: Range<Int>
    }

    private var stretches: [Stretch] = []

    var isEmpty: Bool { stretches.isEmpty }

    init(in document: Document) {
        for number in document.lines.indices where document.lines[number].kind == .comment {
            add(document.lines[number].bytes, line: number, isAlone: true, in: document)
        }
        for comment in document.inlineComments {
            add(comment, line: document.line(at: comment.lowerBound), isAlone: false, in: document)
        }
    }

    func covers(_ finding: Finding) -> Bool {
        stretches.contains { stretch in
            stretch.id == finding.id && stretch.bytes.lowerBound <= finding.range.bytes.lowerBound
                && finding.range.bytes.lowerBound < max(stretch.bytes.upperBound, stretch.bytes.lowerBound + 1)
        }
    }

    private mutating func add(_ comment: Range<Int>, line: Int, isAlone: Bool, in document: Document) {
        let bytes = document.bytes
        guard let mark = bytes.first("sennight-ignore", in: comment) else { return }
        let isOfFile = bytes.has("sennight-ignore-file", at: mark)
        let names = mark + (isOfFile ? 20 : 15)
        guard names < comment.upperBound, bytes[names] == UInt8(ascii: ":") else { return }
        let end = bytes.first("-->", in: names..<comment.upperBound) ?? comment.upperBound
        let covered =
            isOfFile
            ? 0..<(bytes.count + 1) : isAlone ? Self.following(line, in: document) : document.lines[line].bytes
        for id in document.text((names + 1)..<end).split(whereSeparator: { $0 == "," || $0.isWhitespace }) {
            stretches.append(Stretch(id: String(id), bytes: covered))
        }
    }

    private static func following(_ line: Int, in document: Document) -> Range<Int> {
        let lines = document.lines
        guard
            let first = lines[(line + 1)...].firstIndex(where: { $0.kind != .blank && $0.kind != .comment })
        else { return 0..<0 }
        if case .heading = lines[first].kind, let section = document.section(at: lines[first].bytes.lowerBound) {
            return section.range.bytes
        }
        let last = lines[first...].firstIndex { next in
            next.kind == .blank
                || next.kind == .item && next.bytes.lowerBound > lines[first].bytes.lowerBound
                    && next.indent <= lines[first].indent
        }
        return lines[first].bytes.lowerBound..<lines[(last ?? lines.count) - 1].bytes.upperBound
    }
}
