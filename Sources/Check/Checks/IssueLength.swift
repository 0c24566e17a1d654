internal import Newsletter

/// The issue is longer than the publication allows (`longest-issue`).
struct IssueLength: Check {
    static let id = "issue-length"
    static let severity = Finding.Severity.hint

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        guard let most = context.settings.longestIssue, document.bytes.count > most,
            let title = document.headerValue("title")
        else { return [] }
        let longest = document.issue.sections.max { $0.range.bytes.count < $1.range.bytes.count }
        return [
            finding(
                "the issue has \(document.bytes.count / 1000) KB, more than \(most / 1000) KB", at: title, in: document,
                explanation: "Shorter issues are read by more people; remove some entries.",
                notes: longest.map {
                    [document.note("the longest section, '\($0.title)'", at: $0.range.bytes.lowerBound)]
                } ?? [])
        ]
    }
}
