internal import Address
package import Newsletter

/// The ids of an issue's entries on its page. An id must never change, because links rely on it.
///
/// An id comes from the entry's canonical URL, so that it stays the same when entries move. If an issue has a URL
/// twice, the second id also contains the section's id; further ones also have a number.
package struct EntryAnchors {
    private var used: Set<String> = []

    package init() {}

    /// The id of the next entry, which begins with `e`; nil for an entry without a link.
    package mutating func id(of canonical: String, sectionID: String) -> String? {
        guard !canonical.isEmpty else { return nil }
        let plain = "e" + Self.hash(of: canonical)
        if used.insert(plain).inserted { return plain }
        let inSection = "\(plain)-\(sectionID)"
        var id = inSection
        var count = 1
        while !used.insert(id).inserted {
            count += 1
            id = "\(inSection)_\(count)"
        }
        return id
    }

    /// The ids of all entries of an issue, by the line that each begins in.
    package static func ids(of issue: Issue) -> [Int: String] {
        var anchors = EntryAnchors()
        var ids: [Int: String] = [:]
        for section in issue.sections {
            for entry in section.entries {
                guard let url = entry.url,
                    let id = anchors.id(of: CanonicalURL(url).description, sectionID: section.id)
                else { continue }
                ids[entry.range.start.line] = ids[entry.range.start.line] ?? id
            }
        }
        return ids
    }

    /// Six characters made from a text's FNV-1a hash (64 bits). The result for a text must never change.
    private static func hash(of text: String) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        hash ^= hash >> 32
        return String(unsafeUninitializedCapacity: 6) { digits in
            for position in 0..<6 {
                let digit = UInt8(truncatingIfNeeded: hash & 31)
                digits[position] = digit < 26 ? UInt8(ascii: "a") + digit : UInt8(ascii: "2") + digit - 26
                hash >>= 5
            }
            return 6
        }
    }
}
