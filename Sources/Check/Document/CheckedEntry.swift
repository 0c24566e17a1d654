internal import Archive
internal import Newsletter

/// An entry with a URL of its own, as checks compare it.
struct CheckedEntry: Sendable {
    var entry: Entry
    var url: String
    var identity: EntryIdentity
    /// The index of its section.
    var section: Int
    var kind: SectionKind

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
