internal import Newsletter

/// A call for speakers closes before the issue is published.
struct ClosedCall: Check {
    static let id = "closed-call"
    static let severity = Finding.Severity.error

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        let today = document.issue.header.date
        return document.issue.sections.flatMap { section in
            section.entries.compactMap { entry -> Finding? in
                guard case .callForParticipation(let call) = entry.content, let closes = call.closes, closes < today
                else {
                    return nil
                }
                let dates = DateScanner.isoDates(document.bytes, entry.range.bytes)
                let place = dates.first { $0.date == closes }?.range ?? document.place(of: entry)
                return finding(
                    "this call closed on \(closes)", at: place, in: document,
                    explanation: "Readers can't answer any more; remove the call, or correct the date.")
            }
        }
    }
}
