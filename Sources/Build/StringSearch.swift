extension String {
    /// The range of the first occurrence of a text, compared byte by byte, which is much faster than comparing
    /// characters.
    func range(of text: String) -> Range<Index>? {
        let (whole, part) = (Array(utf8), Array(text.utf8))
        guard let first = part.first, whole.count >= part.count else { return nil }
        for start in 0...(whole.count - part.count) where whole[start] == first {
            guard whole[start..<(start + part.count)].elementsEqual(part) else { continue }
            return utf8.index(startIndex, offsetBy: start)..<utf8.index(startIndex, offsetBy: start + part.count)
        }
        return nil
    }

    func replacingCharacters(in range: Range<Index>, with text: String) -> String {
        String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
    }
}
