internal import Markdown
internal import Newsletter

/// Makes a template for a publication without one: the headings of the last issue, and the text that the issue before
/// also has. What an issue says only once, such as a greeting for a holiday, isn't carried over.
struct Skeleton {
    private let last: WorkingDraft
    private let earlier: [WorkingDraft]
    private let publication: Publication
    private let standing: Boilerplate

    /// - Parameter earlier: the issues before the last one, newest first.
    init(from last: WorkingDraft, earlier: [WorkingDraft], publication: Publication) {
        self.last = last
        self.earlier = earlier
        self.publication = publication
        var standing = Boilerplate()
        if let before = earlier.first { standing.learn(before.bytes) }
        self.standing = standing
    }

    var text: String {
        let header = last.issue.header
        var text = "Title: " + title(header) + "\nNumber: $issue_number\nDate: $issue_date\n"
        if let category = header.category { text += "Category: \(category)\n" }
        text += "\n"
        if let intro = last.issue.sections.first, intro.level == 0 { text += standingText(of: intro) }
        for heading in headings() {
            text += heading.line + "\n\n" + heading.text
        }
        return text
    }

    // MARK: Headings

    private struct Heading {
        var key: String
        var line: String
        /// The standing text below it, with a blank line at its end, or nothing.
        var text: String
    }

    /// The headings of the last issue, and those that the settings know and it lacks because nothing was below them.
    private func headings() -> [Heading] {
        var headings = Self.sections(of: last).map {
            Heading(key: SectionName.key($0.title), line: last.headingLine(of: $0), text: standingText(of: $0))
        }
        let rules = SectionRules(publication)
        for issue in earlier {
            var above: String?
            for section in Self.sections(of: issue) {
                let key = SectionName.key(section.title)
                if !headings.contains(where: { $0.key == key }), rules.rule(for: section.title, under: "") != nil {
                    let place = headings.firstIndex { $0.key == above }.map { $0 + 1 } ?? 0
                    headings.insert(Heading(key: key, line: issue.headingLine(of: section), text: ""), at: place)
                }
                above = key
            }
        }
        return headings
    }

    /// The sections below the title, without regions, which are added as events come in.
    private static func sections(of issue: WorkingDraft) -> [Section] {
        var (sections, parentSection): ([Section], Section?) = ([], nil)
        for section in issue.issue.sections where section.level > 0 {
            if let above = parentSection, section.level > above.level { continue }
            sections.append(section)
            parentSection = section.kind == .events ? section : nil
        }
        return sections
    }

    // MARK: Text

    /// The paragraphs of a section that the issue before also has.
    private func standingText(of section: Section) -> String {
        let own = last.bytes[section.range.bytes]
        // An empty line keeps the first line from being read as a header field.
        let pieces = PieceSplitter.pieces(of: Array("\n".utf8) + own).parts.flatMap(\.pieces)
        return pieces.filter { piece in
            switch piece.key {
            case .header, .comment, .definition: false
            default: Bullet.of(piece.bytes) == nil && standing.contains(piece.bytes[...])
            }
        }.map { piece in
            var text = String(decoding: piece.bytes, as: UTF8.self)
            while text.hasSuffix("\n") { text.removeLast() }
            return text + "\n\n"
        }.joined()
    }

    /// The last title with the new number in it.
    private func title(_ header: IssueHeader) -> String {
        guard let number = header.number.map(String.init) else { return "\(publication.title) $issue_number" }
        var words = header.title.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        guard let place = words.lastIndex(where: { $0.filter(\.isNumber) == number && $0.contains(number) }) else {
            return "\(publication.title) $issue_number"
        }
        words[place] = words[place].replacing(number, with: "${issue_number}")
        return words.joined(separator: " ")
    }
}
