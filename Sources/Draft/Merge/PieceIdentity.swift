internal import Address
internal import Archive

/// Derives a piece's identity from its text.
enum PieceIdentity {
    /// The identity of an item or paragraph.
    static func key(of bytes: ArraySlice<UInt8>) -> IssuePiece.Key {
        guard let fields = EntryFields(bytes), !fields.url.isEmpty else { return .text(words(of: bytes)) }
        let url = CanonicalURL(String(decoding: fields.url, as: UTF8.self)).description
        if !fields.date.isEmpty { return .event(url: url, date: words(of: fields.date[...])) }
        return .link(url)
    }

    /// A text's words with single spaces in between.
    static func words(of bytes: ArraySlice<UInt8>) -> String {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var isGap = false
        for byte in bytes {
            if byte <= 0x20 {
                isGap = !output.isEmpty
            } else {
                if isGap { output.append(0x20) }
                isGap = false
                output.append(byte)
            }
        }
        return String(decoding: output, as: UTF8.self)
    }
}
