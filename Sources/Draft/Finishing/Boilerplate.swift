/// The text that sections have in every issue, learned from the template and the last issues.
package struct Boilerplate: Sendable {
    private var known: Set<String> = []

    package init() {}

    /// Adds the blocks of a text.
    package mutating func learn(_ bytes: [UInt8]) {
        for part in PieceSplitter.pieces(of: bytes).parts {
            for piece in part.pieces { known.insert(PieceIdentity.words(of: piece.bytes[...])) }
        }
    }

    func contains(_ bytes: ArraySlice<UInt8>) -> Bool { known.contains(PieceIdentity.words(of: bytes)) }
}
