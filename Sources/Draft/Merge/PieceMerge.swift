/// Merges the versions of one piece.
struct PieceMerge {
    var bytes: [UInt8]
    /// A sentence that says what both sides changed differently; nil if there is no conflict.
    var conflict: String?
    /// A sentence about a decision that an editor may want to know; nil if there is none.
    var note: String?

    /// Merges a piece that all three versions have.
    ///
    /// - Parameter budget: the budget of ``TokenMerge``.
    static func edited(
        base: IssuePiece, main: IssuePiece, branch: IssuePiece, budget: inout Int
    ) -> PieceMerge {
        if main.bytes == branch.bytes || branch.bytes == base.bytes { return PieceMerge(bytes: main.bytes) }
        if main.bytes == base.bytes { return PieceMerge(bytes: branch.bytes) }
        if let old = EntryFields(base.bytes[...]), let mine = EntryFields(main.bytes[...]),
            let theirs = EntryFields(branch.bytes[...])
        {
            return merged(old, mine, theirs, main: main, branch: branch)
        }
        let tokens = [base, main, branch].map { words(of: $0.bytes) }
        if let merged = TokenMerge.merge(
            base: tokens[0], main: tokens[1], branch: tokens[2], budget: &budget)
        {
            return PieceMerge(bytes: merged.flatMap { $0 })
        }
        return PieceMerge(bytes: main.bytes, conflict: "\(quoted(main)): both sides changed the text")
    }

    private static func merged(
        _ old: EntryFields, _ mine: EntryFields, _ theirs: EntryFields, main: IssuePiece, branch: IssuePiece
    ) -> PieceMerge {
        var result = mine
        var contradictions: [String] = []
        for field in EntryFields.all {
            let (base, one, other) = (old[keyPath: field.path], mine[keyPath: field.path], theirs[keyPath: field.path])
            if one == other || other == base { continue }
            if one == base || isSame(one, base) {
                result[keyPath: field.path] = other
            } else if !isSame(other, base), !isSame(one, other) {
                contradictions.append(field.name)
            }
        }
        guard contradictions.isEmpty else {
            return PieceMerge(
                bytes: main.bytes,
                conflict: "\(quoted(main)): both sides changed the \(contradictions.joined(separator: " and the "))")
        }
        return PieceMerge(bytes: result.bytes)
    }

    /// Merges a piece that both sides added: main's is kept, and fields that it lacks come from the branch.
    static func added(main: IssuePiece, branch: IssuePiece) -> PieceMerge {
        guard PieceIdentity.words(of: main.bytes[...]) != PieceIdentity.words(of: branch.bytes[...]) else {
            return PieceMerge(bytes: main.bytes)
        }
        var bytes = main.bytes
        if var mine = EntryFields(main.bytes[...]), let theirs = EntryFields(branch.bytes[...]) {
            for field in EntryFields.all
            where isBlank(mine[keyPath: field.path]) && !isBlank(theirs[keyPath: field.path]) {
                mine[keyPath: field.path] = theirs[keyPath: field.path]
            }
            bytes = mine.bytes
        }
        return PieceMerge(bytes: bytes, note: "\(quoted(main)) was added on both sides; main's text was kept")
    }

    /// The first words of a piece, for messages.
    static func quoted(_ piece: IssuePiece) -> String {
        let words = PieceIdentity.words(of: piece.bytes[...])
        return "'" + (words.count > 70 ? words.prefix(69) + "…" : words[...]) + "'"
    }

    /// The words, each with the spaces after it.
    private static func words(of bytes: [UInt8]) -> [[UInt8]] {
        var words: [[UInt8]] = []
        var word: [UInt8] = []
        for byte in bytes {
            if byte > 0x20, let last = word.last, last <= 0x20 {
                words.append(word)
                word = []
            }
            word.append(byte)
        }
        return word.isEmpty ? words : words + [word]
    }

    private static func isBlank(_ bytes: [UInt8]) -> Bool { bytes.allSatisfy { $0 <= 0x20 } }

    private static func isSame(_ one: [UInt8], _ other: [UInt8]) -> Bool {
        PieceIdentity.words(of: one[...]) == PieceIdentity.words(of: other[...])
    }
}
