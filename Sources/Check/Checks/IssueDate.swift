internal import Archive
internal import Newsletter
internal import Text

/// The issue's date isn't a publication day, or differs from the date in the file's name.
///
/// The publication's calendar says on which weekday issues are published. A date in the title must be the same as the
/// one in the header.
struct IssueDate: Check {
    static let id = "issue-date"
    static let severity = Finding.Severity.error

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        guard let place = document.headerValue("date") else { return [] }
        let date = document.issue.header.date
        var findings: [Finding] = []
        let name = document.file.split(separator: "/").last.map(String.init) ?? ""
        if let named = DateScanner.isoDates(Array(name.utf8), 0..<min(10, name.utf8.count)).first?.date, named != date,
            !differUsually(before: date, context)
        {
            findings.append(
                finding(
                    "the date is \(date), but the file's name says \(named)", at: place, in: document,
                    explanation: "The issue's URL comes from the date; correct the wrong one."))
        }
        if case .weeks(_, on: let weekday?) = context.publication.calendar?.rhythm, weekday != date.weekday,
            !isCustom(date, context)
        {
            findings.append(
                finding(
                    "\(date) is a \(Self.name(date.weekday))", at: place, in: document,
                    explanation:
                        "Issues are published on a \(Self.name(weekday)); if this issue"
                        + " is an exception, keep the date.",
                    severity: .warning))
        }
        let title = DateScanner.isoDates(
            Array(document.issue.header.title.utf8), 0..<document.issue.header.title.utf8.count)
        if let inTitle = title.first?.date, inTitle != date, let range = document.headerValue("title") {
            findings.append(
                finding(
                    "the title says \(inTitle), but the date is \(date)", at: range, in: document,
                    explanation: "Correct the wrong one."))
        }
        if let same = context.archive.issues(on: date).last(where: {
            !Self.isSame(context.archive.issues[$0].file, document.file)
        }).map({ context.archive.issues[$0] }), !areOftenSame(context) {
            findings.append(
                finding(
                    "another issue has the date \(date)", at: place, in: document,
                    explanation: "Two issues with the same date have the same URL.",
                    severity: .warning, notes: [Finding.Note(file: same.file, place: nil, text: same.title)]))
        }
        return findings
    }

    /// Whether at least two of the three issues before, or a tenth of all, have another date than their file's name, which
    /// then says something else, such as the day on which a week begins.
    private func differUsually(before date: CalendarDate, _ context: CheckContext) -> Bool {
        func differs(_ issue: ArchivedIssue) -> Bool {
            IssueFileName(issue.file).date.map { $0 != issue.date } ?? false
        }
        let issues = context.archive.issues
        return context.archive.issues(before: date, last: 3).count { differs(issues[$0]) } >= 2
            || context.history.fileDatesDiffer(differs)
    }

    /// Whether several days have more than one issue, as in a blog that has other articles, too.
    private func areOftenSame(_ context: CheckContext) -> Bool {
        let issues = context.archive.issues
        return zip(issues, issues.dropFirst()).count { $0.date == $1.date } > 3
    }

    /// Whether the two issues before were published on that weekday too.
    private func isCustom(_ date: CalendarDate, _ context: CheckContext) -> Bool {
        let before = context.archive.issues(before: date, last: 2)
        return before.count == 2 && before.allSatisfy { context.archive.issues[$0].date.weekday == date.weekday }
    }

    private static func name(_ weekday: Weekday) -> String {
        weekday.rawValue.prefix(1).uppercased() + weekday.rawValue.dropFirst()
    }

    /// Whether two paths have the same file name: a draft becomes the issue with its name.
    private static func isSame(_ left: String, _ right: String) -> Bool {
        left.split(separator: "/").last == right.split(separator: "/").last
    }
}
