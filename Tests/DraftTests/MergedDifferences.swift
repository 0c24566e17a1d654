@testable import Draft

/// Compares what the merge makes of a pull request with what the editors ended with, piece by piece.
struct MergedDifferences {
    private typealias Piece = PlacedIssue.Piece

    private let base: PlacedIssue
    private let main: PlacedIssue
    private let branch: PlacedIssue
    private let result: PlacedIssue
    private let editors: PlacedIssue

    private(set) var all: [MergedDifference] = []

    init(base: [UInt8], main: [UInt8], branch: [UInt8], result: [UInt8], editors: [UInt8]) {
        self.base = PlacedIssue(base)
        self.main = PlacedIssue(main)
        self.branch = PlacedIssue(branch)
        self.result = PlacedIssue(result)
        self.editors = PlacedIssue(editors)
        compare(PiecePairs(self.result.headings, self.editors.headings))
        compare(PiecePairs(self.result.pieces, self.editors.pieces))
    }

    private mutating func compare(_ pairs: PiecePairs) {
        for piece in pairs.onlyFirst { note(removal(of: piece), piece, nil) }
        for piece in pairs.onlySecond { note(addition(of: piece), nil, piece) }
        for (ours, theirs) in pairs.both {
            if ours.words != theirs.words { note(rewording(ours, theirs), ours, theirs) }
            if ours.section != theirs.section { note(move(ours, theirs), ours, theirs) }
            let isSame = ours.words == theirs.words && ours.section == theirs.section
            if isSame, ours.piece.gap != theirs.piece.gap || ours.piece.bytes != theirs.piece.bytes {
                note(respacing(ours), ours, theirs)
            }
        }
        for (ours, theirs, passed) in pairs.reordered { note(reordering(ours, past: passed), ours, theirs) }
    }

    private mutating func note(_ kind: MergedDifference.Kind, _ ours: Piece?, _ theirs: Piece?) {
        all.append(MergedDifference(kind: kind, ours: ours, editors: theirs))
    }

    // MARK: Proofs

    private var sides: [PlacedIssue] { [main, branch] }

    /// In the result, not in the editors' issue.
    private func removal(of piece: Piece) -> MergedDifference.Kind {
        if piece.isEnd { return .respaced }
        let counts = sides.map { $0.count(piece.words) }
        // What a side removed and the other left alone should not be in the result.
        guard counts.max() ?? 0 >= result.count(piece.words), !isRemovedByASide(piece) else { return .unproved }
        return .removed
    }

    /// In the editors' issue, not in the result.
    private func addition(of piece: Piece) -> MergedDifference.Kind {
        if piece.isEnd { return .respaced }
        if [base, main, branch].allSatisfy({ $0.pieces(like: piece.key).isEmpty && $0.count(piece.words) == 0 }) {
            return .added
        }
        let most = sides.map { $0.pieces(like: piece.key).count }.max() ?? 0
        if editors.pieces(like: piece.key).count > most, result.pieces(like: piece.key).count >= most {
            return .doubled
        }
        return isRemovedByASide(piece) ? .broughtBack : .unproved
    }

    private func isRemovedByASide(_ piece: Piece) -> Bool {
        let (old, counts) = (base.count(piece.words), sides.map { $0.count(piece.words) })
        return counts.contains { $0 < old } && counts.contains(old)
    }

    private func rewording(_ ours: Piece, _ theirs: Piece) -> MergedDifference.Kind {
        let isOfASide = sides.contains { $0.count(theirs.words) > 0 }
        if base.count(theirs.words) > 0 { return .declined }
        if !isOfASide { return .reworded }
        // Where one side alone wrote something new, that is what should be in the result.
        let isNew = base.pieces(like: theirs.key).isEmpty || base.count(ours.words) == 0
        return isNew && sides.contains { $0.count(ours.words) > 0 } ? .tookTheOther : .unproved
    }

    private func respacing(_ ours: Piece) -> MergedDifference.Kind {
        let written = sides.flatMap { $0.pieces(like: ours.key) }.filter { !ours.isEnd || $0.section == ours.section }
        let isGapWritten = ours.piece.gap.isEmpty || written.contains { $0.piece.gap == ours.piece.gap }
        return isGapWritten && written.contains { $0.piece.bytes == ours.piece.bytes } ? .respaced : .unproved
    }

    private func move(_ ours: Piece, _ theirs: Piece) -> MergedDifference.Kind {
        let places = sides.map { side in Set(side.pieces(like: ours.key).map(\.section)) }
        guard places.contains(where: { $0.contains(ours.section) }) else { return .unproved }
        if !places.contains(where: { $0.contains(theirs.section) }) { return .moved }
        let old = Set(base.pieces(like: ours.key).map(\.section))
        if old.contains(theirs.section) { return .declined }
        return old.isEmpty ? .tookTheOther : .unproved
    }

    private func reordering(_ piece: Piece, past passed: [Piece]) -> MergedDifference.Kind {
        var known = 0
        for other in passed {
            for side in sides {
                guard let one = side.pieces(like: piece.key).first(where: { $0.section == piece.section }),
                    let two = side.pieces(like: other.key).first(where: { $0.section == other.section })
                else { continue }
                guard (one.line < two.line) == (piece.line < other.line) else { return .unproved }
                known += 1
            }
        }
        return known > 0 ? .reordered : .placedAtOnePlace
    }
}
