internal import Archive
internal import Newsletter
internal import Text

/// The issue's title doesn't follow the pattern of the titles before it, or an earlier issue has the same title.
///
/// If the last three titles differ only in their number, this one must too.
struct IssueTitle: Check {
    static let id = "issue-title"
    static let severity = Finding.Severity.error

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        guard let place = document.headerValue("title") else { return [] }
        let header = document.issue.header
        let before = context.archive.issues(before: header.date, last: 3)
        let earlier = before.map { context.archive.issues[$0] }
        if let same = earlier.first(where: { $0.title == header.title }) {
            return [
                finding(
                    "the issue of \(same.date) has the same title", at: place, in: document,
                    explanation: "Write this issue's own number or date.",
                    notes: [Finding.Note(file: same.file, place: SourceLocation(line: 1, column: 1), text: same.title)])
            ]
        }
        let shapes = Set(earlier.map { Self.shape($0.title) })
        guard earlier.count == 3, shapes.count == 1, let shape = shapes.first, shape.contains("0"),
            Self.shape(header.title) != shape, !isKnown(Self.shape(header.title), besides: shape, header.date, context)
        else { return [] }
        return [
            finding(
                "the title doesn't follow '\(earlier[2].title)'", at: place, in: document,
                explanation:
                    "Earlier titles differ only in their number; if this title is intended, keep it.",
                severity: .warning)
        ]
    }

    /// Whether a shape is that of a title not long before, or only has words before the usual one.
    private func isKnown(
        _ shape: String, besides usual: String, _ date: CalendarDate, _ context: CheckContext
    ) -> Bool {
        shape.hasSuffix(usual)
            || context.archive.issues(before: date, last: 12).contains {
                Self.shape(context.archive.issues[$0].title) == shape
            }
    }

    /// The title with each run of digits, and each name of a month, replaced by the same character.
    private static func shape(_ title: String) -> String {
        var shape = ""
        let words = title.split(separator: " ", omittingEmptySubsequences: false).map { word in
            MonthName.number(of: word.lowercased().filter(\.isLetter)) == nil ? String(word) : "0"
        }
        for character in words.joined(separator: " ")
        where !(character.isASCII && character.isNumber && shape.last == "0") {
            shape.append(character.isASCII && character.isNumber ? "0" : character)
        }
        return shape
    }
}
