internal import Archive
internal import Markdown
internal import Newsletter

/// How an issue differs from an earlier version: entry by entry, and in the text between entries.
struct IssueDifference {
    /// A difference, and the line of the new version's entry that has it.
    struct Item {
        var change: Correction.Change
        var line: Int?
    }

    private(set) var items: [Item] = []

    /// An entry with its text and the heading that it is under.
    private struct Located {
        var entry: Entry
        var identity: EntryIdentity
        var section: String
        var text: ArraySlice<UInt8>
    }

    /// - Parameters:
    ///   - old: the earlier version and its bytes.
    ///   - new: the current version and its bytes.
    init(from old: (issue: Issue, bytes: [UInt8]), to new: (issue: Issue, bytes: [UInt8])) {
        if old.issue.header != new.issue.header { items.append(Item(change: .init(.header), line: nil)) }
        compareEntries(Self.entries(of: old), Self.entries(of: new))
        compareTexts(Self.texts(of: old), Self.texts(of: new))
        // Only blanks or comments differ.
        if items.isEmpty { items.append(Item(change: .init(.text), line: nil)) }
    }

    private mutating func compareEntries(_ old: [Located], _ new: [Located]) {
        var removed: [Located] = []
        var added = new
        for before in old {
            let same = added.indices.filter { added[$0].identity == before.identity }
            guard let index = same.first(where: { added[$0].section == before.section }) ?? same.first else {
                removed.append(before)
                continue
            }
            let after = added.remove(at: index)
            if before.text != after.text {
                add(.edited, after)
            } else if before.section != after.section {
                add(.moved, after)
            }
        }
        for after in added {
            // An entry with another address or another wording is the same entry, corrected.
            let inSection = removed.indices.filter { removed[$0].section == after.section }
            let isOnlyOne = inSection.count == 1 && added.count { $0.section == after.section } == 1
            let pair =
                inSection.first { removed[$0].entry.title == after.entry.title } ?? (isOnlyOne ? inSection.first : nil)
            if let pair { removed.remove(at: pair) }
            add(pair == nil ? .added : .edited, after)
        }
        for before in removed { add(.removed, before, isPresent: false) }
    }

    private mutating func compareTexts(
        _ old: [(section: String, text: [UInt8])], _ new: [(section: String, text: [UInt8])]
    ) {
        var gone = old
        for (section, text) in new {
            let index = gone.firstIndex { $0.section == section }
            let before = index.map { gone.remove(at: $0).text }
            if before != text { items.append(Item(change: .init(.text, section: Self.title(section)), line: nil)) }
        }
        items += gone.map { Item(change: .init(.text, section: Self.title($0.section)), line: nil) }
    }

    private mutating func add(_ kind: Correction.Change.Kind, _ located: Located, isPresent: Bool = true) {
        let title = Self.shortened(located.entry.title)
        let change = Correction.Change(kind, title: title, section: Self.title(located.section))
        items.append(Item(change: change, line: isPresent ? located.entry.range.start.line : nil))
    }

    private static func title(_ section: String) -> String? { section.isEmpty ? nil : shortened(section) }

    /// A paragraph counts as an entry, and its text as its title.
    static func shortened(_ title: String) -> String { title.count > 100 ? title.prefix(99) + "…" : title }

    private static func entries(of version: (issue: Issue, bytes: [UInt8])) -> [Located] {
        version.issue.sections.flatMap { section in
            section.entries.map { entry in
                Located(
                    entry: entry, identity: EntryIdentity(entry), section: section.title,
                    text: version.bytes[entry.range.bytes])
            }
        }
    }

    /// The text of each section without its entries.
    private static func texts(of version: (issue: Issue, bytes: [UInt8])) -> [(section: String, text: [UInt8])] {
        version.issue.sections.map { section in
            var text: [UInt8] = []
            var start = section.range.bytes.lowerBound
            for entry in section.entries.sorted(by: { $0.range.bytes.lowerBound < $1.range.bytes.lowerBound }) {
                if start < entry.range.bytes.lowerBound {
                    text += version.bytes[start..<entry.range.bytes.lowerBound].filter { $0 > 0x20 }
                }
                start = max(start, entry.range.bytes.upperBound)
            }
            if start < section.range.bytes.upperBound {
                text += version.bytes[start..<section.range.bytes.upperBound].filter { $0 > 0x20 }
            }
            return (section.title, text)
        }
    }
}
