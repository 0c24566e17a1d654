internal import Newsletter

/// The findings that an issue itself suppresses: `<!-- sennight-ignore: duplicate-link -->`.
///
/// A comment on a line with text applies to that line; a comment alone on its line applies to what follows: an entry, a
/// paragraph, or the section of a heading. `sennight-ignore-file` applies to the whole file.
struct Suppressions: Sendable {
    private struct Stretch: Sendable {
        var id: String
        var bytes: Range<Int>
    }

    private var stretches: [Stretch] = []

    var isEmpty: Bool { stretches.isEmpty }

    init(in document: Document) {
        for comment in IgnoreComment.all(in: document) where !comment.names.isEmpty {
            let covered = Self.covered(by: comment, in: document)
            stretches += comment.names.map { Stretch(id: document.text($0), bytes: covered) }
        }
    }

    func covers(_ finding: Finding) -> Bool {
        stretches.contains { stretch in
            stretch.id == finding.id && stretch.bytes.lowerBound <= finding.range.bytes.lowerBound
                && finding.range.bytes.lowerBound < max(stretch.bytes.upperBound, stretch.bytes.lowerBound + 1)
        }
    }

    private static func covered(by comment: IgnoreComment, in document: Document) -> Range<Int> {
        if comment.isOfFile { return 0..<(document.bytes.count + 1) }
        return comment.isAlone ? following(comment.line, in: document) : document.lines[comment.line].bytes
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
