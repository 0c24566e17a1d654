/// A title as a set of words, for finding titles that differ only in a word or in punctuation.
struct TitleWords: Hashable, Sendable {
    /// Hashes of the distinct words, sorted.
    private let words: [UInt32]
    /// The words that distinguish the parts of a series, in their order: numbers, also in words, and months.
    private let numbers: [UInt32]
    /// A hash of all words in the order of the text.
    private let order: UInt64
    /// One bit for each word: titles that share few bits share few words.
    let signature: UInt64

    init(_ title: String) {
        var (words, numbers): ([UInt32], [UInt32]) = ([], [])
        var title = title
        title.withUTF8 { bytes in
            var index = 0
            while index < bytes.count {
                guard ASCII.isWord(bytes[index]) else {
                    index += 1
                    continue
                }
                let start = index
                var (hash, hasDigit): (UInt32, Bool) = (2_166_136_261, false)
                while index < bytes.count, ASCII.isWord(bytes[index]) || Self.isWithinNumber(bytes, index) {
                    hash = (hash ^ UInt32(ASCII.lowered(bytes[index]))) &* 16_777_619
                    hasDigit = hasDigit || ASCII.isDigit(bytes[index])
                    index += 1
                }
                if hasDigit || Self.isOfSeries(bytes[start..<index], hash) {
                    numbers.append(hash)
                } else {
                    words.append(hash)
                }
            }
        }
        order = words.reduce(0) { Self.spread($0 ^ UInt64($1)) }
        words.sort()
        self.words = words.enumerated().filter { $0 == 0 || words[$0 - 1] != $1 }.map(\.element)
        self.numbers = numbers
        signature = self.words.reduce(0) { $0 | 1 << UInt64($1 % 64) }
    }

    /// Whether a byte belongs to a number, so that `1.79.0` is one word.
    private static func isWithinNumber(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        bytes[index] == UInt8(ascii: ".") && index > 0 && index + 1 < bytes.count && ASCII.isDigit(bytes[index - 1])
            && ASCII.isDigit(bytes[index + 1])
    }

    private static func isOfSeries(_ word: Slice<UnsafeBufferPointer<UInt8>>, _ hash: UInt32) -> Bool {
        guard word.count <= 9, seriesHashes.contains(hash) else { return false }
        return series.contains(String(decoding: word.map(ASCII.lowered), as: UTF8.self))
    }

    private static let seriesHashes = Set(
        series.map { $0.utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 } })
    private static let series: Set<String> = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "one", "two", "three", "four", "five", "i", "ii", "iii", "iv", "v", "vi", "december", "jan", "feb", "mar",
        "apr", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]

    var count: Int { words.count }

    /// A hash of each word, in storage order; the sums of such hashes distinguish sets of words.
    var hashes: [UInt64] { words.map { Self.spread(UInt64($0) &+ 1) } }

    var numbersHash: UInt64 { numbers.reduce(0) { Self.spread($0 ^ UInt64($1)) } }

    /// Mixes the bits of a word (Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators", 2014).
    private static func spread(_ word: UInt64) -> UInt64 {
        var word = word &+ 0x9E37_79B9_7F4A_7C15
        word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
        return word ^ word >> 31
    }

    /// The maximum number of differing signature bits with which another title can still be similar to this one.
    var mostDifferences: Int { count * 10 / 9 / 5 + 1 }

    /// Whether all words are the same, and there are enough of them to be meaningful.
    func isSame(as other: TitleWords) -> Bool {
        count + numbers.count >= Self.fewestWords && signature == other.signature && words == other.words
            && numbers == other.numbers
    }

    /// Whether at least nine of ten words are in both, and there are enough of them to be meaningful.
    func isNear(_ other: TitleWords) -> Bool {
        guard (signature ^ other.signature).nonzeroBitCount <= max(count, other.count) / 5 + 1,
            count > Self.fewestWords, other.count > Self.fewestWords
        else { return false }
        let most = max(count, other.count)
        guard min(count, other.count) * 10 >= most * 9, numbers == other.numbers else { return false }
        var (left, right, common) = (0, 0, 0)
        while left < count, right < other.count {
            if words[left] == other.words[right] {
                (left, right, common) = (left + 1, right + 1, common + 1)
            } else if words[left] < other.words[right] {
                left += 1
            } else {
                right += 1
            }
        }
        return common * 10 >= most * 9
    }

    /// Whether this is a short title with the same words in another order, and so another title: "OCaml vs Haskell" and
    /// "Haskell vs OCaml". In longer titles, another order only rewords the same.
    func isShortReordering(of other: TitleWords) -> Bool {
        count <= Self.fewestWords && words == other.words && order != other.order
    }

    private static let fewestWords = 3
}
