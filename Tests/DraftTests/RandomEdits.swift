@testable import Draft

/// Edits as people make them to a draft, by chance but always the same for one seed.
struct RandomEdits {
    private var state: UInt64

    init(seed: Int) {
        state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
    }

    mutating func number(below limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return limit <= 1 ? 0 : Int((state >> 33) % UInt64(limit))
    }

    /// A few edits to a draft; `side` keeps the additions of two sides apart.
    mutating func edited(_ bytes: [UInt8], side: String) -> [UInt8] {
        var text = PieceSplitter.pieces(of: bytes)
        for step in 0..<(1 + number(below: 4)) {
            let part = number(below: text.parts.count)
            let count = text.parts[part].pieces.count
            switch number(below: 6) {
            case 0, 1:
                let line =
                    "* [\(side) \(step) \(number(below: 1000))](https://\(side).example/\(number(below: 1_000_000)))\n"
                insert(line, in: &text, part)
            case 2 where count > 0:
                let place = number(below: count)
                if case .header = text.parts[part].pieces[place].key { continue }
                text.parts[part].pieces.remove(at: place)
            case 3 where count > 0:
                let place = number(below: count)
                guard text.parts[part].pieces[place].key.isEntry,
                    var fields = EntryFields(text.parts[part].pieces[place].bytes[...])
                else { continue }
                fields.title += Array(" (\(side))".utf8)
                text.parts[part].pieces[place].bytes = fields.bytes
            case 4 where count > 0:
                let place = number(below: count)
                guard text.parts[part].pieces[place].key.isEntry else { continue }
                let piece = text.parts[part].pieces.remove(at: place)
                let target = 1 + number(below: text.parts.count - 1)
                guard target < text.parts.count else { continue }
                text.parts[target].pieces.append(piece)
            case 5 where count > 1:
                // Within its section, past its neighbours.
                let place = number(below: count)
                if case .header = text.parts[part].pieces[place].key { continue }
                let piece = text.parts[part].pieces.remove(at: place)
                text.parts[part].pieces.insert(piece, at: part == 0 ? place : number(below: count))
            default: continue
            }
        }
        return text.bytes
    }

    private mutating func insert(_ line: String, in text: inout IssuePieces, _ part: Int) {
        guard part > 0 else { return }
        let place = number(below: text.parts[part].pieces.count + 1)
        let bytes = Array(line.utf8)
        text.parts[part].pieces.insert(
            IssuePiece(gap: [], bytes: bytes, key: PieceIdentity.key(of: bytes[...])), at: place)
    }
}
