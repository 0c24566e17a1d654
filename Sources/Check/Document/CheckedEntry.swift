internal import Archive
internal import Newsletter

/// An entry with a URL of its own, as checks compare it. A class, because many checks go through all entries, and copying
/// an entry means copying all of its texts' references.
final class CheckedEntry: Sendable {
    let entry: Entry
    let url: String
    let identity: EntryIdentity
    /// The index of its section.
    let section: Int
    let kind: SectionKind

    init(entry: Entry, url: String, identity: EntryIdentity, section: Int, kind: SectionKind) {
        self.entry = entry
        self.url = url
        self.identity = identity
        self.section = section
        self.kind = kind
    }

    /// The URL for comparisons.
    var canonical: String { identity.canonical }
}

extension Document {
    /// The issue's entries that have a URL, without prose.
    static func entries(of issue: Issue) -> [CheckedEntry] {
        var entries: [CheckedEntry] = []
        for (index, section) in issue.sections.enumerated() where section.kind != .prose {
            for entry in section.entries {
                guard let url = entry.url, !url.isEmpty else { continue }
                if case .prose = entry.content { continue }
                entries.append(
                    CheckedEntry(
                        entry: entry, url: url, identity: EntryIdentity(entry), section: index, kind: section.kind))
            }
        }
        return entries
    }
}
