internal import Text

/// Finds secrets in bytes, whatever the encoding of each character, ignoring case.
struct SecretSearch: Sendable {
    /// The words to search for, in lower case, longest first.
    private var words: [[UInt8]]
    /// Whether a match can begin with a byte.
    private var isStart: [Bool]

    init(_ words: Set<[UInt8]>) {
        self.words = words.sorted { $0.count > $1.count || $0.count == $1.count && $0.lexicographicallyPrecedes($1) }
        isStart = Array(repeating: false, count: 256)
        for word in words {
            isStart[Int(word[0])] = true
            if UInt8(ascii: "a")...UInt8(ascii: "z") ~= word[0] { isStart[Int(word[0] & 0xDF)] = true }
        }
        if !words.isEmpty {
            for byte in "%\\&".utf8 { isStart[Int(byte)] = true }
        }
    }

    /// The range of the first secret at or after an index.
    func first(in text: borrowing Span<UInt8>, from start: Int = 0) -> Range<Int>? {
        var index = start
        while index < text.count {
            if isStart[Int(text[index])] {
                // Decoded once for all words, because a hostile text may consist entirely of such bytes.
                let byte = text[index].lowercasedASCII
                let encoded = EncodedByte.at(index, of: text)?.byte.lowercasedASCII ?? byte
                for word in words where word[0] == byte || word[0] == encoded {
                    if let end = end(of: word, at: index, in: text) { return index..<end }
                }
            }
            index += 1
        }
        return nil
    }

    private func end(of word: [UInt8], at start: Int, in text: borrowing Span<UInt8>) -> Int? {
        guard start + word.count <= text.count else { return nil }
        var index = start
        for byte in word {
            guard index < text.count else { return nil }
            if let length = EncodedByte.length(of: byte, at: index, in: text) {
                index += length
            } else if text[index].lowercasedASCII == byte {
                index += 1
            } else {
                return nil
            }
        }
        return index
    }
}
