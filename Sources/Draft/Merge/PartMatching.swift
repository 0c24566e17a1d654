/// Matches the sections of one version with those of another.
enum PartMatching {
    /// All sections of three versions, in the order of the merged issue.
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
        var twins: [String: [Int]] = [:]
        for place in branchLeft.sorted().reversed() { twins[key(branch.parts[place]), default: []].append(place) }
        for place in mainLeft.sorted() {
            let twin = twins[key(main.parts[place])]?.popLast()
            if let twin { branchLeft.remove(twin) }
            slots.append(Slot(base: nil, main: place, branch: twin))
        }
        for place in branchLeft.sorted() { slots.append(Slot(base: nil, main: nil, branch: place)) }
        // A section that both sides removed has no position any more.
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
            self.base = base
            self.main = main
            self.branch = branch
        }
    }

    /// For each section of `base`, its index in `side`: first sections with the same heading, in order, and then
    /// renamed sections.
    private static func matches(_ base: [IssuePart], _ side: [IssuePart]) -> [Int?] {
        var places: [String: [Int]] = [:]
        for (index, part) in side.enumerated().reversed() { places[key(part), default: []].append(index) }
        var matches = base.map { places[key($0)]?.popLast() }
        var taken = Set(matches.compactMap { $0 })
        var budget = comparedPieces
        Neighbours.fill(&matches, upTo: side.count) { index, range in
            // A new heading above the same entries is the old section with a new name.
            let found = range.first { place in
                guard !taken.contains(place), budget > 0 else { return false }
                budget -= base[index].pieces.count + side[place].pieces.count + 1
                return isRenamed(base[index], side[place])
            }
            if let found { taken.insert(found) }
            return found
        }
        return matches
    }

    /// The maximum number of pieces that are compared to find renamed sections. If thousands of sections were all
    /// renamed, they count as removed and added.
    private static let comparedPieces = 200_000

    private static func isRenamed(_ old: IssuePart, _ new: IssuePart) -> Bool {
        guard let heading = old.heading, let renamed = new.heading else { return false }
        let keys = Set(old.pieces.map(\.key))
        let common = new.pieces.count { keys.contains($0.key) }
        if common > 0, common * 2 >= min(old.pieces.count, new.pieces.count) { return true }
        return PieceMatching.likeness(heading, renamed) > 0.6
    }

    /// The heading's text without its markup and level.
    private static func key(_ part: IssuePart) -> String {
        guard let heading = part.heading else { return "" }
        var bytes = heading.bytes[...]
        while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
        // All lines except the last are the text of an underlined heading.
        if let end = bytes.lastIndex(of: 0x0A) { bytes = bytes[..<end] }
        var words = PieceIdentity.words(of: bytes).drop { $0 == "#" || $0 == " " }
        while let last = words.last, last == ":" || last == "#" || last == " " { words.removeLast() }
        return "#" + words.lowercased()
    }
}
