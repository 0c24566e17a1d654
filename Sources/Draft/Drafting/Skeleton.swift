internal import Newsletter

/// The headings of the last issue with the words that stand above the first one: a draft for who has no template.
enum Skeleton {
    static func text(from last: WorkingDraft, publication: Publication) -> String {
        let header = last.issue.header
        var text = "Title: " + title(header, publication) + "\nNumber: $issue_number\nDate: $issue_date\n"
        if let category = header.category { text += "Category: \(category)\n" }
        text += "\n"
        if let intro = last.issue.sections.first, intro.level == 0 {
            text += String(decoding: last.bytes[intro.range.bytes], as: UTF8.self)
            if !text.hasSuffix("\n\n") { text += "\n" }
        }
        var roof: Section?
        for section in last.issue.sections where section.level > 0 {
            if section.kind == .events, let above = roof, above.kind == .events, section.level > above.level {
                continue
            }
            text += String(repeating: "#", count: section.level) + " \(section.title)\n\n"
            if section.kind == .events { text += "$events_list\n\n" }
            roof = section
        }
        return text
    }

    private static func title(_ header: IssueHeader, _ publication: Publication) -> String {
        guard let number = header.number, header.title.contains(String(number)) else {
            return "\(publication.title) $issue_number"
        }
        return header.title.replacing(String(number), with: "$issue_number", maxReplacements: 1)
    }
}
