/// A piece in all its versions, and its position on each side.
final class MergeNode {
    var base: IssuePiece?
    var main: IssuePiece?
    var branch: IssuePiece?
    /// The index among the pieces of the section in the base; nil if the base doesn't have the piece in this section.
    var basePlace: Int?
    var mainPlace: Int?
    var branchPlace: Int?
    /// Whether another node has replaced this one, because the piece was moved to another section.
    var isMovedAway = false
    /// The merged piece; nil if it was removed.
    var result: IssuePiece?

    init(base: IssuePiece? = nil, main: IssuePiece? = nil, branch: IssuePiece? = nil) {
        self.base = base
        self.main = main
        self.branch = branch
    }

    var key: IssuePiece.Key? { (main ?? branch ?? base)?.key }
}

/// A section in all its versions.
final class MergePart {
    var base: IssuePart?
    var main: IssuePart?
    var branch: IssuePart?
    var nodes: [MergeNode] = []

    init(base: IssuePart? = nil, main: IssuePart? = nil, branch: IssuePart? = nil) {
        self.base = base
        self.main = main
        self.branch = branch
        makeNodes()
    }

    private func makeNodes() {
        let (old, mine, theirs) = (base?.pieces ?? [], main?.pieces ?? [], branch?.pieces ?? [])
        let inMain = PieceMatching.matches(old, mine)
        let inBranch = PieceMatching.matches(old, theirs)
        var mainLeft = Set(mine.indices)
        var branchLeft = Set(theirs.indices)
        for (place, piece) in old.enumerated() {
            let node = MergeNode(base: piece)
            node.basePlace = place
            if let found = inMain[place] { take(found, of: mine, into: node, \.main, \.mainPlace, &mainLeft) }
            if let found = inBranch[place] { take(found, of: theirs, into: node, \.branch, \.branchPlace, &branchLeft) }
            nodes.append(node)
        }
        let added = mainLeft.sorted()
        let addedInBranch = branchLeft.sorted()
        let twins = PieceMatching.byIdentity(added.map { mine[$0] }, addedInBranch.map { theirs[$0] })
        for (place, twin) in zip(added, twins) {
            let node = MergeNode()
            take(place, of: mine, into: node, \.main, \.mainPlace, &mainLeft)
            if let twin { take(addedInBranch[twin], of: theirs, into: node, \.branch, \.branchPlace, &branchLeft) }
            nodes.append(node)
        }
        for place in branchLeft.sorted() {
            let node = MergeNode()
            take(place, of: theirs, into: node, \.branch, \.branchPlace, &branchLeft)
            nodes.append(node)
        }
    }

    private func take(
        _ place: Int, of pieces: [IssuePiece], into node: MergeNode,
        _ piece: ReferenceWritableKeyPath<MergeNode, IssuePiece?>, _ path: ReferenceWritableKeyPath<MergeNode, Int?>,
        _ left: inout Set<Int>
    ) {
        node[keyPath: piece] = pieces[place]
        node[keyPath: path] = place
        left.remove(place)
    }
}
