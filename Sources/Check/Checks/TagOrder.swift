internal import Newsletter

/// An entry whose tag belongs at the end of its section comes before other entries (`tags-last`).
///
/// A publication may list recordings after articles, for example.
struct TagOrder: Check {
    static let id = "tag-order"
    static let severity = Finding.Severity.hint

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        let last = Set(context.settings.tagsLast.map { $0.lowercased() })
        guard !last.isEmpty else { return [] }
        return document.issue.sections.filter { $0.kind == .links }.flatMap { section in
            let entries = section.entries.filter { $0.content == .link }
            let isLast = entries.map { $0.tags.contains { last.contains($0.lowercased()) } }
            guard let plain = isLast.lastIndex(of: false) else { return [Finding]() }
            return entries.indices.filter { $0 < plain && isLast[$0] }.map { index in
                let line = document.lines[entries[index].range.start.line - 1]
                return finding(
                    "this entry comes before entries that belong above it", at: document.content(line), in: document,
                    explanation: "Entries with this tag belong at the end of their section.",
                    notes: [document.note("the last of the other entries", at: entries[plain].range.bytes.lowerBound)])
            }
        }
    }
}
