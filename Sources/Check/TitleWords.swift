/// A title as its words, so that titles that differ in a word or in punctuation are found alike.
struct TitleWords: Hashable, Sendable {
    /// Hashes of the words, sorted, each once.
    private let words: [UInt32]
    /// One bit for each word: what shares few bits shares few words.
    private let signature: UInt64

    init(_ title: String) {
        var words: [UInt32] = []
        var (hash, length): (UInt32, Int) = (2_166_136_261, 0)
        for byte in title.utf8 {
            if ASCII.isWord(byte) {
                hash = (hash ^ UInt32(ASCII.lowered(byte))) &* 16_777_619
                length += 1
            } else if length > 0, byte != UInt8(ascii: "'") {
                words.append(hash)
                (hash, length) = (2_166_136_261, 0)
            }
        }
        if length > 0 { words.append(hash) }
        words.sort()
        self.words = words.enumerated().filter { $0 == 0 || words[$0 - 1] != $1 }.map(\.element)
        signature = self.words.reduce(0) { $0 | 1 << UInt64($1 % 64) }
    }

    var count: Int { words.count }

    /// Whether all words are the same.
    func isSame(as other: TitleWords) -> Bool { signature == other.signature && words == other.words }

    /// Whether at least nine of ten words are in both, and there are enough of them to tell.
    func isNear(_ other: TitleWords) -> Bool {
        guard count >= Self.fewestWords, other.count >= Self.fewestWords else { return false }
        let most = max(count, other.count)
        guard min(count, other.count) * 10 >= most * 9,
            (signature ^ other.signature).nonzeroBitCount <= most / 5 + 1
        else { return false }
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

    private static let fewestWords = 4
}
