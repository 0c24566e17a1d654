/// Finds addresses and hashtags in a plain text.
enum TextLinks {
    /// The ranges of the web addresses, without the punctuation after them.
    static func addresses(in text: String) -> [Range<String.Index>] {
        var found: [Range<String.Index>] = []
        for word in text.split(whereSeparator: \.isWhitespace) {
            guard let start = ["https://", "http://"].compactMap({ word.firstRange(of: $0)?.lowerBound }).min() else {
                continue
            }
            var address = word[start...]
            while let last = address.last, ".,;:!?'\")]}>…".contains(last) { address.removeLast() }
            found.append(address.startIndex..<address.endIndex)
        }
        return found
    }

    /// The ranges of the hashtags, each from its `#`.
    static func hashtags(in text: String) -> [Range<String.Index>] {
        text.split(whereSeparator: \.isWhitespace).compactMap { word in
            guard word.first == "#" else { return nil }
            var name = word.dropFirst()
            while name.last?.isPunctuation == true { name.removeLast() }
            guard name.contains(where: \.isLetter) else { return nil }
            return word.startIndex..<name.endIndex
        }
    }
}
