/// The words of a paragraph that issues repeat, without URLs, numbers and markup.
struct RepeatedText: Hashable, Sendable {
    let words: [String]
    /// Hashes of the words, sorted.
    private let sorted: [Int]

    init(_ text: some Collection<UInt8>) {
        var words: [String] = []
        for word in text.split(whereSeparator: { ASCII.isSpace($0) }) {
            // The URL of `[text](URL)` isn't compared.
            var word = word[...]
            if let bracket = word.firstIndex(of: UInt8(ascii: "]")) { word = word[..<bracket] }
            let letters = word.filter { ASCII.isLetter($0) || $0 >= 0x80 || $0 == 0x27 }
            guard !letters.isEmpty, !word.contains(where: ASCII.isDigit), !word.contains(UInt8(ascii: "/")) else {
                continue
            }
            words.append(String(decoding: letters, as: UTF8.self))
        }
        self.words = words
        sorted = words.map(\.hashValue).sorted()
    }

    /// The words that only this text and only the other text has; nil unless the texts have nearly all words in common.
    func difference(from other: RepeatedText) -> (added: [String], removed: [String])? {
        guard words.count >= Self.fewest, abs(words.count - other.words.count) <= Self.most,
            common(with: other) + Self.most >= max(words.count, other.words.count),
            common(with: other) * 5 >= max(words.count, other.words.count) * 4
        else { return nil }
        let (added, removed) = (Self.words(of: self, not: other), Self.words(of: other, not: self))
        return added.isEmpty && removed.isEmpty ? nil : (added, removed)
    }

    /// The number of words from which paragraphs are compared, and in how many of them they may differ.
    private static let fewest = 8
    private static let most = 4

    private func common(with other: RepeatedText) -> Int {
        var (left, right, count) = (0, 0, 0)
        while left < sorted.count, right < other.sorted.count {
            if sorted[left] == other.sorted[right] {
                (left, right, count) = (left + 1, right + 1, count + 1)
            } else if sorted[left] < other.sorted[right] {
                left += 1
            } else {
                right += 1
            }
        }
        return count
    }

    private static func words(of text: RepeatedText, not other: RepeatedText) -> [String] {
        var counts: [String: Int] = [:]
        for word in other.words { counts[word, default: 0] += 1 }
        return text.words.filter { word in
            guard let count = counts[word], count > 0 else { return true }
            counts[word] = count - 1
            return false
        }
    }
}
