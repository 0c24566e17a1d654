internal import Newsletter

/// What an issue is about, in a line: its sections with the number of their entries, and its pick.
enum IssueTopics {
    /// `News 12 · Pick of the Week: serde · Events 5`; for an issue without entries, only the titles of its sections.
    static func text(of sections: [Section]) -> String {
        let parts = parts(of: sections)
        let counted = parts.compactMap(\.text)
        let topics = counted.isEmpty ? parts.map(\.title) : counted
        return topics.prefix(mostParts).joined(separator: " · ")
    }

    private static let mostParts = 8

    /// A section of the highest level with what is below it.
    private struct Part {
        var title: String
        var count = 0
        var pick: String?

        /// Nil if the section has nothing that readers would look for.
        var text: String? {
            if let pick { return "\(title): \(pick)" }
            return count == 0 ? nil : "\(title) \(count)"
        }
    }

    private static func parts(of sections: [Section]) -> [Part] {
        let titled = sections.filter { $0.level > 0 && !$0.title.isEmpty }
        let top = titled.map(\.level).min() ?? 1
        // A single heading of the highest level is the issue's own title.
        let isTitle = titled.count > 1 && titled.count { $0.level == top } == 1 && titled[0].level == top
        let level = isTitle ? top + 1 : top
        var parts: [Part] = []
        // The part that counts the entries of the sections below it.
        var current = 0
        for section in titled where section.level >= level {
            let hasPick = section.kind == .pick
            if section.level == level || hasPick || parts.isEmpty {
                parts.append(Part(title: line(section.title)))
                if section.level == level || !hasPick { current = parts.count - 1 }
            }
            for entry in section.entries {
                switch entry.content {
                case .prose, .quote, .triage: break
                case .pick: parts[parts.count - 1].pick = parts[parts.count - 1].pick ?? line(entry.title)
                default: parts[current].count += 1
                }
            }
        }
        return parts
    }

    private static func line(_ text: String) -> String {
        // Nearly all titles are a line already.
        guard text.utf8.contains(where: { $0 < 0x20 || $0 >= 0x80 }) else { return text }
        return String(text.map { $0.isNewline ? " " : $0 })
    }
}
