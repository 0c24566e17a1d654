internal import Markdown

/// Merges three versions of an issue by sections and entries.
///
/// Additions, changes, moves and removals since the base are applied; those that both sides made are applied once. Only
/// if both sides changed the same field of the same entry differently is there a conflict, which is written with git's
/// markers around the entry.
package struct IssueMerge {
    /// The result of a merge.
    package struct Outcome: Sendable {
        package var bytes: [UInt8]
        /// A sentence for each conflict that a person must resolve.
        package var conflicts: [String] = []
        /// A sentence for each decision of the merge that may surprise editors.
        package var notes: [String] = []
    }

    /// The sides' names in conflict markers.
    package struct Labels: Sendable {
        package var main: String
        package var branch: String

        package init(main: String = "main", branch: String = "branch") {
            self.main = main
            self.branch = branch
        }
    }

    private var outcome = Outcome(bytes: [])
    private let labels: Labels
    private var budget = TokenMerge.usualBudget

    /// - Parameters:
    ///   - base: the version that both sides started from.
    ///   - main: the version to merge into; it is preferred if neither side is better.
    ///   - branch: the version to merge.
    package static func merge(
        base: [UInt8], main: [UInt8], branch: [UInt8], labels: Labels = Labels()
    ) -> Outcome {
        if main == branch || base == branch { return Outcome(bytes: main) }
        if base == main { return Outcome(bytes: branch) }
        guard let ends = LineEnds(of: main) else {
            return byEntries(base: base, main: main, branch: branch, labels: labels)
        }
        return byEntries(base: ends.applied(to: base), main: main, branch: ends.applied(to: branch), labels: labels)
    }

    /// Merges by entries. If one side changed nothing, the result has exactly the other side's bytes.
    static func byEntries(base: [UInt8], main: [UInt8], branch: [UInt8], labels: Labels = Labels()) -> Outcome {
        var merge = IssueMerge(labels: labels)
        let parts = PartMatching.parts(
            base: PieceSplitter.pieces(of: base), main: PieceSplitter.pieces(of: main),
            branch: PieceSplitter.pieces(of: branch))
        merge.followMoves(in: parts)
        for part in parts { merge.decide(part) }
        merge.dropTwins(in: parts)
        merge.outcome.bytes = merge.assemble(parts).bytes
        return merge.outcome
    }

    private init(labels: Labels) {
        self.labels = labels
    }

    // MARK: Moves between sections

    /// Combines a removal and an addition of one identity on the same side into a move, to which the other side's edits
    /// are applied.
    private mutating func followMoves(in parts: [MergePart]) {
        var removed: [IssuePiece.Key: RemovedNodes] = [:]
        for node in parts.flatMap(\.nodes) {
            guard let base = node.base, base.key.isEntry, node.main == nil || node.branch == nil else { continue }
            removed[base.key, default: RemovedNodes()].add(node)
        }
        guard !removed.isEmpty else { return }
        for node in parts.flatMap(\.nodes) where node.base == nil {
            guard let key = node.key, let old = removed[key]?.take(for: node) else { continue }
            node.base = old.base
            if node.main == nil { node.main = old.main }
            if node.branch == nil { node.branch = old.branch }
            old.isMovedAway = true
        }
    }

    // MARK: The result for each piece

    private mutating func decide(_ part: MergePart) {
        for node in part.nodes where !node.isMovedAway {
            switch (node.base, node.main, node.branch) {
            case (let base?, let main?, let branch?):
                node.result = merged(.edited(base: base, main: main, branch: branch, budget: &budget), main, branch)
                node.result?.gap = main.gap != base.gap ? main.gap : branch.gap
            case (nil, let main?, let branch?):
                node.result = merged(.added(main: main, branch: branch), main, branch)
            case (let base?, let kept?, nil), (let base?, nil, let kept?):
                // After a move, a node lacks both sides; here, one side removed it.
                guard kept.bytes != base.bytes,
                    PieceIdentity.words(of: kept.bytes[...]) != PieceIdentity.words(of: base.bytes[...])
                else { continue }
                node.result = kept
                let (editor, remover) = node.main == nil ? (labels.branch, labels.main) : (labels.main, labels.branch)
                outcome.notes.append(
                    "\(PieceMerge.quoted(kept)) was removed in \(remover) and changed in \(editor), so it was kept")
            case (nil, let added?, nil), (nil, nil, let added?):
                node.result = added
            case (_, nil, nil):
                continue
            }
        }
    }

    /// Keeps a link that both sides added, in different sections, only in main's section. Events may be in two regions.
    private mutating func dropTwins(in parts: [MergePart]) {
        var nodes: [IssuePiece.Key: [MergeNode]] = [:]
        // In the order of the text, so that the notes are the same in every run.
        var keys: [IssuePiece.Key] = []
        for node in parts.flatMap(\.nodes) where !node.isMovedAway {
            guard let key = node.key, case .link = key else { continue }
            if nodes[key] == nil { keys.append(key) }
            nodes[key, default: []].append(node)
        }
        for twins in keys.compactMap({ nodes[$0] }) where twins.count > 1 {
            let most = max(twins.count { $0.main != nil }, twins.count { $0.branch != nil })
            var remaining = twins.count { $0.result != nil }
            for node in twins where remaining > most && node.base == nil && node.main == nil {
                guard let result = node.result else { continue }
                node.result = nil
                remaining -= 1
                outcome.notes.append(
                    "\(PieceMerge.quoted(result)) was added on both sides in different"
                        + " sections; \(labels.main)'s section was kept"
                )
            }
        }
    }

    private mutating func merged(_ merge: PieceMerge, _ main: IssuePiece, _ branch: IssuePiece) -> IssuePiece {
        var piece = main
        piece.bytes = merge.bytes
        if let note = merge.note { outcome.notes.append(note) }
        if let conflict = merge.conflict {
            outcome.conflicts.append(conflict)
            piece.bytes = Array("<<<<<<< \(labels.main)\n".utf8) + terminated(main.bytes) + "=======\n".utf8
            piece.bytes += terminated(branch.bytes) + ">>>>>>> \(labels.branch)\n".utf8
        }
        return piece
    }

    private func terminated(_ bytes: [UInt8]) -> [UInt8] { bytes.last == 0x0A ? bytes : bytes + [0x0A] }

    // MARK: Putting together

    private mutating func assemble(_ parts: [MergePart]) -> IssuePieces {
        var assembled = IssuePieces(parts: [])
        for part in parts {
            let nodes = OrderMerge.ordered(
                part.nodes.filter { $0.result != nil }, base: \.basePlace, main: \.mainPlace, branch: \.branchPlace)
            guard let heading = heading(of: part, isEmpty: nodes.isEmpty) else { continue }
            var pieces: [IssuePiece] = []
            var above: MergeNode?
            for node in nodes {
                guard var piece = node.result else { continue }
                piece.gap = part.gap(of: node, below: above)
                pieces.append(piece)
                above = node
            }
            assembled.parts.append(IssuePart(heading: heading, pieces: pieces, tail: tail(of: part)))
        }
        return assembled
    }

    /// The section's heading, doubly optional: nil for a section that is removed, a nil heading for the first part.
    private mutating func heading(of part: MergePart, isEmpty: Bool) -> IssuePiece?? {
        switch (part.base, part.main, part.branch) {
        case (let base?, let main?, let branch?):
            guard let old = base.heading, let mine = main.heading, let theirs = branch.heading else {
                return .some(nil)
            }
            return merged(.edited(base: old, main: mine, branch: theirs, budget: &budget), mine, theirs)
        case (.some, let kept?, nil), (.some, nil, let kept?):
            guard !isEmpty else { return nil }
            if let heading = kept.heading {
                let remover = part.main == nil ? labels.main : labels.branch
                outcome.notes.append(
                    "the section \(PieceMerge.quoted(heading)) was removed in \(remover)"
                        + " and gained entries, so it was kept"
                )
            }
            return kept.heading
        case (nil, let added?, _), (nil, nil, let added?): return added.heading
        case (_, nil, nil): return nil
        }
    }

    private func tail(of part: MergePart) -> [UInt8] {
        guard let main = part.main else { return part.branch?.tail ?? [] }
        guard let branch = part.branch else { return main.tail }
        guard let base = part.base else { return main.tail }
        return main.tail != base.tail ? main.tail : branch.tail
    }
}

extension IssuePiece {
    /// Whether the piece begins with a bullet.
    var isItem: Bool {
        LineStart.listMarker(bytes.drop { $0 == 0x20 }.prefix { $0 != 0x0A }) != nil
    }
}
