internal import Archive

/// What the last issues before an issue have in common: the levels of their headings, and the prose that they repeat.
struct Customs: Sendable {
    /// How many issues are compared.
    static let span = 6

    /// The jumps from one heading to a deeper one by more than a level, which readers of the last issues know.
    private(set) var jumps: Set<Jump> = []
    /// The level of each heading that all of the last issues with this heading agree on.
    private(set) var levels: [Heading: Int] = [:]
    /// The level of each heading of the last issues, by its title in lower case.
    private(set) var headings: [String: Int] = [:]
    /// The paragraphs that most of the last issues repeat word for word.
    private(set) var paragraphs: [RepeatedText] = []

    struct Jump: Hashable, Sendable {
        var title: String
        var above: Int
        var level: Int
    }

    /// A heading in its position: one title may be used for several sections. The titles are in lower case.
    struct Heading: Hashable, Sendable {
        var title: String
        /// The title of the heading before it.
        var previous: String
    }

    /// - Parameter outlines: those of the last issues, oldest first.
    init(_ outlines: [IssueOutline]) {
        guard outlines.count >= Self.fewest else { return }
        var (levels, counts): ([Heading: Set<Int>], [Heading: Int]) = ([:], [:])
        var jumps: [Jump: Int] = [:]
        var paragraphs: [RepeatedText: Int] = [:]
        var titles: [String: [Int: Int]] = [:]
        for outline in outlines {
            var above: Int?
            var previous = ""
            var own: [Heading: Set<Int>] = [:]
            var ownJumps: Set<Jump> = []
            for heading in outline.headings {
                let title = heading.title.lowercased()
                own[Heading(title: title, previous: previous), default: []].insert(heading.level)
                if let above, heading.level > above + 1 {
                    ownJumps.insert(Jump(title: title, above: above, level: heading.level))
                }
                (above, previous) = (heading.level, title)
            }
            for (heading, found) in own {
                levels[heading, default: []].formUnion(found)
                counts[heading, default: 0] += 1
            }
            for jump in ownJumps { jumps[jump, default: 0] += 1 }
            for heading in own {
                for level in heading.value { titles[heading.key.title, default: [:]][level, default: 0] += 1 }
            }
            for paragraph in Set(outline.paragraphs.map { RepeatedText($0.utf8) }) {
                paragraphs[paragraph, default: 0] += 1
            }
        }
        self.jumps = Set(jumps.filter { $0.value >= Self.fewest }.keys)
        for (heading, found) in levels where found.count == 1 && counts[heading] ?? 0 >= Self.fewest {
            self.levels[heading] = found.first
        }
        for (title, levels) in titles {
            guard let most = levels.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), most.value >= Self.fewest
            else { continue }
            headings[title] = most.key
        }
        // What the last two issues no longer have was changed on purpose.
        let newest = Set(outlines.suffix(2).flatMap { $0.paragraphs.map { RepeatedText($0.utf8) } })
        self.paragraphs = paragraphs.filter { $0.value >= Self.fewest && newest.contains($0.key) }.keys
            .sorted { $0.words.lexicographicallyPrecedes($1.words) }
    }

    /// How many of the last issues make something customary.
    private static let fewest = 3
}
