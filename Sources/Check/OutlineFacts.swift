internal import Archive

/// What ``Customs`` needs of an issue's headings and prose, prepared once, because several later issues are compared with
/// the issue.
struct OutlineFacts: Sendable {
    /// The levels of each heading.
    private(set) var levels: [Customs.Heading: LevelSet] = [:]
    private(set) var jumps: Set<Customs.Jump> = []
    let paragraphs: Set<RepeatedText>

    init(_ outline: IssueOutline) {
        var above: Int?
        var previous = ""
        for heading in outline.headings {
            let title = heading.title.lowercased()
            levels[Customs.Heading(title: title, previous: previous), default: LevelSet()].insert(heading.level)
            if let above, heading.level > above + 1 {
                jumps.insert(Customs.Jump(title: title, above: above, level: heading.level))
            }
            (above, previous) = (heading.level, title)
        }
        paragraphs = Set(outline.paragraphs.map { RepeatedText($0.utf8) })
    }
}

/// Levels of headings.
struct LevelSet: Hashable, Sendable {
    private var bits: UInt64 = 0

    mutating func insert(_ level: Int) { bits |= 1 << UInt64(min(max(level, 0), 63)) }

    mutating func formUnion(_ other: LevelSet) { bits |= other.bits }

    /// The levels from the highest heading to the lowest.
    var all: [Int] { (0..<64).filter { bits & 1 << UInt64($0) != 0 } }

    /// The level, if there is exactly one.
    var only: Int? { bits.nonzeroBitCount == 1 ? bits.trailingZeroBitCount : nil }
}
