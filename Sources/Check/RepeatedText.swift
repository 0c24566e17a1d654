/// The words of a paragraph that issues repeat, without URLs, numbers and markup.
struct RepeatedText: Hashable, Sendable {
    /// The words, each followed by a space.
    private let text: [UInt8]
    /// Hashes of the words, sorted.
    private let hashes: [UInt64]
    /// A hash of all words in their order.
    private let hash: UInt64

    init(_ bytes: some Collection<UInt8>) {
        var (text, hashes): ([UInt8], [UInt64]) = ([], [])
        text.reserveCapacity(bytes.count + 1)
        var (whole, word) = (Self.emptyHash, Self.emptyHash)
        var start = 0
        // The URL of `[text](URL)` isn't compared, nor is any word with a digit or a slash.
        var (isCut, isSkipped) = (false, false)
        func endWord() {
            defer { (start, word, isCut, isSkipped) = (text.count, Self.emptyHash, false, false) }
            if isSkipped { text.removeLast(text.count - start) }
            guard text.count > start else { return }
            text.append(0x20)
            hashes.append(word)
            whole = Self.mixed(whole, word)
        }
        for byte in bytes {
            if ASCII.isSpace(byte) {
                endWord()
            } else if isCut || isSkipped {
                continue
            } else if ASCII.isLetter(byte) || byte >= 0x80 || byte == 0x27 {
                text.append(byte)
                word = Self.mixed(word, UInt64(byte))
            } else if byte == UInt8(ascii: "]") {
                isCut = true
            } else if ASCII.isDigit(byte) || byte == UInt8(ascii: "/") {
                isSkipped = true
            }
        }
        endWord()
        self.text = text
        self.hashes = hashes.sorted()
        hash = whole
    }

    static func == (left: Self, right: Self) -> Bool { left.hash == right.hash && left.text == right.text }

    func hash(into hasher: inout Hasher) { hasher.combine(hash) }

    /// A stable order, by the words.
    static func precedes(_ left: Self, _ right: Self) -> Bool { left.text.lexicographicallyPrecedes(right.text) }

    var words: [String] { text.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) } }

    /// The words that only this text and only the other text has; nil unless the texts have nearly all words in common.
    func difference(from other: RepeatedText) -> (added: [String], removed: [String])? {
        let (count, most) = (hashes.count, max(hashes.count, other.hashes.count))
        guard count >= Self.fewest, abs(count - other.hashes.count) <= Self.most else { return nil }
        let common = common(with: other)
        guard common + Self.most >= most, common * 5 >= most * 4 else { return nil }
        let (own, others) = (words, other.words)
        let (added, removed) = (Self.words(of: own, not: others), Self.words(of: others, not: own))
        return added.isEmpty && removed.isEmpty ? nil : (added, removed)
    }

    /// The number of words from which paragraphs are compared, and in how many of them they may differ.
    private static let fewest = 8
    private static let most = 4

    private func common(with other: RepeatedText) -> Int {
        var (left, right, count) = (0, 0, 0)
        while left < hashes.count, right < other.hashes.count {
            if hashes[left] == other.hashes[right] {
                (left, right, count) = (left + 1, right + 1, count + 1)
            } else if hashes[left] < other.hashes[right] {
                left += 1
            } else {
                right += 1
            }
        }
        return count
    }

    private static func words(of text: [String], not other: [String]) -> [String] {
        var counts: [String: Int] = [:]
        for word in other { counts[word, default: 0] += 1 }
        return text.filter { word in
            guard let count = counts[word], count > 0 else { return true }
            counts[word] = count - 1
            return false
        }
    }

    /// FNV-1a with 64 bits.
    private static func mixed(_ hash: UInt64, _ value: UInt64) -> UInt64 { (hash ^ value) &* 0x100_0000_01B3 }
    private static let emptyHash: UInt64 = 0xCBF2_9CE4_8422_2325
}
