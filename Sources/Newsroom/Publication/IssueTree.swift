internal import Newsletter
internal import Text

/// Writes an issue as a tree for people: sections with their kinds and entries.
enum IssueTree {
    static func text(of issue: Issue) -> PrintableText {
        var lines: [PrintableText] = ["\(issue.header.title) · \(issue.header.date) · \(issue.file)"]
        for section in issue.sections {
            let indentation = String(repeating: "  ", count: max(0, section.level - 1))
            let title = section.title.isEmpty ? "(before the first heading)" : section.title
            lines.append("\(indentation)\(title) [\(section.kind.rawValue)] \(counts(of: section))")
            for entry in section.entries where !isProse(entry) {
                lines.append("\(indentation)  \(entry.range.start.line): \(description(of: entry))")
            }
            for range in section.unrecognized {
                lines.append(
                    "\(indentation)  \(range.start.line): unrecognised: this line looks like an"
                        + " event, but has no date, place or link"
                )
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func isProse(_ entry: Entry) -> Bool { entry.content == .prose }

    private static func counts(of section: Section) -> String {
        let counts = Dictionary(grouping: section.entries) { $0.content.type }.mapValues(\.count)
        return counts.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
    }

    private static func description(of entry: Entry) -> String {
        let tags = entry.tags.map { "[\($0)] " }.joined()
        switch entry.content {
        case .event(let event):
            let days = event.end.map { "\(event.start) to \($0)" } ?? event.start.description
            let time = event.times.map { " " + $0.clocks + ($0.zone.map { " " + $0 } ?? "") } ?? ""
            return "\(days)\(time) \(event.mode.rawValue) \(event.place ?? "(no place)"): \(entry.title)"
        case .pullRequest(let pull): return "\(pull.repository)#\(pull.number) \(entry.title)"
        default: return tags + (entry.title.isEmpty ? entry.url ?? "" : entry.title)
        }
    }
}
