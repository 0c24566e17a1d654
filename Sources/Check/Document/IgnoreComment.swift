internal import Newsletter

/// A comment that suppresses findings: `<!-- sennight-ignore: duplicate-link -->`.
struct IgnoreComment {
    /// The words `sennight-ignore` and, for a whole file, `-file`.
    var keyword: Range<Int>
    /// The checks' names.
    var names: [Range<Int>] = []
    var isOfFile: Bool
    /// Whether the comment is alone on its line, so that it applies to the text that follows.
    var isAlone: Bool
    /// The line of the comment, counted from 0.
    var line: Int

    /// All comments of an issue that suppress findings, those alone on their lines first.
    static func all(in document: Document) -> [IgnoreComment] {
        let alone = document.lines.indices.lazy.filter { document.lines[$0].kind == .comment }.compactMap {
            IgnoreComment(in: document.lines[$0].bytes, line: $0, isAlone: true, document)
        }
        return alone
            + document.inlineComments.compactMap {
                IgnoreComment(in: $0, line: document.line(at: $0.lowerBound), isAlone: false, document)
            }
    }

    private init?(in comment: Range<Int>, line: Int, isAlone: Bool, _ document: Document) {
        let bytes = document.bytes
        guard let start = bytes.first("sennight-ignore", in: comment) else { return nil }
        isOfFile = bytes.has("sennight-ignore-file", at: start)
        keyword = start..<(start + (isOfFile ? 20 : 15))
        self.line = line
        self.isAlone = isAlone
        guard keyword.upperBound < comment.upperBound, bytes[keyword.upperBound] == UInt8(ascii: ":") else { return }
        let end = bytes.first("-->", in: keyword.upperBound..<comment.upperBound) ?? comment.upperBound
        names = bytes[(keyword.upperBound + 1)..<end].split { $0 == UInt8(ascii: ",") || ASCII.isSpace($0) }
            .map(\.indices)
    }
}
