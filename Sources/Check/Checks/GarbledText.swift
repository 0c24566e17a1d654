internal import Newsletter

/// Letters were decoded or escaped twice: `â€™` for `’`, `&amp;amp;` for `&`.
///
/// It happens when text is copied from a page whose encoding was misread. Readers see the characters as they are.
struct GarbledText: Check {
    static let id = "garbled-text"
    static let severity = Finding.Severity.error

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        let bytes = document.bytes
        return document.blocks.flatMap { block -> [Finding] in
            var findings: [Finding] = []
            var index = block.bytes.lowerBound
            while index < block.bytes.upperBound {
                let byte = bytes[index]
                let count =
                    byte == 0xC3 || byte == UInt8(ascii: "&") ? length(at: index, block.bytes.upperBound, bytes) : 0
                if count > 0, document.showsText(at: index), !isInURL(index, document) {
                    findings.append(garbled(index..<(index + count), in: document))
                }
                index += max(1, count)
            }
            return findings
        }
    }

    private func garbled(_ range: Range<Int>, in document: Document) -> Finding {
        finding(
            "'\(document.text(range))' was decoded or escaped twice", at: range, in: document,
            explanation: "Readers see it like this; copy the text again, or write the character that is meant.")
    }

    private func isInURL(_ offset: Int, _ document: Document) -> Bool {
        document.links(in: max(0, offset - 500)..<(offset + 1)).contains { $0.url.contains(offset) }
    }

    /// The number of garbled bytes at an offset; 0 if there are none.
    private func length(at index: Int, _ end: Int, _ bytes: [UInt8]) -> Int {
        if bytes[index] == UInt8(ascii: "&") { return escaped(at: index, end, bytes) }
        guard index + 4 <= end else { return 0 }
        // The bytes of `’`, `“`, `–` and `…`, each read as Windows-1252: they begin with `â€`.
        if bytes.has("\u{E2}\u{20AC}", at: index) {
            return 5 + (index + 5 < end ? width(of: bytes[index + 5]) : 0)
        }
        // A letter such as `é`, read as Latin-1: `Ã` and a sign that no word has.
        let isSign = bytes[index + 2] == 0xC2 && 0x80...0xBF ~= bytes[index + 3]
        return bytes[index + 1] == 0x83 && isSign ? 4 : 0
    }

    private func width(of byte: UInt8) -> Int {
        byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 0
    }

    private func escaped(at index: Int, _ end: Int, _ bytes: [UInt8]) -> Int {
        for word: StaticString in ["&amp;amp;", "&amp;lt;", "&amp;gt;", "&amp;quot;", "&amp;nbsp;", "&amp;#39;"]
        where bytes.has(word, at: index) && index + word.utf8CodeUnitCount <= end {
            return word.utf8CodeUnitCount
        }
        return 0
    }
}
