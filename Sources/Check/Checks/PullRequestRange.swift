internal import Archive
internal import Newsletter
internal import Text

/// The link to the merged pull requests doesn't cover the time since the previous issue.
///
/// A query such as `merged:2025-06-10..2025-06-17` covers the time from the previous issue to this one: it ends on the
/// issue's date or the day before, and is as long as the time between the two issues.
struct PullRequestRange: Check {
    static let id = "pull-request-range"
    static let severity = Finding.Severity.error

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        document.mergedQueries.compactMap { query in
            let today = document.issue.header.date
            guard let start = query.start, let end = query.end else {
                return fault("the query has a date that doesn't exist", query, in: document)
            }
            if end < start { return fault("the query's range ends before it begins", query, in: document) }
            let late = today.daysSince1970 - end.daysSince1970
            if !(-1...3).contains(late) {
                return fault("the query ends on \(end), but the issue's date is \(today)", query, in: document)
            }
            let length = end.daysSince1970 - start.daysSince1970
            let before = context.issue(before: today).map { today.daysSince1970 - $0.date.daysSince1970 }
            let usual = before.map { max(7, $0) } ?? 7
            guard length > usual + 4 || length < 5 else { return nil }
            return finding(
                "the query spans \(length.counted("day"))", at: query.range, in: document,
                explanation: "The previous issue was published \((before ?? 7).counted("day")) before.",
                severity: length > usual * 4 ? nil : .warning)
        }
    }

    private func fault(_ summary: String, _ query: MergedQuery, in document: Document) -> Finding {
        finding(
            summary, at: query.range, in: document,
            explanation: "The query was probably copied from another issue; write this issue's dates.")
    }
}
