internal import Newsletter

/// Finds words that mean content still to come: common ones such as `TBD`, and the publication's own.
struct Placeholders {
    private let own: [[UInt8]]
    /// For each byte, whether a placeholder within a text can begin with it.
    private let begins: [Bool]

    init(_ publication: Publication) {
        let words = publication.placeholders.keys
        own = words.map { Array($0.utf8) }.filter { !$0.isEmpty }.sorted { $0.count > $1.count }
        var begins = [Bool](repeating: false, count: 256)
        for first in own.map({ $0[0] }) + [UInt8(ascii: "$"), UInt8(ascii: "_")] { begins[Int(first)] = true }
        self.begins = begins
    }

    /// Whether a whole text is a placeholder: `INSERT_LINK_HERE`, `link TBD`, `$issue_number`, one of the publication's
    /// own.
    func contains(_ text: ArraySlice<UInt8>) -> Bool {
        guard let first = text.first else { return false }
        if own.contains(where: { text.elementsEqual($0) }) { return true }
        if ASCII.isUpper(first), text.contains(0x5F),
            text.allSatisfy({ ASCII.isUpper($0) || $0 == 0x5F || ASCII.isDigit($0) })
        {
            return Self.ends(text, with: "_HERE") || Self.ends(text, with: "_URL") || Self.ends(text, with: "_LINK")
                || Self.ends(text, with: "_TITLE") || text.starts(with: "INSERT_".utf8)
                || text.starts(with: "YOUR_".utf8)
        }
        if Self.isTemplateVariable(text) { return true }
        return text.startsFolded(with: "tbd") && text.count == 3
            || text.startsFolded(with: "link tbd") && text.count == 8
            || text.startsFolded(with: "todo") && text.count == 4
    }

    /// Whether a link's address is a placeholder, which includes `[a post](URL)`.
    func standsForAddress(_ text: ArraySlice<UInt8>) -> Bool { contains(text) || text.elementsEqual("URL".utf8) }

    /// The ranges of placeholders among other words: the publication's own, `…_HERE`, and template variables.
    func occurrences(in bytes: [UInt8]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        bytes.withUnsafeBufferPointer { buffer in
            for index in buffer.indices where begins[Int(buffer[index])] {
                guard index >= found.last?.upperBound ?? 0, let range = occurrence(in: bytes, at: index) else {
                    continue
                }
                found.append(range)
            }
        }
        return found
    }

    private func occurrence(in bytes: [UInt8], at index: Int) -> Range<Int>? {
        for word in own where bytes[index...].starts(with: word) {
            let end = index + word.count
            if Self.isBoundary(bytes, index), Self.isBoundary(bytes, end) { return index..<end }
        }
        if bytes[index] == UInt8(ascii: "$") { return TemplateVariable.read(bytes, at: index).map { index..<$0.end } }
        guard bytes.has("_HERE", at: index), Self.isBoundary(bytes, index + 5) else { return nil }
        var start = index
        while start > 0, ASCII.isUpper(bytes[start - 1]) || bytes[start - 1] == 0x5F { start -= 1 }
        return start < index && Self.isBoundary(bytes, start) ? start..<(index + 5) : nil
    }

    /// Whether no word continues across an offset.
    private static func isBoundary(_ bytes: [UInt8], _ offset: Int) -> Bool {
        offset == 0 || offset == bytes.count || !ASCII.isWord(bytes[offset - 1]) || !ASCII.isWord(bytes[offset])
    }

    /// Whether a text is `$twir_issue_number` or a similar variable that only the publication's own template knows.
    private static func isTemplateVariable(_ text: ArraySlice<UInt8>) -> Bool {
        guard text.count > 3, text.first == UInt8(ascii: "$") else { return false }
        let name = text.dropFirst()
        return name.contains(0x5F) && name.allSatisfy { $0 >= 0x61 && $0 <= 0x7A || $0 == 0x5F }
    }

    private static func ends(_ text: ArraySlice<UInt8>, with word: StaticString) -> Bool {
        text.count > word.utf8CodeUnitCount
            && word.withUTF8Buffer { text.suffix($0.count).elementsEqual($0) }
    }
}
