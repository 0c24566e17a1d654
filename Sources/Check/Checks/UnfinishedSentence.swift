internal import Newsletter

/// A paragraph ends with an article: "… is a library for a".
///
/// The rest of the sentence was forgotten or cut off.
struct UnfinishedSentence: Check {
    static let id = "unfinished-sentence"
    static let severity = Finding.Severity.warning

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        document.blocks.compactMap { block in
            guard block.kind == .text else { return nil }
            let bytes = document.bytes
            var text = bytes.trimmed(block.bytes)
            // "a ." is as unfinished as "a".
            if text.count > 2, bytes[text.upperBound - 1] == UInt8(ascii: "."), bytes[text.upperBound - 2] == 0x20 {
                text = bytes.trimmed(text.lowerBound..<(text.upperBound - 1))
            }
            var start = text.upperBound
            while start > text.lowerBound, ASCII.isLetter(bytes[start - 1]) { start -= 1 }
            let word = start..<text.upperBound
            guard start > text.lowerBound, ASCII.isSpace(bytes[start - 1]), Self.articles.contains(document.text(word))
            else { return nil }
            return finding(
                "the sentence ends with '\(document.text(word))'", at: word, in: document,
                explanation: "Complete the sentence.")
        }
    }

    private static let articles: Set<String> = ["a", "an", "the"]
}
