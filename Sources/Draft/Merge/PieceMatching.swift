/// Matches the pieces of one text with those of another.
enum PieceMatching {
    /// For each piece of `base`, its index in `side`, or nil.
    ///
    /// Pieces are matched by identity first, in order if several have the same identity; then entries whose URL was
    /// changed, by title; then blocks whose text was changed, if they are between the same neighbours.
    static func matches(_ base: [IssuePiece], _ side: [IssuePiece]) -> [Int?] {
        var matches = byIdentity(base, side)
        var taken = Set(matches.compactMap { $0 })
        matchTitles(base, side, &matches, &taken)
        matchNeighbours(base, side, &matches, &taken)
        return matches
    }

    static func byIdentity(_ base: [IssuePiece], _ side: [IssuePiece]) -> [Int?] {
        var places: [IssuePiece.Key: [Int]] = [:]
        for (index, piece) in side.enumerated().reversed() { places[piece.key, default: []].append(index) }
        return base.map { places[$0.key]?.popLast() }
    }

    private static func matchTitles(
        _ base: [IssuePiece], _ side: [IssuePiece], _ matches: inout [Int?], _ taken: inout Set<Int>
    ) {
        var places: [String: [Int]] = [:]
        for (index, piece) in side.enumerated().reversed() where !taken.contains(index) {
            if let title = title(of: piece) { places[title, default: []].append(index) }
        }
        guard !places.isEmpty else { return }
        for index in base.indices where matches[index] == nil {
            guard let title = title(of: base[index]), let place = places[title]?.popLast() else { continue }
            matches[index] = place
            taken.insert(place)
        }
    }

    private static func title(of piece: IssuePiece) -> String? {
        guard piece.key.isEntry, let fields = EntryFields(piece.bytes[...]) else { return nil }
        let words = PieceIdentity.words(of: fields.title[...]).lowercased()
        // The title alone doesn't distinguish the meetings of a series.
        if case .event(_, let date) = piece.key { return words.isEmpty ? nil : date + " " + words }
        return words.isEmpty ? nil : words
    }

    private static func matchNeighbours(
        _ base: [IssuePiece], _ side: [IssuePiece], _ matches: inout [Int?], _ taken: inout Set<Int>
    ) {
        var budget = comparedBytes
        Neighbours.fill(&matches, upTo: side.count) { index, range in
            var best: (place: Int, likeness: Double)?
            for place in range where !taken.contains(place) {
                budget -= base[index].bytes.count + side[place].bytes.count
                guard budget > 0 else { break }
                let likeness = likeness(base[index], side[place])
                if likeness > best?.likeness ?? 0.5 { best = (place, likeness) }
            }
            if let best { taken.insert(best.place) }
            return best?.place
        }
    }

    /// How many bytes of a section may be compared word by word. If thousands of pieces were all rewritten, they count
    /// as removed and added.
    private static let comparedBytes = 4_000_000

    /// The share of common words, from 0 to 1; 0 for pieces of different kinds.
    static func likeness(_ one: IssuePiece, _ other: IssuePiece) -> Double {
        switch (one.key, other.key) {
        case (.header, _), (_, .header), (.definition, _), (_, .definition): return 0
        case (.comment, .comment): break
        case (.comment, _), (_, .comment): return 0
        case (.event, .event), (.link, .link), (.text, .text): break
        case (.event, _), (_, .event): return 0
        default: break
        }
        var words: [Substring: Int] = [:]
        let left = String(decoding: one.bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        let right = String(decoding: other.bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        guard !left.isEmpty, !right.isEmpty else { return 0 }
        for word in left { words[word, default: 0] += 1 }
        var common = 0
        for word in right where words[word, default: 0] > 0 {
            words[word, default: 0] -= 1
            common += 1
        }
        return Double(2 * common) / Double(left.count + right.count)
    }
}

/// Fills gaps in a matching from the positions of the neighbours.
enum Neighbours {
    /// Fills in the missing elements of `matches`.
    ///
    /// - Parameter find: receives an index, and the positions between those of its nearest matched neighbours.
    static func fill(_ matches: inout [Int?], upTo count: Int, _ find: (_ index: Int, _ range: Range<Int>) -> Int?) {
        var after = [Int](repeating: count, count: matches.count + 1)
        for index in matches.indices.reversed() { after[index] = matches[index] ?? after[index + 1] }
        var start = 0
        for index in matches.indices {
            // If a side moved the neighbours past each other, there is nothing between them.
            if matches[index] == nil { matches[index] = find(index, start..<max(start, after[index])) }
            if let place = matches[index] { start = place + 1 }
        }
    }
}
