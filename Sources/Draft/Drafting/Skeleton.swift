internal import Newsletter
internal import Text

/// Makes a template for a publication without one, from the headings of the last issue.
///
/// If the last issue has an introduction, the draft begins with a sentence to replace, so that last week's introduction
/// isn't published again by mistake.
enum Skeleton {
    static func text(from last: WorkingDraft, publication: Publication) -> String {
        let header = last.issue.header
        var text = "Title: " + title(header, publication) + "\nNumber: $issue_number\nDate: $issue_date\n"
        if let category = header.category { text += "Category: \(category)\n" }
        text += "\n"
        if let introduction = last.issue.sections.first, introduction.level == 0,
            !String(decoding: last.bytes[introduction.range.bytes], as: UTF8.self).trimmedBlanks.isEmpty
        {
            text += Localization.of(publication.language)["starter_welcome"] + "\n\n"
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
