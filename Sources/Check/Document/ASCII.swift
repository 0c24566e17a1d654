/// Predicates on single bytes, for scanners.
enum ASCII {
    static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }
    static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
    static func isUpper(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }
    /// Whether a byte belongs to a word: an ASCII letter or digit, or a byte of a letter beyond ASCII.
    static func isWord(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) || byte == 0x5F || byte >= 0x80 }
    static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte >= 0x09 && byte <= 0x0D }
    static func isPunctuation(_ byte: UInt8) -> Bool {
        byte >= 0x21 && byte <= 0x2F || byte >= 0x3A && byte <= 0x40 || byte >= 0x5B && byte <= 0x60
            || byte >= 0x7B && byte <= 0x7E
    }
    static func lowered(_ byte: UInt8) -> UInt8 { isUpper(byte) ? byte | 0x20 : byte }
}

extension Collection<UInt8> where SubSequence: Equatable {
    /// Whether the bytes begin with a word, given in lower case, ignoring case.
    func startsFolded(with word: StaticString) -> Bool {
        guard count >= word.utf8CodeUnitCount else { return false }
        return word.withUTF8Buffer { wanted in
            var position = startIndex
            for byte in wanted {
                if ASCII.lowered(self[position]) != byte { return false }
                formIndex(after: &position)
            }
            return true
        }
    }
}

extension [UInt8] {
    /// Whether `word` is at an offset.
    func has(_ word: StaticString, at offset: Int) -> Bool {
        guard offset >= 0, offset + word.utf8CodeUnitCount <= count else { return false }
        return word.withUTF8Buffer { wanted in
            for index in 0..<wanted.count where self[offset + index] != wanted[index] { return false }
            return true
        }
    }

    /// Whether a word, given in lower case, is at an offset, ignoring case.
    func hasFolded(_ word: StaticString, at offset: Int) -> Bool {
        guard offset >= 0, offset + word.utf8CodeUnitCount <= count else { return false }
        return word.withUTF8Buffer { wanted in
            for index in 0..<wanted.count where ASCII.lowered(self[offset + index]) != wanted[index] { return false }
            return true
        }
    }

    /// The offset of the first `word` within a range.
    func first(_ word: StaticString, in range: Range<Int>) -> Int? {
        guard range.count >= word.utf8CodeUnitCount else { return nil }
        let head = word.withUTF8Buffer { $0[0] }
        for index in range.lowerBound...(range.upperBound - word.utf8CodeUnitCount)
        where self[index] == head && has(word, at: index) {
            return index
        }
        return nil
    }

    /// A range without the whitespace at its ends.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, ASCII.isSpace(self[start]) { start += 1 }
        while end > start, ASCII.isSpace(self[end - 1]) { end -= 1 }
        return start..<end
    }
}
