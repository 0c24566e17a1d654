internal import Archive
internal import Markdown
internal import Newsletter

/// A text or an image above the first heading of a draft is the last issue's, and no issue before that has it.
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
        let (older, newer) = (context.outline(of: before).paragraphs, context.outline(of: last).paragraphs)
        let usual = Self.words(of: older).union(context.templateParagraphs)
        let copied = Self.words(of: newer).subtracting(usual)
        // The words of an image are its alternative text; what counts is the file.
        let images = Set(newer.map(Self.trimmed)).subtracting(older.map(Self.trimmed))
        let issue = context.archive.issues[last]
        return paragraphs.compactMap { paragraph in
            let isImage = isImage(paragraph, in: document)
            guard
                isImage
                    ? images.contains(document.text(paragraph))
                    : copied.contains(RepeatedText(document.bytes[paragraph]).words)
            else { return nil }
            return finding(
                "this \(isImage ? "image" : "text") is unchanged since the issue of \(issue.date)", at: paragraph,
                in: document,
                explanation: "Write a new greeting, or remove this one.",
                notes: [Finding.Note(file: issue.file, place: SourceLocation(line: 1, column: 1), text: issue.title)])
        }
    }

    private func isImage(_ paragraph: Range<Int>, in document: Document) -> Bool {
        guard let link = document.links(in: paragraph).first else { return false }
        return link.isImage && link.whole.upperBound == paragraph.upperBound
            && paragraph.lowerBound...(paragraph.lowerBound + 1) ~= link.whole.lowerBound
    }

    private static func trimmed(_ paragraph: String) -> String {
        let bytes = Array(paragraph.utf8)
        return String(decoding: bytes[bytes.trimmed(0..<bytes.count)], as: UTF8.self)
    }

    private static func words(of paragraphs: [String]) -> Set<[String]> {
        Set(paragraphs.map { RepeatedText($0.utf8).words }.filter { !$0.isEmpty })
    }
}
