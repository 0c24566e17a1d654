internal import Archive
internal import Newsletter

/// The issue's title is not made as those before it, or it is one that an issue has already.
///
/// Where the last three titles differ in nothing but their number, so does this one.
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
                    "the issue of \(same.date) has this title", at: place, in: document,
                    explanation: "Write this issue's own number or day.",
                    notes: [Finding.Note(file: same.file, place: SourceLocation(line: 1, column: 1), text: same.title)])
            ]
        }
        let shapes = Set(earlier.map { Self.shape($0.title) })
        guard earlier.count == 3, shapes.count == 1, let shape = shapes.first, shape.contains("0"),
            Self.shape(header.title) != shape
        else { return [] }
        return [
            finding(
                "the title doesn't follow '\(earlier[2].title)'", at: place, in: document,
                explanation:
                    "The titles before differ in their number alone; if this one is meant, there is nothing to do.",
                severity: .warning)
        ]
    }

    /// The title with each run of digits as one.
    private static func shape(_ title: String) -> String {
        var shape = ""
        for character in title where !(character.isASCII && character.isNumber && shape.last == "0") {
            shape.append(character.isASCII && character.isNumber ? "0" : character)
        }
        return shape
    }
}
