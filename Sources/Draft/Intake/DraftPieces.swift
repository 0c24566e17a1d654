/// The pieces of a draft, by identity.
struct DraftPieces {
    struct Placed {
        var section: String
        var identity: String
        var piece: IssuePiece
    }

    /// All pieces in the draft's order, including headings.
    var all: [Placed] = []
    private var places: [String: [Int]] = [:]

    init(_ bytes: [UInt8]) {
        for part in PieceSplitter.pieces(of: bytes).parts {
            let section = PieceHeading.of(part.heading)
            if let heading = part.heading {
                add(Placed(section: section, identity: "section " + section, piece: heading))
            }
            for piece in part.pieces {
                add(Placed(section: section, identity: EntryChange.identity(of: piece), piece: piece))
            }
        }
    }

    private mutating func add(_ placed: Placed) {
        places[placed.identity, default: []].append(all.count)
        all.append(placed)
    }

    subscript(identity: String) -> [Placed] { (places[identity] ?? []).map { all[$0] } }

    func contains(_ identity: String) -> Bool { places[identity] != nil }
}
