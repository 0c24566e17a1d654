internal import Archive
internal import Newsletter
internal import Text

/// The link to the merged pull requests asks for other days than this issue's.
///
/// A query such as `merged:2025-06-10..2025-06-17` goes from the issue before to this one: it ends on the day before the
/// issue or on its day, and is as long as the time between the two.
struct PullRequestRange: Check {
    static let id = "pull-request-range"
    static let severity = Finding.Severity.error

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        document.mergedQueries.compactMap { query in
            let today = document.issue.header.date
            guard let start = query.start, let end = query.end else {
                return fault("the query has a day that no calendar has", query, in: document)
            }
            if end < start { return fault("the query's range ends before it begins", query, in: document) }
            let late = today.daysSince1970 - end.daysSince1970
            if !(-1...3).contains(late) {
                return fault("the query ends on \(end), the issue is of \(today)", query, in: document)
            }
            let length = end.daysSince1970 - start.daysSince1970
            let before = context.issue(before: today).map { today.daysSince1970 - $0.date.daysSince1970 }
            let usual = before.map { max(7, $0) } ?? 7
            guard length > usual + 4 || length < 5 else { return nil }
            return finding(
                "the query spans \(length) days", at: query.range, in: document,
                explanation: "The issue before came out \(before.map(String.init) ?? "7") days ago.",
                severity: length > usual * 4 ? nil : .warning)
        }
    }

    private func fault(_ summary: String, _ query: MergedQuery, in document: Document) -> Finding {
        finding(
            summary, at: query.range, in: document,
            explanation: "It was probably copied from another issue; write this issue's days.")
    }
}
