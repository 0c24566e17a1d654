internal import Newsletter

/// The asterisks of a link's text have no counterpart, as in `[**Title](URL)`.
///
/// Readers see the asterisks. They also see those with a space on the inner side: `[**Title **](URL)`.
struct UnbalancedEmphasis: Check {
    static let id = "unbalanced-emphasis"
    static let severity = Finding.Severity.warning

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        document.titledLinks.compactMap { link in
            let text = document.bytes.trimmed(link.text)
            guard text.count > 4 else { return nil }
            let opens = document.bytes.has("**", at: text.lowerBound)
            let closes = document.bytes.has("**", at: text.upperBound - 2)
            if opens, closes, let blank = blank(in: text, document) {
                return finding(
                    "a space keeps these asterisks from emphasizing the text", at: blank, in: document,
                    explanation: "Readers see the asterisks; remove the space.",
                    fixes: [document.fix("Remove the space", isSafe: true, replacing: blank, with: "")])
            }
            guard opens != closes, count(in: text, document) % 2 == 1 else { return nil }
            let mark = opens ? text.lowerBound..<(text.lowerBound + 2) : (text.upperBound - 2)..<text.upperBound
            let other = opens ? text.upperBound : text.lowerBound
            return finding(
                "these asterisks have no counterpart", at: mark, in: document,
                explanation: "Readers see the asterisks; write '**' at both ends of the text.",
                fixes: [document.fix("Add '**'", replacing: other..<other, with: "**")])
        }
    }

    /// The space after the opening or before the closing asterisks of a text that is emphasized as a whole.
    private func blank(in text: Range<Int>, _ document: Document) -> Range<Int>? {
        let inner = (text.lowerBound + 2)..<(text.upperBound - 2)
        let words = document.bytes.trimmed(inner)
        guard words != inner, !words.isEmpty, count(in: text, document) == 2 else { return nil }
        return words.upperBound < inner.upperBound
            ? words.upperBound..<inner.upperBound : inner.lowerBound..<words.lowerBound
    }

    /// The number of pairs of asterisks outside code.
    private func count(in text: Range<Int>, _ document: Document) -> Int {
        var (index, count) = (text.lowerBound, 0)
        while index < text.upperBound {
            if let end = document.codeEnd(at: index) {
                index = end
            } else if document.bytes[index] == UInt8(ascii: "\\") {
                index += 2
            } else if document.bytes.has("**", at: index) {
                (index, count) = (index + 2, count + 1)
            } else {
                index += 1
            }
        }
        return count
    }
}
