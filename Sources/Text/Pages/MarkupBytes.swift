/// Searches in a page's bytes for ``TagReader``.
extension Collection<UInt8> where SubSequence: Equatable {
    /// Whether the bytes begin with a lower-case word, ignoring the case of ASCII letters.
    func startsFolded(with word: StaticString) -> Bool {
        guard count >= word.utf8CodeUnitCount else { return false }
        return word.withUTF8Buffer { wanted in
            var position = startIndex
            for byte in wanted {
                if self[position].lowercasedASCII != byte { return false }
                formIndex(after: &position)
            }
            return true
        }
    }
}

extension [UInt8] {
    func has(_ word: StaticString, at offset: Int) -> Bool {
        guard offset + word.utf8CodeUnitCount <= count else { return false }
        return word.withUTF8Buffer { wanted in
            for index in 0..<wanted.count where self[offset + index] != wanted[index] { return false }
            return true
        }
    }

    /// The offset of the first occurrence of a word at or after an offset.
    func first(_ word: StaticString, from start: Int) -> Int? {
        guard start + word.utf8CodeUnitCount <= count else { return nil }
        return (start...(count - word.utf8CodeUnitCount)).first { has(word, at: $0) }
    }
}

extension UInt8 {
    var isMarkupSpace: Bool { self == 0x20 || 0x09...0x0D ~= self }
    var isMarkupLetter: Bool { 0x61...0x7A ~= self | 0x20 }
}
