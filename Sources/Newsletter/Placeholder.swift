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
            } else if let end = TemplateVariable.read(bytes, at: index)?.end {
                // A template's variable that nothing was put in for.
                found.append((index..<end, String(decoding: bytes[index..<end], as: UTF8.self)))
                index = end
            } else {
                index += 1
            }
        }
        return found
    }
}
