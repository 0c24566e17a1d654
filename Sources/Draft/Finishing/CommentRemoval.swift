/// Removes comments for contributors; comments for Sennight itself stay.
enum CommentRemoval {
    /// The text without comments for contributors, and the number of removed comments.
    static func without(_ bytes: [UInt8]) -> (bytes: [UInt8], count: Int) {
        var text = PieceSplitter.pieces(of: bytes)
        var count = 0
        for part in text.parts.indices {
            var kept: [IssuePiece] = []
            var gap: [UInt8]?
            for var piece in text.parts[part].pieces {
                if isComment(piece) {
                    count += 1
                    gap = gap ?? piece.gap
                    continue
                }
                // Of the two gaps above and below a removed comment, the larger one stays.
                if let left = gap, left.count > piece.gap.count { piece.gap = left }
                gap = nil
                kept.append(piece)
            }
            if let gap, gap.count > text.parts[part].tail.count { text.parts[part].tail = gap }
            text.parts[part].pieces = kept
        }
        return (text.bytes, count)
    }

    /// Whether a piece consists only of comments. Text may follow a comment on its line, and an indented comment is
    /// code.
    private static func isComment(_ piece: IssuePiece) -> Bool {
        guard case .comment = piece.key, piece.bytes.prefix(4).contains(where: { $0 > 0x20 }) else { return false }
        var rest = piece.bytes.drop { $0 <= 0x20 }
        while !rest.isEmpty {
            guard rest.starts(with: "<!--".utf8), !rest.dropFirst(4).drop(while: { $0 <= 0x20 }).starts(with: mark),
                let end = rest.indices.dropFirst(4).first(where: { rest[$0...].starts(with: "-->".utf8) })
            else { return false }
            rest = rest[(end + 3)...].drop { $0 <= 0x20 }
        }
        return true
    }

    /// The beginning of a comment for the program.
    private static let mark = Array("sennight-".utf8)
}
