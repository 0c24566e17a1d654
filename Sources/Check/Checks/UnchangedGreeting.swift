internal import Archive
internal import Markdown
internal import Newsletter

/// A text above the first heading of a draft is the last issue's, and no issue before that has it.
///
/// It is probably a greeting or an announcement of the last issue that was left in the draft: write a new one, or
/// remove it. What several issues or the template have is the publication's usual text.
struct UnchangedGreeting: Check {
    static let id = "unchanged-greeting"
    static let severity = Finding.Severity.warning

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        guard context.isDraft(document.file), let opening = document.issue.sections.first, opening.level == 0 else {
            return []
        }
        let earlier = context.archive.issues(before: document.issue.header.date, last: 2)
        // Whether the only issue's text is usual can't be known.
        guard earlier.count == 2, let last = earlier.last, let before = earlier.first else { return [] }
        let paragraphs = opening.entries.filter { $0.content == .prose }.map {
            document.bytes.trimmed($0.range.bytes)
        }
        guard !paragraphs.isEmpty else { return [] }
        let usual = Self.words(of: context.outline(of: before).paragraphs).union(context.templateParagraphs)
        let copied = Self.words(of: context.outline(of: last).paragraphs).subtracting(usual)
        let issue = context.archive.issues[last]
        return paragraphs.filter { copied.contains(RepeatedText(document.bytes[$0]).words) }.map { paragraph in
            finding(
                "this text is unchanged since the issue of \(issue.date)", at: paragraph, in: document,
                explanation: "Write a new greeting, or remove this one.",
                notes: [Finding.Note(file: issue.file, place: SourceLocation(line: 1, column: 1), text: issue.title)])
        }
    }

    private static func words(of paragraphs: [String]) -> Set<[String]> {
        Set(paragraphs.map { RepeatedText($0.utf8).words }.filter { !$0.isEmpty })
    }
}
