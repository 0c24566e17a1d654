internal import Newsletter

/// Makes a template for a publication without one, from the headings of the last issue and the text above the first
/// heading.
enum Skeleton {
    static func text(from last: WorkingDraft, publication: Publication) -> String {
        let header = last.issue.header
        var text = "Title: " + title(header, publication) + "\nNumber: $issue_number\nDate: $issue_date\n"
        if let category = header.category { text += "Category: \(category)\n" }
        text += "\n"
        if let intro = last.issue.sections.first, intro.level == 0 {
            text += String(decoding: last.bytes[intro.range.bytes], as: UTF8.self)
            while text.hasSuffix("\n") { text.removeLast() }
            text += "\n\n"
        }
        var parentSection: Section?
        for section in last.issue.sections where section.level > 0 {
            // Regions are added as events come in.
            if let above = parentSection, section.level > above.level { continue }
            text += last.headingLine(of: section) + "\n\n"
            parentSection = section.kind == .events ? section : nil
        }
        return text
    }

    /// The last title with the new number in it.
    private static func title(_ header: IssueHeader, _ publication: Publication) -> String {
        guard let number = header.number.map(String.init) else { return "\(publication.title) $issue_number" }
        var words = header.title.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        guard let place = words.lastIndex(where: { $0.filter(\.isNumber) == number && $0.contains(number) }) else {
            return "\(publication.title) $issue_number"
        }
        words[place] = words[place].replacing(number, with: "${issue_number}")
        return words.joined(separator: " ")
    }
}
