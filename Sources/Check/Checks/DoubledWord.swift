internal import Newsletter

/// A short word such as "the" appears twice in a row.
///
/// In a quotation, it is a hint, because it may be the author's own.
struct DoubledWord: Check {
    static let id = "doubled-word"
    static let severity = Finding.Severity.warning

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        let bytes = document.bytes
        return document.blocks.flatMap { block -> [Finding] in
            guard block.kind != .html else { return [] }
            var findings: [Finding] = []
            for space in block.bytes where bytes[space] == 0x20 {
                guard mayRepeat(space, block.bytes, bytes), let word = word(before: space, block.bytes, bytes),
                    isRepeated(word, after: space, block, bytes),
                    document.showsText(at: space), !isInURL(space, document)
                else { continue }
                let second = (space + 1)..<(space + 1 + word.count)
                let isQuoted = document.isQuoted(second)
                findings.append(
                    finding(
                        "'\(document.text(second))' appears twice in a row", at: second, in: document,
                        explanation: "Remove one of them.", severity: isQuoted ? .hint : nil,
                        fixes: isQuoted
                            ? [] : [document.fix("Remove the second", replacing: space..<second.upperBound, with: "")]))
            }
            return findings
        }
    }

    /// Whether as many letters as a word has are the same before and after a space, which nearly none are.
    private func mayRepeat(_ space: Int, _ block: Range<Int>, _ bytes: [UInt8]) -> Bool {
        for length in 2...4 {
            guard space - length >= block.lowerBound, space + length < block.upperBound else { return false }
            if bytes[space + length] | 0x20 == bytes[space - 1] | 0x20,
                bytes[space + 1] | 0x20 == bytes[space - length] | 0x20
            {
                return true
            }
        }
        return false
    }

    /// The word that ends before a space, if it is one that no sentence has twice in a row.
    private func word(before space: Int, _ block: Range<Int>, _ bytes: [UInt8]) -> Range<Int>? {
        var start = space
        while start > block.lowerBound, start > space - 5, bytes[start - 1] | 0x20 >= 0x61,
            bytes[start - 1] | 0x20 <= 0x7A
        {
            start -= 1
        }
        guard 2...4 ~= space - start, start == block.lowerBound || isBoundary(bytes[start - 1]) else { return nil }
        for word in Self.words where word.utf8CodeUnitCount == space - start && bytes.hasFolded(word, at: start) {
            return start..<space
        }
        return nil
    }

    private func isRepeated(_ word: Range<Int>, after space: Int, _ block: Block, _ bytes: [UInt8]) -> Bool {
        let end = space + 1 + word.count
        // A capital letter, as in `The the`, is the first word's, or it is a name.
        guard end <= block.bytes.upperBound, !ASCII.isUpper(bytes[space + 1]),
            end == block.bytes.upperBound || isBoundary(bytes[end])
        else { return false }
        return zip(bytes[word], bytes[(space + 1)..<end]).allSatisfy { ASCII.lowered($0) == $1 }
    }

    private func isBoundary(_ byte: UInt8) -> Bool {
        ASCII.isSpace(byte) || ".,;:!?()[]*\"".utf8.contains(byte)
    }

    private func isInURL(_ offset: Int, _ document: Document) -> Bool {
        document.links(in: max(0, offset - 500)..<(offset + 1)).contains { $0.url.contains(offset) }
    }

    private static let words: [StaticString] = [
        "an", "and", "are", "as", "at", "be", "by", "from", "of", "or", "our", "the", "to", "we", "with", "your",
    ]
}
