/// Finds the sections of one version in another.
enum PartMatching {
    /// All sections of three versions, in the order that the merged issue will have.
    static func parts(base: IssuePieces, main: IssuePieces, branch: IssuePieces) -> [MergePart] {
        let inMain = matches(base.parts, main.parts)
        let inBranch = matches(base.parts, branch.parts)
        var slots: [Slot] = []
        var mainLeft = Set(main.parts.indices)
        var branchLeft = Set(branch.parts.indices)
        for place in base.parts.indices {
            let slot = Slot(base: place, main: inMain[place], branch: inBranch[place])
            if let found = slot.main { mainLeft.remove(found) }
            if let found = slot.branch { branchLeft.remove(found) }
            slots.append(slot)
        }
        for place in mainLeft.sorted() {
            let twin = branchLeft.sorted().first { key(branch.parts[$0]) == key(main.parts[place]) }
            if let twin { branchLeft.remove(twin) }
            slots.append(Slot(base: nil, main: place, branch: twin))
        }
        for place in branchLeft.sorted() { slots.append(Slot(base: nil, main: nil, branch: place)) }
        // A section that both sides dropped has no place any more.
        let present = slots.filter { $0.main != nil || $0.branch != nil }
        return OrderMerge.ordered(present, base: \.base, main: \.main, branch: \.branch).map { slot in
            MergePart(
                base: slot.base.map { base.parts[$0] }, main: slot.main.map { main.parts[$0] },
                branch: slot.branch.map { branch.parts[$0] })
        }
    }

    private final class Slot {
        let base: Int?
        let main: Int?
        let branch: Int?

        init(base: Int?, main: Int?, branch: Int?) {
            (self.base, self.main, self.branch) = (base, main, branch)
        }
    }

    /// For each section of `base` its place in `side`: by its heading, repeated ones in order, then renamed ones.
    private static func matches(_ base: [IssuePart], _ side: [IssuePart]) -> [Int?] {
        var places: [String: [Int]] = [:]
        for (index, part) in side.enumerated().reversed() { places[key(part), default: []].append(index) }
        var matches = base.map { places[key($0)]?.popLast() }
        var taken = Set(matches.compactMap { $0 })
        for index in base.indices where matches[index] == nil {
            let before = matches[..<index].last { $0 != nil } ?? nil
            let after = matches[(index + 1)...].first { $0 != nil } ?? nil
            let range = ((before ?? -1) + 1)..<max((before ?? -1) + 1, after ?? side.count)
            // A new heading above the same entries is the old section under a new name.
            guard let found = range.first(where: { !taken.contains($0) && isRenamed(base[index], side[$0]) }) else {
                continue
            }
            matches[index] = found
            taken.insert(found)
        }
        return matches
    }

    private static func isRenamed(_ old: IssuePart, _ new: IssuePart) -> Bool {
        guard let heading = old.heading, let renamed = new.heading else { return false }
        let keys = Set(old.pieces.map(\.key))
        let common = new.pieces.count { keys.contains($0.key) }
        if common > 0, common * 2 >= min(old.pieces.count, new.pieces.count) { return true }
        return PieceMatching.likeness(heading, renamed) > 0.6
    }

    /// The heading's words without its marks; levels may change.
    private static func key(_ part: IssuePart) -> String {
        guard let heading = part.heading else { return "" }
        var words = PieceIdentity.words(of: heading.bytes[...]).drop { $0 == "#" || $0 == " " }
        while let last = words.last, last == ":" || last == "#" || last == " " { words.removeLast() }
        return "#" + words.lowercased()
    }
}
