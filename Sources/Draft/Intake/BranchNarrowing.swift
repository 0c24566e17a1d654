/// Removes changes that must not be added to the draft from a pull request's version.
struct BranchNarrowing {
    private(set) var branch: IssuePieces
    /// A sentence for each change that was removed.
    private(set) var notes: [String]
    let base: IssuePieces

    init(base: IssuePieces, branch: IssuePieces, notes: [String] = []) {
        self.base = base
        self.branch = branch
        self.notes = notes
    }

    /// Drops changes to entries that editors have removed from the draft since, so that these entries stay removed.
    ///
    /// In a symmetric merge, a changed entry would stay; here the editor's decision takes precedence.
    mutating func undoEditsOfWhatIsGone(from draft: IssuePieces) {
        let present = Set(draft.parts.flatMap(\.pieces).map(\.key))
        var originals: [[UInt8]: [UInt8]] = [:]
        for node in PartMatching.parts(base: base, main: draft, branch: branch).flatMap(\.nodes) {
            guard let old = node.base, let new = node.branch, node.main == nil, old.bytes != new.bytes,
                !present.contains(old.key), !present.contains(new.key), isSameEntry(old, new)
            else { continue }
            originals[new.bytes] = old.bytes
            notes.append("\(PieceMerge.quoted(old)) is no longer in the draft, so the change was left out")
        }
        guard !originals.isEmpty else { return }
        change { piece in
            guard let original = originals[piece.bytes] else { return piece }
            var piece = piece
            piece.bytes = original
            return piece
        }
    }

    /// Whether two pieces are the same entry. An entry that replaces another one, or a text such as "none this week",
    /// is new.
    private func isSameEntry(_ old: IssuePiece, _ new: IssuePiece) -> Bool {
        guard new.key.isEntry else { return true }
        return old.key == new.key || EntryFields(old.bytes[...])?.title == EntryFields(new.bytes[...])?.title
    }

    /// Drops added entries that are already known.
    ///
    /// - Parameter note: the note for each of them; nil for none.
    mutating func dropAdditions(where isKnown: (_ identity: String) -> Bool, note: String?) {
        let old = Set(base.parts.flatMap(\.pieces).map { EntryChange.identity(of: $0) })
        var dropped: [IssuePiece] = []
        change { piece in
            let identity = EntryChange.identity(of: piece)
            guard !old.contains(identity), isKnown(identity) else { return piece }
            dropped.append(piece)
            return nil
        }
        if let note { notes += dropped.map { "\(PieceMerge.quoted($0)) \(note)" } }
    }

    /// Keeps the draft's number and date: only editors may change them, because the intake record depends on them.
    mutating func keepIdentity() {
        for name in ["Title", "Number", "Date"] {
            let key = IssuePiece.Key.header(name.lowercased())
            guard !branch.parts.isEmpty, let header = base.parts.first?.pieces,
                let place = header.firstIndex(where: { $0.key == key })
            else { continue }
            let old = header[place]
            if let index = branch.parts[0].pieces.firstIndex(where: { $0.key == key }) {
                guard branch.parts[0].pieces[index].bytes != old.bytes else { continue }
                branch.parts[0].pieces[index] = old
            } else {
                branch.parts[0].pieces.insert(old, at: min(place, branch.parts[0].pieces.count))
            }
            notes.append("the pull request changes the draft's \(name); that change was left out")
        }
    }

    private mutating func change(_ changed: (IssuePiece) -> IssuePiece?) {
        for index in branch.parts.indices {
            branch.parts[index].pieces = branch.parts[index].pieces.compactMap(changed)
        }
    }
}
