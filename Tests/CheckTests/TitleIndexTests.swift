import Testing

@testable import Check

/// A title is found in the index where comparing it with each would find it.
@Suite struct TitleIndexTests {
    /// By chance but always the same: titles of few words, many of which are alike.
    private static func titles(seed: Int, words: Int, most: Int) -> [TitleWords] {
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
        func number(below limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(limit))
        }
        var known: [[String]] = []
        return (0..<300).map { _ in
            var title = (0..<(1 + number(below: most))).map { _ in
                "word\(UnicodeScalar(UInt8(97 + number(below: words))))"
            }
            // Half of them are others with a word more, less or in another place.
            if number(below: 2) == 0, !known.isEmpty {
                title = known[number(below: known.count)]
                switch number(below: 4) {
                case 0: title.append("more")
                case 1: title.removeLast()
                case 2: title.reverse()
                default: title.append("2026")
                }
            }
            known.append(title.isEmpty ? ["none"] : title)
            return TitleWords(title.joined(separator: " "))
        }
    }

    @Test(arguments: 0..<12)
    func findsWhatComparingEachFinds(seed: Int) {
        // From titles of a few words to those of more than thirty.
        let (words, most) = [(4, 5), (20, 12), (24, 24), (26, 60)][seed % 4]
        let titles = Self.titles(seed: seed, words: words, most: most)
        var index = TitleIndex([])
        var found = 0
        for (place, title) in titles.enumerated() {
            let first = titles[..<place].firstIndex { title.isNear($0) || title.isSame(as: $0) }
            #expect(index.first(like: title) { title.isNear(titles[$0]) || title.isSame(as: titles[$0]) } == first)
            if first != nil { found += 1 }
            index.add(title, at: place)
        }
        #expect(found > 20, "the test compares something")
    }

    @Test func asksOnlyOfThoseThatMayBeAlike() {
        let titles = (0..<2000).map { number in
            // No word of it has a digit, for those are compared apart from the others.
            let name = String(number).unicodeScalars.map { String(UnicodeScalar(UInt8($0.value + 49))) }.joined()
            return TitleWords("A report of \(name) for the parser team")
        }
        let index = TitleIndex(titles)
        var asked = 0
        for title in titles {
            _ = index.first(like: title) {
                asked += 1; return title.isSame(as: titles[$0])
            }
        }
        #expect(asked < 2 * titles.count)
    }
}
