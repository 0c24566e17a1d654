@testable import Draft

/// The pieces of two issues, each with its like in the other.
struct PiecePairs {
    typealias Piece = PlacedIssue.Piece

    private(set) var both: [(Piece, Piece)] = []
    private(set) var onlyFirst: [Piece] = []
    private(set) var onlySecond: [Piece] = []

    init(_ first: [Piece], _ second: [Piece]) {
        (onlyFirst, onlySecond) = (first, second)
        pair { $0.isEnd ? [$0.section] : [$0.section, $0.key, $0.words, $0.above] }
        pair { $0.isEnd ? nil : [$0.section, $0.key, $0.words] }
        pair { $0.isEnd ? nil : [$0.section, $0.key] }
        pair { $0.isEnd ? nil : [$0.key] }
        pair { piece in Self.title(piece).map { [piece.section, $0] } }
        pairByLikeness()
        both.sort { $0.0.line < $1.0.line }
    }

    /// The pairs that stand in another order in the second issue than in the first, as few as explain it, each with the
    /// pieces of the first that it passed.
    var reordered: [(Piece, Piece, past: [Piece])] {
        var found: [(Piece, Piece, past: [Piece])] = []
        let stayed = both.filter { $0.0.section == $0.1.section && !$0.0.isEnd }
        for (_, pairs) in Dictionary(grouping: stayed, by: \.0.section).sorted(by: { $0.key < $1.key }) {
            var rest = pairs
            while true {
                let passed = rest.map { one in
                    rest.filter { ($0.0.line < one.0.line) != ($0.1.line < one.1.line) && $0.0.line != one.0.line }
                }
                guard let most = passed.indices.max(by: { passed[$0].count < passed[$1].count }), !passed[most].isEmpty
                else { break }
                found.append((rest[most].0, rest[most].1, past: passed[most].map(\.0)))
                rest.remove(at: most)
            }
        }
        return found.sorted { $0.0.line < $1.0.line }
    }

    /// Pairs what has the same marks, repeated ones in order.
    private mutating func pair(by marks: (Piece) -> [AnyHashable]?) {
        var places: [[AnyHashable]: [Int]] = [:]
        for (place, piece) in onlySecond.enumerated().reversed() {
            if let marks = marks(piece) { places[marks, default: []].append(place) }
        }
        var (left, taken): ([Piece], Set<Int>) = ([], [])
        for piece in onlyFirst {
            if let marks = marks(piece), let place = places[marks]?.popLast() {
                both.append((piece, onlySecond[place]))
                taken.insert(place)
            } else {
                left.append(piece)
            }
        }
        onlyFirst = left
        onlySecond = onlySecond.enumerated().filter { !taken.contains($0.offset) }.map(\.element)
    }

    private mutating func pairByLikeness() {
        onlyFirst.removeAll { piece in
            let place = onlySecond.firstIndex {
                $0.section == piece.section && PieceMatching.likeness($0.piece, piece.piece) > 0.5
            }
            guard let place else { return false }
            both.append((piece, onlySecond.remove(at: place)))
            return true
        }
    }

    private static func title(_ piece: Piece) -> [UInt8]? {
        guard piece.key.isEntry, let fields = EntryFields(piece.piece.bytes[...]) else { return nil }
        return fields.date + fields.title
    }
}
