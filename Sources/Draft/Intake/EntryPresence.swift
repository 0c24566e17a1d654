/// Checks whether a pull request's changes are still in the draft.
struct EntryPresence {
    private let draft: DraftPieces
    /// The pieces that can't be a reworded entry, because they were in the draft before or belong to another pull
    /// request.
    private let explained: Set<String>

    /// - Parameters:
    ///   - draft: the draft as the editor left it.
    ///   - committed: the draft on main.
    ///   - changes: the changes of all pull requests that were added.
    init(draft: [UInt8], committed: [UInt8], changes: [EntryChange]) {
        self.draft = DraftPieces(draft)
        explained = Set(DraftPieces(committed).all.map(\.identity)).union(changes.map(\.identity))
    }

    /// The changes that an editor has undone.
    func missing(of changes: [EntryChange]) -> [EntryChange] {
        changes.filter { change in
            switch change.kind {
            case .removed: draft[change.identity].count { $0.section == change.section } > change.left ?? 0
            case .added: found(change) == nil
            case .edited:
                // A piece with the entry's previous text isn't a rewording.
                found(change).map { words(of: $0.piece) == words(of: change.before ?? "") } ?? true
            }
        }
    }

    /// The changed entry, in whichever section it is now, or else the entry that an editor probably made from it.
    private func found(_ change: EntryChange) -> DraftPieces.Placed? {
        let same = draft[change.identity]
        if let entry = same.first(where: { $0.section == change.section }) ?? same.first { return entry }
        let title = Self.title(of: Array(change.text.utf8))
        return draft.all.first { candidate in
            guard !explained.contains(candidate.identity) else { return false }
            // An address or a date was corrected. Comparing words would confuse one talk with another.
            if let title { return Self.title(of: candidate.piece.bytes) == title }
            return candidate.section == change.section && isReworded(candidate, change)
        }
    }

    private func isReworded(_ candidate: DraftPieces.Placed, _ change: EntryChange) -> Bool {
        guard !candidate.piece.key.isEntry, candidate.identity.sort == change.identity.sort else { return false }
        var original = candidate.piece
        original.bytes = Array(change.text.utf8)
        return PieceMatching.likeness(original, candidate.piece) > 0.6
    }

    private static func title(of bytes: [UInt8]) -> String? {
        guard let fields = EntryFields(bytes[...]), !fields.url.isEmpty else { return nil }
        let words = PieceIdentity.words(of: fields.title[...]).lowercased()
        return words.isEmpty ? nil : words
    }

    private func words(of piece: IssuePiece) -> String { PieceIdentity.words(of: piece.bytes[...]) }

    private func words(of text: String) -> String { PieceIdentity.words(of: Array(text.utf8)[...]) }
}

extension String {
    /// `link`, `event`, `text` …: the first word of an identity.
    fileprivate var sort: Substring { prefix { $0 != " " } }
}

extension EntryChange {
    /// The sentence for a change that an editor has undone, without a full stop.
    package var absence: String {
        let words = PieceIdentity.words(of: Array(text.utf8)[...])
        let quoted = "'" + (words.count > 70 ? words.prefix(69) + "…" : words[...]) + "'"
        return switch kind {
        case .added: "\(quoted) isn't in the draft"
        case .edited: "\(quoted) isn't in the draft, or is unchanged"
        case .removed: "\(quoted) is in the draft again"
        }
    }
}
