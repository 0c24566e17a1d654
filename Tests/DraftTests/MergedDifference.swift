@testable import Draft

/// One thing in which the editors' issue is not what the merge makes of the same pull request.
struct MergedDifference {
    /// What the editors did. Each kind but the last is given only where the four versions prove it.
    enum Kind: String, CaseIterable {
        /// It stands in neither base, main nor branch.
        case added
        /// A side has it, no side removed it, and it is gone.
        case removed
        /// It says what neither base, main nor branch says.
        case reworded
        /// It stands in a section in which neither side has it.
        case moved
        /// A side has both pieces in the merge's order, none in the editors'.
        case reordered
        /// It stands more often than in any side: a merge by hand kept both sides' text.
        case doubled
        /// One side removed it and the other left it alone, and here it is again.
        case broughtBack = "brought back"
        /// Main added the one, the branch the other, at one place: either order is right.
        case placedAtOnePlace = "order of two additions"
        /// Both sides wrote it differently, or in two sections; the merge took the one, the editors the other.
        case tookTheOther = "took the other side's"
        /// They left the base's text or place where a side had changed it.
        case declined
        /// Only blanks or blank lines differ.
        case respaced
        /// None of these is proved.
        case unproved

        /// Whether it needs no other explanation: the editors were at work.
        var isObvious: Bool {
            switch self {
            case .added, .removed, .reworded, .moved, .reordered, .placedAtOnePlace, .respaced: true
            case .doubled, .broughtBack, .tookTheOther, .declined, .unproved: false
            }
        }
    }

    var kind: Kind
    /// Where it stands: in the merge's result, in the editors' issue.
    var ours: PlacedIssue.Piece?
    var editors: PlacedIssue.Piece?

    /// The kind, and an entry's URL or another piece's line: `removed: https://…`, `respaced: line 7 → 8`.
    var description: String {
        let lines = [ours, editors].map { $0.map { "\($0.line)" } ?? "–" }.joined(separator: " → ")
        switch (ours ?? editors)?.key {
        case .link(let url): return "\(kind.rawValue): \(url)"
        case .event(let url, let date): return "\(kind.rawValue): \(date) \(url)"
        case .header(let name): return "\(kind.rawValue): header \(name)"
        default: return "\(kind.rawValue): line \(lines)"
        }
    }
}
