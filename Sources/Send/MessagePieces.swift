/// Bytes with places for a recipient's token.
struct MessagePieces: Sendable {
    /// Between two neighbours, there is a token.
    private(set) var pieces: [[UInt8]]

    /// Splits bytes at each occurrence of the text that keeps a token's place.
    init(_ bytes: [UInt8], place: [UInt8]) {
        pieces = []
        var start = 0
        var index = 0
        while index < bytes.count {
            if bytes[index] == place[0], bytes[index...].starts(with: place) {
                pieces.append(Array(bytes[start..<index]))
                index += place.count
                start = index
            } else {
                index += 1
            }
        }
        pieces.append(Array(bytes[start...]))
    }

    /// The bytes in order, with the token in its places, without copying them.
    func slices(with token: [UInt8]) -> [ArraySlice<UInt8>] {
        var slices: [ArraySlice<UInt8>] = []
        slices.reserveCapacity(pieces.count * 2)
        for piece in pieces {
            if !slices.isEmpty { slices.append(token[...]) }
            slices.append(piece[...])
        }
        return slices
    }

    var count: Int { pieces.reduce(0) { $0 + $1.count } }
}
