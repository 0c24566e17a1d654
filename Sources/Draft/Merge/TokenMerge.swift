/// A three-way merge of sequences, which applies each side's changes if they don't touch.
enum TokenMerge {
    /// The usual budget, enough for a whole issue in which both sides reworded every paragraph.
    static let usualBudget = 30_000_000

    /// The merged sequence; nil if both sides changed the same part differently.
    ///
    /// - Parameter budget: how many pairs of tokens may be compared; it is reduced by the number of compared pairs. If
    ///   a difference exceeds the budget, everything from its first to its last token counts as changed.
    static func merge<Token: Hashable>(
        base: [Token], main: [Token], branch: [Token], budget: inout Int
    ) -> [Token]? {
        let mainPlaces = commonPlaces(base, main, &budget)
        let branchPlaces = commonPlaces(base, branch, &budget)
        var merged: [Token] = []
        var (b, m, r) = (0, 0, 0)
        while true {
            // The next base token that both sides kept ends the range in which anything may have changed.
            var anchor = b
            while anchor < base.count, mainPlaces[anchor] == nil || branchPlaces[anchor] == nil { anchor += 1 }
            let mainEnd = anchor < base.count ? mainPlaces[anchor] ?? main.count : main.count
            let branchEnd = anchor < base.count ? branchPlaces[anchor] ?? branch.count : branch.count
            let (old, mine, theirs) = (base[b..<anchor], main[m..<mainEnd], branch[r..<branchEnd])
            if mine.elementsEqual(theirs) || old.elementsEqual(theirs) {
                merged += mine
            } else if old.elementsEqual(mine) {
                merged += theirs
            } else {
                return nil
            }
            guard anchor < base.count else { return merged }
            merged.append(base[anchor])
            (b, m, r) = (anchor + 1, mainEnd + 1, branchEnd + 1)
        }
    }

    /// For each token of `base`, its index in `side` along a longest common subsequence.
    private static func commonPlaces<Token: Hashable>(
        _ base: [Token], _ side: [Token], _ budget: inout Int
    ) -> [Int?] {
        var places = [Int?](repeating: nil, count: base.count)
        var start = 0
        while start < base.count, start < side.count, base[start] == side[start] {
            places[start] = start
            start += 1
        }
        var (baseEnd, sideEnd) = (base.count, side.count)
        while baseEnd > start, sideEnd > start, base[baseEnd - 1] == side[sideEnd - 1] {
            baseEnd -= 1
            sideEnd -= 1
            places[baseEnd] = sideEnd
        }
        let (rows, columns) = (baseEnd - start, sideEnd - start)
        guard rows > 0, columns > 0, rows * columns <= min(4_000_000, budget) else { return places }
        budget -= rows * columns
        var lengths = [Int32](repeating: 0, count: (rows + 1) * (columns + 1))
        for row in stride(from: rows - 1, through: 0, by: -1) {
            for column in stride(from: columns - 1, through: 0, by: -1) {
                let here = row * (columns + 1) + column
                lengths[here] =
                    base[start + row] == side[start + column]
                    ? lengths[here + columns + 2] + 1 : max(lengths[here + columns + 1], lengths[here + 1])
            }
        }
        var (row, column) = (0, 0)
        while row < rows, column < columns {
            let here = row * (columns + 1) + column
            if base[start + row] == side[start + column] {
                places[start + row] = start + column
                row += 1
                column += 1
            } else if lengths[here + columns + 1] >= lengths[here + 1] {
                row += 1
            } else {
                column += 1
            }
        }
        return places
    }
}
