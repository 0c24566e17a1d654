/// An index of many titles that finds similar ones without comparing each of them.
struct TitleIndex {
    private var indices: [UInt64: [Int32]] = [:]

    init(_ titles: [TitleWords]) {
        for (index, title) in titles.enumerated() { add(title, at: index) }
    }

    mutating func add(_ title: TitleWords, at index: Int) {
        for key in title.keys { indices[key, default: []].append(Int32(index)) }
    }

    /// The first title for which `isLike` returns true; the closure is called only for titles that share a key with
    /// this one.
    func first(like title: TitleWords, where isLike: (Int) -> Bool) -> Int? {
        var first: Int?
        for key in title.keys {
            let found = indices[key]?.first { Int($0) >= first ?? .max || isLike(Int($0)) }
            if let found, Int(found) < first ?? .max { first = Int(found) }
        }
        return first
    }
}

extension TitleWords {
    /// Titles that are the same or similar have at least one of these keys in common.
    ///
    /// Two titles are similar if at most a tenth of the words differ. Titles of up to 19 words may differ in one word,
    /// so such a title has a key for all words and, from ten words on, a key for each combination that omits one word.
    /// For longer titles, which are rare, each key is one of the first words in the order of their hashes: at most a
    /// tenth of them can be missing, so the next one is in both.
    fileprivate var keys: [UInt64] {
        let tenth = count / 10
        var keys: [UInt64] = []
        if count < 20 {
            let all = hashes.reduce(numbersHash, &+)
            keys.append(all)
            if tenth > 0 { keys += hashes.map { all &- $0 } }
        }
        // A title of 18 words can be similar to one of 20.
        if count >= 18 { keys += hashes.prefix(tenth + 1).map { numbersHash ^ ~$0 } }
        return keys
    }
}
