/// Many titles, of which those that may be near to another are found without comparing it with each.
struct TitleIndex {
    private var indices: [UInt64: [Int32]] = [:]

    init(_ titles: [TitleWords]) {
        for (index, title) in titles.enumerated() { add(title, at: index) }
    }

    mutating func add(_ title: TitleWords, at index: Int) {
        for key in title.keys { indices[key, default: []].append(Int32(index)) }
    }

    /// The first that is like a title, as `isLike` says; it is asked only of those that may be.
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
    /// Titles that are the same or near to each other have one of these in common.
    ///
    /// Of a title's words at most a tenth are missing in one that is near to it. Up to 19 words that is one word, so a key
    /// is made of all words and, from ten on, of all but each one. Of longer titles, which are rare, each key is one of the
    /// first words in the order of their hashes: at most a tenth of them are missing, so the next one is in both.
    fileprivate var keys: [UInt64] {
        let tenth = count / 10
        var keys: [UInt64] = []
        if count < 20 {
            let all = hashes.reduce(numbersHash, &+)
            keys.append(all)
            if tenth > 0 { keys += hashes.map { all &- $0 } }
        }
        // One of 18 words may be near to one of 20.
        if count >= 18 { keys += hashes.prefix(tenth + 1).map { numbersHash ^ ~$0 } }
        return keys
    }
}
