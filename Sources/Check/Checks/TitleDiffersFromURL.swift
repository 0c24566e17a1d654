internal import Newsletter

/// A word of a title differs by a letter from the same word in the link's URL.
///
/// Most sites make a page's URL from its title, so in `[Understading Rust](https://a.example/understanding-rust)`, one of
/// the two is a typing error.
struct TitleDiffersFromURL: Check {
    static let id = "title-differs-from-url"
    static let severity = Finding.Severity.hint

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        document.titledLinks.compactMap { link in
            guard link.kind == .inline, link.text.count >= 12, let slug = slug(of: link, document) else { return nil }
            let title = words(in: link.text, document.bytes)
            var shared: [UInt64] = []
            for word in title where slug.contains(where: { $0.hash == word.hash }) && !shared.contains(word.hash) {
                shared.append(word.hash)
            }
            guard shared.count >= Self.fewest, shared.count * 2 >= slug.count else { return nil }
            let rest = slug.filter { !shared.contains($0.hash) && $0.range.count >= Self.shortest }
            guard !rest.isEmpty else { return nil }
            for word in title where word.range.count >= Self.shortest && !shared.contains(word.hash) {
                let own = letters(word, document)
                let meant = rest.lazy.map { letters($0, document) }.first { Typo.isOne(own, $0) && !isForm(own, $0) }
                guard let meant else { continue }
                return finding(
                    "the URL has '\(String(decoding: meant, as: UTF8.self))' for '\(document.text(word.range))'",
                    at: word.range, in: document, explanation: "One of the two is probably a typing error.")
            }
            return nil
        }
    }

    /// A word in the text, with a hash of its letters in lower case.
    private struct Word {
        var range: Range<Int>
        var hash: UInt64

        /// FNV-1a with 64 bits.
        init(_ range: Range<Int>, _ bytes: [UInt8]) {
            self.range = range
            hash = bytes[range].reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64(ASCII.lowered($1))) &* 0x100_0000_01B3 }
        }
    }

    private func letters(_ word: Word, _ document: Document) -> [UInt8] {
        document.bytes[word.range].map(ASCII.lowered)
    }

    private static let fewest = 3
    private static let shortest = 5

    /// The words of the longest part of a URL's path.
    private func slug(of link: Link, _ document: Document) -> [Word]? {
        let parts = URLParts(document.bytes, link.url)
        guard parts.isWeb else { return nil }
        let part = document.bytes[longestPart(of: parts.path, document.bytes)]
        guard part.contains(UInt8(ascii: "-")) || part.contains(UInt8(ascii: "_")) else { return nil }
        let words = part.split { $0 == 0x2D || $0 == 0x5F || $0 == 0x2E }.map { Word($0.indices, document.bytes) }
        return words.count >= Self.fewest ? words : nil
    }

    /// The longest part between slashes, the first one if there are several.
    private func longestPart(of path: Range<Int>, _ bytes: [UInt8]) -> Range<Int> {
        var longest = path.lowerBound..<path.lowerBound
        var start = path.lowerBound
        for index in path where bytes[index] == UInt8(ascii: "/") {
            if index - start > longest.count { longest = start..<index }
            start = index + 1
        }
        return path.upperBound - start > longest.count ? start..<path.upperBound : longest
    }

    private func words(in range: Range<Int>, _ bytes: [UInt8]) -> [Word] {
        var words: [Word] = []
        var index = range.lowerBound
        while index < range.upperBound {
            let start = index
            while index < range.upperBound, ASCII.isWord(bytes[index]) { index += 1 }
            guard index > start else {
                index += 1
                continue
            }
            if bytes[start..<index].allSatisfy({ ASCII.isLetter($0) }) { words.append(Word(start..<index, bytes)) }
        }
        return words
    }

    /// Whether two words are forms of one word, such as `crate` and `crates`, or `color` and `colour`.
    private func isForm(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        if left.count != right.count {
            let (short, long) = left.count < right.count ? (left, right) : (right, left)
            if long.starts(with: short) { return true }
            let isBritish = zip(short, long).first { $0 != $1 }?.1 == UInt8(ascii: "u")
            return isBritish
        }
        // `optimise` and `optimize`.
        return zip(left, right).contains { ($0 == 0x73 && $1 == 0x7A) || ($0 == 0x7A && $1 == 0x73) }
    }
}
