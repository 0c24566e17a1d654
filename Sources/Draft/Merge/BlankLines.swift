/// Blank lines belong to a piece and to what it stands below; with another piece above they may not fit any more.
extension MergePart {
    /// The blank lines above a piece, in the place that it has come to.
    ///
    /// A side that has the same piece above it knows best. An entry that no side has below another entry was the first
    /// below a heading or a comment; the blank line there was not its own.
    func gap(of node: MergeNode, below above: MergeNode?) -> [UInt8] {
        guard let piece = node.result else { return [] }
        if let mine = node.main, let theirs = node.branch {
            switch (isPair(above, node, at: \.mainPlace), isPair(above, node, at: \.branchPlace)) {
            case (true, false): return mine.gap
            case (false, true): return theirs.gap
            default: break
            }
        }
        if node.basePlace == nil, let last = above?.result, last.isItem, piece.isItem, !wasBelowAnItem(node) {
            return []
        }
        // An entry whose neighbours above are gone is its section's first now.
        if above == nil, node.basePlace == nil, node.main == nil, let place = node.branchPlace, place > 0,
            let first = branch?.pieces.first, first.isItem, piece.isItem
        {
            return first.gap
        }
        return piece.gap
    }

    private func isPair(_ above: MergeNode?, _ node: MergeNode, at side: KeyPath<MergeNode, Int?>) -> Bool {
        guard let place = node[keyPath: side] else { return false }
        guard let above else { return place == 0 }
        return above[keyPath: side].map { $0 + 1 } == place
    }

    /// In the version that its blank lines are from.
    private func wasBelowAnItem(_ node: MergeNode) -> Bool {
        let (part, place) = node.mainPlace != nil ? (main, node.mainPlace) : (branch, node.branchPlace)
        guard let part, let place, place > 0 else { return false }
        return part.pieces[place - 1].isItem
    }
}
