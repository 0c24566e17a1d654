/// What people write where an address or a word is still missing.
package enum Placeholder {
    /// Shipped ones; a publication's own stand in its settings.
    package static let shipped = [
        "INSERT_LINK_HERE", "REDDIT_LINK_HERE", "LINK_HERE", "[ - ]()", "[link TBD]", "](TBD)", "](URL)",
    ]

    /// Where placeholders stand in a text: byte offsets, in order, with the word.
    ///
    /// - Parameter own: the publication's own ones.
    package static func find(in bytes: [UInt8], own: some Sequence<String> = []) -> [(range: Range<Int>, word: String)]
    {
        let words = Set(shipped).union(own).map { (word: $0, bytes: Array($0.utf8)) }.sorted {
            $0.bytes.count > $1.bytes.count
        }
        var found: [(range: Range<Int>, word: String)] = []
        var index = 0
        while index < bytes.count {
            let rest = bytes[index...]
            if let hit = words.first(where: { rest.starts(with: $0.bytes) }) {
                found.append((index..<(index + hit.bytes.count), hit.word))
                index += hit.bytes.count
            } else if let end = variableEnd(in: bytes, at: index) {
                found.append((index..<end, String(decoding: bytes[index..<end], as: UTF8.self)))
                index = end
            } else {
                index += 1
            }
        }
        return found
    }

    /// A template's variable that nothing was put in for: `$twir_issue_number`.
    private static func variableEnd(in bytes: [UInt8], at index: Int) -> Int? {
        guard bytes[index] == UInt8(ascii: "$") else { return nil }
        let name = bytes[(index + 1)...].prefix { $0 == 0x5F || 0x61...0x7A ~= $0 }
        let known = ["issue_number", "issue_date", "events_end_date", "events_list", "editors", "_url"]
        let text = String(decoding: name, as: UTF8.self)
        return known.contains { text.hasSuffix($0) } ? name.endIndex : nil
    }
}
