/// Converts a text to UTF-8 piece by piece, by its byte order mark. Without one, the bytes stay as they are.
package struct PiecewiseDecoder {
    private let encoding: CharacterEncoding?
    /// In bytes: how many make up one code unit.
    private let unit: Int
    private let isLittleEndian: Bool
    /// The length of the byte order mark, until it has been dropped.
    private var mark: Int
    /// What can't be converted without the next piece.
    private var rest: [UInt8] = []

    /// - Parameter beginning: the first piece.
    /// - Returns: nil if the text is in an encoding that can't be converted piece by piece, as that of mainframes.
    package init?(beginning: [UInt8]) {
        let (encoding, length) = ByteOrderMark.encoding(of: beginning)
        self.encoding = encoding
        mark = length
        switch encoding?.name.prefix(6) {
        case nil: unit = 1
        case "utf-16": unit = 2
        case "utf-32": unit = 4
        default: return nil
        }
        isLittleEndian = encoding?.name.hasSuffix("le") ?? false
    }

    /// Converts one piece. Bytes that mean nothing become U+FFFD, except in texts without a byte order mark.
    ///
    /// - Parameter isLast: whether no piece follows.
    package mutating func utf8(of piece: [UInt8], isLast: Bool = false) -> [UInt8] {
        let piece = mark > 0 ? Array(piece.dropFirst(mark)) : piece
        mark = 0
        guard let encoding else { return piece }
        var bytes = rest + piece
        let whole = isLast ? bytes.count : wholeLength(of: bytes)
        rest = Array(bytes[whole...])
        bytes.removeSubrange(whole...)
        return encoding.utf8(of: bytes, replacingInvalid: true) ?? []
    }

    private func wholeLength(of bytes: [UInt8]) -> Int {
        var count = bytes.count / unit * unit
        // The first half of a surrogate pair (Unicode, section 3.9, D91).
        if unit == 2, count >= 2, bytes[count - (isLittleEndian ? 1 : 2)] & 0xFC == 0xD8 { count -= 2 }
        return count
    }
}
