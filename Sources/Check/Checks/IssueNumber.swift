internal import Archive
internal import Markdown
internal import Newsletter
internal import Text

/// The issue's number doesn't follow the previous one, or header and title have different numbers.
///
/// The number may skip as many issues as could have been published since the previous one, because the archive may have
/// gaps.
struct IssueNumber: Check {
    static let id = "issue-number"
    static let severity = Finding.Severity.error

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        guard let place = document.headerValue("number") ?? document.headerValue("title") else { return [] }
        let header = document.issue.header
        var findings: [Finding] = []
        if let written = document.header.values["number"], let inTitle = Self.number(in: header.title) {
            if let number = Int(written.text), number != inTitle {
                findings.append(
                    finding(
                        "the number is \(number), but the title says \(inTitle)", at: place, in: document,
                        explanation: "Correct the wrong one."))
            }
        }
        guard findings.isEmpty, let number = header.number, let before = context.issue(before: header.date),
            let last = before.number
        else { return findings }
        let days = header.date.daysSince1970 - before.date.daysSince1970
        let expected = expectedStep(days, context.publication.calendar)
        guard number != last + 1, !(expected.contains(number - last)) else { return [] }
        return [
            finding(
                "the number \(number) doesn't follow \(last), published on \(before.date)", at: place, in: document,
                explanation:
                    "The issues are \(days.counted("day")) apart, so the number should"
                    + " be \(last + expected.lowerBound).",
                severity: 1..<expected.lowerBound ~= number - last ? .warning : nil,
                notes: [Finding.Note(file: before.file, place: SourceLocation(line: 1, column: 1), text: before.title)])
        ]
    }

    /// How many issues can have been published in so many days; a day or two early or late doesn't count as another
    /// issue.
    private func expectedStep(_ days: Int, _ calendar: IssueCalendar?) -> ClosedRange<Int> {
        let period: Int
        switch calendar?.rhythm {
        case .weeks(let count, _): period = count * 7
        case .months(let count, _): period = count * 30
        case nil: period = 7
        }
        let near = max(1, (days + period / 2) / period)
        return near...max(near, (days + period - 1) / period)
    }

    private static func number(in title: String) -> Int? {
        title.split(separator: " ").reversed().lazy.compactMap { Int($0.drop { $0 == "#" }) }.first
    }
}
