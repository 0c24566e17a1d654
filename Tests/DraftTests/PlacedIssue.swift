@testable import Draft

/// A version of an issue as a list of pieces that know where they stand.
struct PlacedIssue {
    struct Piece {
        var piece: IssuePiece
        /// What it says, without its blanks; empty for the blank lines at a section's end.
        var words: String
        /// Its section's heading in small letters, with a number where the heading is there more than once.
        var section: String
        /// The words of what it stands below.
        var above: String
        var line: Int

        var key: IssuePiece.Key { piece.key }
        var isEnd: Bool { piece.bytes.isEmpty }
    }

    /// The headings, as if they were the entries of one section.
    private(set) var headings: [Piece] = []
    private(set) var pieces: [Piece] = []
    private var counts: [String: Int] = [:]

    init(_ bytes: [UInt8]) {
        var line = 1
        var above = ""
        var seen: [String: Int] = [:]
        for part in PieceSplitter.pieces(of: bytes).parts {
            var section = part.heading.map { PieceIdentity.words(of: $0.bytes[...]).lowercased() } ?? ""
            seen[section, default: 0] += 1
            if let repeated = seen[section], repeated > 1 { section += " \(repeated)" }
            let all = (part.heading.map { [$0] } ?? []) + part.pieces
            for (place, piece) in (all + [IssuePiece(gap: part.tail, bytes: [], key: .text(""))]).enumerated() {
                line += Self.lines(piece.gap)
                let words = PieceIdentity.words(of: piece.bytes[...])
                let isHeading = place == 0 && part.heading != nil
                let placed = Piece(
                    piece: piece, words: words, section: isHeading ? "" : section, above: above, line: line)
                if isHeading { headings.append(placed) } else { pieces.append(placed) }
                above = words
                counts[words, default: 0] += 1
                line += Self.lines(piece.bytes)
            }
        }
    }

    /// How many pieces say just this.
    func count(_ words: String) -> Int { counts[words] ?? 0 }

    /// The pieces that are the same thing, whatever they say of it.
    func pieces(like key: IssuePiece.Key) -> [Piece] { (headings + pieces).filter { $0.key == key } }

    private static func lines(_ bytes: [UInt8]) -> Int { bytes.count { $0 == 0x0A } }
}
