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
    /// The level of each heading that no issue has twice and the last issues have on one level only, by its title in lower
    /// case.
    private(set) var soleLevels: [String: Int] = [:]
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
    init(_ outlines: [OutlineFacts]) {
        guard outlines.count >= Self.fewest else { return }
        var (levels, counts): ([Heading: LevelSet], [Heading: Int]) = ([:], [:])
        var jumps: [Jump: Int] = [:]
        var paragraphs: [RepeatedText: Int] = [:]
        var titles: [String: [Int: Int]] = [:]
        var repeated: Set<String> = []
        for outline in outlines {
            var seen: Set<String> = []
            for (heading, found) in outline.levels {
                if !seen.insert(heading.title).inserted { repeated.insert(heading.title) }
                levels[heading, default: LevelSet()].formUnion(found)
                counts[heading, default: 0] += 1
                for level in found.all { titles[heading.title, default: [:]][level, default: 0] += 1 }
            }
            for jump in outline.jumps { jumps[jump, default: 0] += 1 }
            for paragraph in outline.paragraphs { paragraphs[paragraph, default: 0] += 1 }
        }
        self.jumps = Set(jumps.filter { $0.value >= Self.fewest }.keys)
        for (heading, found) in levels where counts[heading] ?? 0 >= Self.fewest {
            if let only = found.only { self.levels[heading] = only }
        }
        for (title, levels) in titles {
            guard let most = levels.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), most.value >= Self.fewest
            else { continue }
            headings[title] = most.key
            if levels.count == 1, !repeated.contains(title) { soleLevels[title] = most.key }
        }
        // What the last two issues no longer have was changed on purpose.
        let newest = outlines.suffix(2)
        self.paragraphs = paragraphs.filter { paragraph, count in
            count >= Self.fewest && newest.contains { $0.paragraphs.contains(paragraph) }
        }.keys.sorted(by: RepeatedText.precedes)
    }

    /// How many of the last issues make something customary.
    private static let fewest = 3
}
