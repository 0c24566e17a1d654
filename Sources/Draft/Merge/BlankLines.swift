/// Determines the blank lines above a piece, which may have to change if a merge puts another piece above it.
extension MergePart {
    /// The blank lines above a piece at its new position.
    ///
    /// If a side has the same piece above it, that side's blank lines are used. An entry that isn't below another entry
    /// on any side was the first below a heading or a comment, so its blank lines belonged to that heading or comment.
    func gap(of node: MergeNode, below above: MergeNode?) -> [UInt8] {
        guard let piece = node.result else { return [] }
        if let mine = node.main, let theirs = node.branch {
            switch (isPair(above, node, at: \.mainPlace), isPair(above, node, at: \.branchPlace)) {
            case (true, false): return mine.gap
            case (false, true): return theirs.gap
            default: break
            }
        }
        if let last = above?.result, last.isItem, piece.isItem { return gapBelowItem(of: node) ?? [] }
        // The entries above it are gone, so it is the first of its section now.
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

    /// The blank lines above an item that is now below another item: those that it had below another item in any
    /// version; nil if it never was below one.
    private func gapBelowItem(of node: MergeNode) -> [UInt8]? {
        let mine = gapBelowItem(of: node.main, in: main, at: node.mainPlace)
        let theirs = gapBelowItem(of: node.branch, in: branch, at: node.branchPlace)
        if mine != nil, theirs != nil { return node.result?.gap }
        return mine ?? theirs ?? gapBelowItem(of: node.base, in: base, at: node.basePlace)
    }

    private func gapBelowItem(of piece: IssuePiece?, in part: IssuePart?, at place: Int?) -> [UInt8]? {
        guard let piece, let part, let place, place > 0, part.pieces[place - 1].isItem else { return nil }
        return piece.gap
    }
}
